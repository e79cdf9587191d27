import { useState } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FoundNames } from './found-names.tsx';
import { KeyFile } from './key-file.tsx';
import { NamesTable } from './names-table.tsx';
import { usePseudonyms } from './pseudonyms-actions.ts';
import { Traces } from './traces.tsx';
import './pseudonyms.css';

const close = (): void => usePseudonyms.setState({ isOpen: false });

/** The list of names, where they stand, and what still holds them. */
export function PseudonymsDialog() {
  const isOpen = usePseudonyms((state) => state.isOpen);
  if (!isOpen) return null;
  return (
    <Dialog
      title="Pseudonyms"
      isOpen
      onClose={close}
      size="large"
      footer={<Button onPress={close}>Close</Button>}
    >
      <Contents />
    </Dialog>
  );
}

function Contents() {
  const { value: names } = useLive(() => api.pseudonyms.names({}), ['names'], []);
  const [looking, setLooking] = useState(0);
  if (names === undefined) return null;
  const { identifiers, isUnsaved } = names;
  return (
    <div className="pseudonyms">
      <p className="muted">
        Names, places and whatever else tells who somebody is. The list is kept in memory while the study is
        open, and in a file of its own that a passphrase closes. It is never stored in the study.
      </p>
      <KeyFile count={identifiers.length} isUnsaved={isUnsaved} />
      <NamesTable identifiers={identifiers} />
      {identifiers.length > 0 && (
        <>
          <div>
            <Button tone="primary" onPress={() => setLooking(looking + 1)}>
              Find them in all transcripts
            </Button>
          </div>
          {looking > 0 && <FoundNames key={looking} />}
          <Traces />
        </>
      )}
    </div>
  );
}
