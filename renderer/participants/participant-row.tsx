import { Ellipsis } from 'lucide-react';
import { valueWarning } from '#shared/participants/attribute-values.ts';
import type { Participant } from '#shared/participants/participants-contract.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { askToWithdraw } from '../withdrawal/withdrawal-dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { goTo, pendingKey, startEditing, useEditing } from './cell-editing.ts';
import { CellInput } from './cell-input.tsx';
import { askForConsent, askToRemove } from './participants-actions.ts';
import { isCleared, isNumeric, writtenIn, type TableColumn } from './participant-columns.ts';

interface ParticipantRowProps {
  /** Undefined for the empty row at the end. */
  readonly participant: Participant | undefined;
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
  readonly row: number;
  readonly top: number;
  /** The number of the column that has the focus, when it is in this row. */
  readonly focused: number | null;
  readonly onSave: (text: string) => void;
}

export function ParticipantRow({
  participant,
  columns,
  widths,
  row,
  top,
  focused,
  onSave,
}: ParticipantRowProps) {
  return (
    <div
      className="participant-row"
      role="row"
      aria-rowindex={row + 2}
      data-new={participant === undefined || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, index) => (
        <ParticipantCell
          key={column.kind === 'attribute' ? column.attribute.id : column.kind}
          participant={participant}
          column={column}
          row={row}
          index={index}
          width={widths[index] ?? 0}
          isSpot={focused === index}
          onSave={onSave}
        />
      ))}
      <div className="participant-cell" role="gridcell" data-kind="more" aria-colindex={columns.length + 1}>
        {participant !== undefined && (
          <RowMenu
            participant={participant}
            row={row}
            column={columns.length}
            isSpot={focused === columns.length}
          />
        )}
      </div>
    </div>
  );
}

interface ParticipantCellProps {
  readonly participant: Participant | undefined;
  readonly column: TableColumn;
  readonly row: number;
  readonly index: number;
  readonly width: number;
  readonly isSpot: boolean;
  readonly onSave: (text: string) => void;
}

function ParticipantCell({ participant, column, row, index, width, isSpot, onSave }: ParticipantCellProps) {
  const isEditing = useEditing(({ draft }) => isSpot && draft !== null);
  const pending = useEditing((state) =>
    participant === undefined ? undefined : state.pending.get(pendingKey(participant, column))?.text,
  );
  const written = pending ?? writtenIn(participant, column);
  const warning = column.kind === 'attribute' ? valueWarning(written, column.attribute) : null;
  const isWritten = column.kind === 'attribute' || column.kind === 'site';
  const canEdit = column.kind === 'code' || (isWritten && participant !== undefined);
  return (
    <div
      className="participant-cell"
      role={column.kind === 'code' ? 'rowheader' : 'gridcell'}
      aria-colindex={index + 1}
      aria-readonly={!canEdit}
      data-kind={column.kind}
      style={{ flexBasis: width }}
      data-number={isNumeric(column) || undefined}
      data-misfit={warning !== null || undefined}
      data-cleared={
        column.kind === 'consent' && participant !== undefined ? isCleared(participant) : undefined
      }
      data-editing={isEditing || undefined}
      data-spot={`${row}:${index}`}
      tabIndex={isSpot ? 0 : -1}
      title={warning ?? undefined}
      onFocus={() => {
        if (!isSpot) goTo({ row, column: index });
      }}
      onDoubleClick={() => {
        if (canEdit) startEditing({ row, column: index }, written, participant);
        else if (column.kind === 'consent' && participant !== undefined) askForConsent(participant);
      }}
    >
      {isEditing && canEdit ? (
        <CellInput column={column} spot={{ row, column: index }} onSave={onSave} />
      ) : (
        <>
          <span className="participant-value">
            {participant === undefined ? placeholder(column) : shownIn(column, written)}
          </span>
          {warning !== null && <span className="visually-hidden">{warning}</span>}
        </>
      )}
    </div>
  );
}

function RowMenu({
  participant,
  row,
  column,
  isSpot,
}: {
  readonly participant: Participant;
  readonly row: number;
  readonly column: number;
  readonly isSpot: boolean;
}) {
  return (
    <Menu
      label={`Actions for ${participant.code}`}
      trigger={
        <IconButton
          label={`More for ${participant.code}`}
          icon={<Ellipsis />}
          data-spot={`${row}:${column}`}
          excludeFromTabOrder={!isSpot}
        />
      }
      choices={[
        {
          id: 'rename',
          label: 'Change the code',
          shortcut: 'F2',
          run: () => startEditing({ row, column: 0 }, participant.code, participant),
        },
        { id: 'consent', label: 'Consent…', run: () => askForConsent(participant) },
        {
          id: 'remove',
          label: 'Remove…',
          shortcut: 'Delete',
          tone: 'danger',
          run: () => void askToRemove(participant).catch(reportError),
        },
        {
          id: 'withdraw',
          label: 'Withdraw: erase for good…',
          tone: 'danger',
          run: () => askToWithdraw({ participantId: participant.id, code: participant.code }),
        },
      ]}
    />
  );
}

function placeholder(column: TableColumn): string {
  return column.kind === 'code' ? 'New participant' : '';
}

function shownIn(column: TableColumn, written: string): string {
  return column.kind === 'transcripts' && written === '0' ? '–' : written;
}
