import { useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { CodeId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { createCode } from './codebook-actions.ts';
import { CodePickerList } from './code-picker-list.tsx';
import { rememberCode } from './codebook-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import './codebook.css';

/** Where a picker stands: a rectangle of the window, in CSS pixels, such as that of a selection. */
export interface PickerAnchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface CodePickerProps {
  readonly label: string;
  readonly anchor: PickerAnchor;
  readonly onPick: (id: CodeId) => void;
  /** Escape, a click elsewhere, or after a pick. */
  readonly onClose: () => void;
  /** Ctrl+Enter: takes the code and leaves the picker open for another. Left out: it takes one and closes. */
  readonly onAdd?: (id: CodeId) => void;
  /** Whether a code that is not there can be made; it stands at the top of the codebook then. */
  readonly canCreate?: boolean;
}

/** The popup that asks for one code: the codes used last first, Enter applies, Escape closes. */
export function CodePicker({ label, anchor, onPick, onAdd, onClose, canCreate = true }: CodePickerProps) {
  const [added, setAdded] = useState<ReadonlySet<CodeId>>(new Set());
  const add = (id: CodeId): void => {
    rememberCode(id);
    setAdded(new Set([...added, id]));
    onAdd?.(id);
  };
  const pick = (id: CodeId): void => {
    rememberCode(id);
    onClose();
    onPick(id);
  };
  const create = (name: string): void => {
    createCode({ name, parentId: null }).then(pick, reportError);
  };
  return (
    <Anchored label={label} anchor={anchor} onClose={onClose}>
      <CodePickerList
        label={label}
        onPick={pick}
        {...(canCreate ? { onCreate: create } : {})}
        {...(onAdd === undefined ? {} : { onAdd: add })}
        {...(added.size === 0 ? {} : { chosen: added })}
      />
      {onAdd !== undefined && (
        <footer className="code-picker-footer">
          <span className="muted">
            {added.size === 0 ? 'Ctrl+Enter applies and stays open' : `${added.size} applied; Esc closes`}
          </span>
        </footer>
      )}
    </Anchored>
  );
}

interface CodesPickerProps {
  readonly label: string;
  readonly anchor: PickerAnchor;
  /** Ticked at first. */
  readonly chosen?: readonly CodeId[];
  /** The codes ticked, in the order in which they were ticked; not called when there are none. */
  readonly onPick: (ids: readonly CodeId[]) => void;
  readonly onClose: () => void;
  /** “Add column” */
  readonly doneLabel: string;
}

/** The popup that asks for any number of codes: Enter ticks, Ctrl+Enter or the button takes what is ticked. */
export function CodesPicker({ label, anchor, chosen = [], onPick, onClose, doneLabel }: CodesPickerProps) {
  const [ticked, setTicked] = useState<ReadonlySet<CodeId>>(new Set(chosen));
  const toggle = (id: CodeId): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const done = (): void => {
    if (ticked.size === 0) return;
    onClose();
    onPick([...ticked]);
  };
  return (
    <Anchored label={label} anchor={anchor} onClose={onClose}>
      <CodePickerList label={label} chosen={ticked} onPick={toggle} onDone={done} />
      <footer className="code-picker-footer">
        <span className="muted">{ticked.size === 0 ? 'Enter ticks a code' : `${ticked.size} ticked`}</span>
        <Button tone="primary" isDisabled={ticked.size === 0} onPress={done}>
          {doneLabel}
        </Button>
      </footer>
    </Anchored>
  );
}

interface AnchoredProps {
  readonly label: string;
  readonly anchor: PickerAnchor;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

function Anchored({ label, anchor, onClose, children }: AnchoredProps) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={place} className="picker-anchor" style={{ ...anchor }} />
      <Popover
        className="popover code-picker-popover"
        triggerRef={place}
        isOpen
        placement="bottom start"
        offset={4}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Dialog aria-label={label} className="code-picker-dialog">
          {children}
        </Dialog>
      </Popover>
    </>
  );
}
