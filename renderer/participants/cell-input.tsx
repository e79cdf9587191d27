import { useRef, type KeyboardEvent } from 'react';
import type { Spot } from '../matrices/grid-keys.ts';
import { goTo, stopEditing, typeDraft, useEditing } from './cell-editing.ts';
import type { TableColumn } from './participant-columns.ts';
import { choicesId, SITE_CHOICES } from './value-choices.tsx';

interface CellInputProps {
  readonly column: TableColumn;
  readonly spot: Spot;
  readonly onSave: (text: string) => void;
}

/** The field in a cell that is being written: Enter and Tab save and move on, Escape leaves it as it was. */
export function CellInput({ column, spot, onSave }: CellInputProps) {
  const draft = useEditing((state) => state.draft?.text) ?? '';
  const isDone = useRef(false);
  const finish = (move: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    onSave(draft);
    move();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column: at } = spot;
    if (event.key === 'Enter')
      finish(() => goTo({ row: event.shiftKey ? Math.max(0, row - 1) : row + 1, column: at }));
    else if (event.key === 'Tab')
      finish(() => goTo({ row, column: Math.max(0, at + (event.shiftKey ? -1 : 1)) }));
    else if (event.key === 'Escape') {
      isDone.current = true;
      stopEditing();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className="participant-input"
      aria-label={
        column.kind === 'attribute' ? column.attribute.name : column.kind === 'site' ? 'Site' : 'Participant'
      }
      list={
        column.kind === 'attribute'
          ? choicesId(column.attribute)
          : column.kind === 'site'
            ? SITE_CHOICES
            : undefined
      }
      autoComplete="off"
      value={draft}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just begun to write in this cell
      autoFocus
      onChange={(event) => typeDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(stopEditing)}
    />
  );
}
