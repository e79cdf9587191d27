import { useCallback, useEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { ParticipantId } from '#shared/ids.ts';
import type { Participant, ParticipantTable } from '#shared/participants/participants-contract.ts';
import { spotAfter, type GridShape, type Spot } from '../matrices/grid-keys.ts';
import { reportError } from '../ui/toasts-store.ts';
import {
  currentText,
  forgetSaved,
  goTo,
  saveCell,
  startEditing,
  stopEditing,
  useEditing,
} from './cell-editing.ts';
import { ColumnHead } from './column-head.tsx';
import { ParticipantRow } from './participant-row.tsx';
import { askForConsent, askToRemove } from './participants-actions.ts';
import { columnsOf, inOrder, widthOf, writtenIn } from './participant-columns.ts';
import { useParticipantsOrder } from './participants-store.ts';
import { useAdding, useGridFocus } from './use-grid-focus.ts';
import { ValueChoices } from './value-choices.tsx';

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 44;

/** The table of participants, handled as a spreadsheet. Below the last participant lies an empty row for the next one. */
export function ParticipantGrid({ table }: { readonly table: ParticipantTable }) {
  const order = useParticipantsOrder();
  const { spot, draft } = useEditing();
  const scroller = useRef<HTMLDivElement>(null);
  const participants = useMemo(() => inOrder(table.participants, order), [table, order]);
  const columns = useMemo(() => columnsOf(table.attributes), [table]);
  const widths = useMemo(
    () => columns.map((column) => widthOf(column, table.participants)),
    [columns, table],
  );
  const rows = participants.length + 1;
  useEffect(forgetSaved, [table]);
  useAdding(rows);

  const shown: Spot = {
    row: draft === null ? Math.min(spot.row, rows - 1) : rowOf(draft.participantId, participants),
    column: Math.min(spot.column, columns.length),
  };
  const isGone = shown.row === -1 && draft !== null;
  useEffect(() => {
    if (isGone) stopEditing();
  }, [isGone]);

  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which is not used here
  const lines = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // The focused row has the keys, so it stays however far away it is scrolled.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), Math.min(shown.row, range.count - 1)])]
          .filter((index) => index >= 0)
          .toSorted((a, b) => a - b),
      [shown.row],
    ),
  });

  const shape: GridShape = {
    rows,
    // The last one holds the menu of the row.
    columns: columns.length + 1,
    page: Math.max(1, Math.floor(((lines.scrollRect?.height ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT)),
    isFilled: ({ row, column }) => {
      const at = columns[column];
      return at !== undefined && writtenIn(participants[row], at) !== '';
    },
  };
  useGridFocus(scroller, shown, draft !== null, (row) => lines.scrollToIndex(row));

  const save = (text: string): void => {
    const column = columns[shown.column];
    if (column === undefined || shown.row < 0) return;
    saveCell(participants[shown.row], column, text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || draft !== null) return;
    const next = spotAfter(event, shown, shape);
    const column = columns[shown.column];
    const participant = participants[shown.row];
    if (next !== null) goTo(next);
    else if (shown.row < 0 || column === undefined || column.kind === 'transcripts') return;
    else if (column.kind === 'consent') {
      if (participant === undefined || (event.key !== 'Enter' && event.key !== 'F2')) return;
      askForConsent(participant);
    } else if (event.key === 'Enter' || event.key === 'F2')
      startEditing(shown, currentText(participant, column), participant);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (column.kind !== 'code') save('');
      else if (participant !== undefined && event.key === 'Delete')
        askToRemove(participant).catch(reportError);
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      startEditing(shown, event.key, participant);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent): void => {
    const column = columns[shown.column];
    if (draft !== null || column === undefined || shown.row < 0) return;
    event.clipboardData.setData('text/plain', currentText(participants[shown.row], column));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    save(event.clipboardData.getData('text/plain').split(/[\t\r\n]/)[0] ?? '');
    event.preventDefault();
  };

  return (
    <div
      className="participant-grid"
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label="Participants"
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div className="participant-grid-body" role="presentation" style={{ height: lines.getTotalSize() }}>
        <div className="participant-head" role="row" aria-rowindex={1}>
          {columns.map((column, index) => (
            <ColumnHead
              key={column.kind === 'attribute' ? column.attribute.id : column.kind}
              table={table}
              column={column}
              index={index}
              width={widths[index] ?? 0}
              isSpot={shown.row === -1 && shown.column === index}
            />
          ))}
          <div className="participant-head-cell" data-kind="more" role="columnheader">
            <span className="visually-hidden">More</span>
          </div>
        </div>
        {lines.getVirtualItems().map(({ index, start }) => (
          <ParticipantRow
            key={participants[index]?.id ?? 'new'}
            participant={participants[index]}
            columns={columns}
            widths={widths}
            row={index}
            top={start}
            focused={shown.row === index ? shown.column : null}
            onSave={save}
          />
        ))}
      </div>
      <ValueChoices table={table} />
    </div>
  );
}

/** The empty row, after the last participant, belongs to nobody. Somebody who has gone has no row. */
function rowOf(id: ParticipantId | null, participants: readonly Participant[]): number {
  return id === null ? participants.length : participants.findIndex((participant) => participant.id === id);
}
