import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { closeOverlay, useOverlay } from '../app/app-actions.ts';
import { spokenShortcut } from '../actions/shortcuts.ts';
import { rankEntries } from './rank-entries.ts';
import { usePaletteEntries, type PaletteEntry } from './palette-entries.ts';
import './command-palette.css';

const MOST_SHOWN = 60;

/** Finds every action, transcript, code, participant and matrix. */
export function CommandPalette() {
  const isOpen = useOverlay((state) => state.open === 'palette');
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
    >
      <Modal className="modal palette" data-size="medium">
        <Dialog className="dialog" aria-label="Find anything">
          <PaletteBody />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody() {
  const [text, setText] = useState('');
  const entries = usePaletteEntries();
  const shown = rankEntries(entries, text).slice(0, MOST_SHOWN);
  const run = (entry: PaletteEntry): void => {
    closeOverlay();
    // After the palette has gone, so that what runs finds the focus where it was.
    requestAnimationFrame(() => entry.run());
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label="Find anything" autoFocus className="palette-search">
        <Input
          className="palette-input"
          placeholder="Find an action, a transcript, a code, a participant, a matrix"
        />
      </SearchField>
      <Menu
        className="list-box palette-list"
        aria-label="Found"
        items={shown}
        onAction={(key) => {
          const entry = shown.find(({ id }) => id === key);
          if (entry !== undefined) run(entry);
        }}
        renderEmptyState={() => <p className="palette-none">Nothing is called that.</p>}
      >
        {(entry) => (
          <MenuItem id={entry.id} textValue={entry.label} className="list-box-item">
            <span className="palette-label">{entry.label}</span>
            <span className="palette-kind">{entry.kind}</span>
            {entry.shortcut !== undefined && <kbd>{spokenShortcut(entry.shortcut)}</kbd>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
