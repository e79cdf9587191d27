import { useState } from 'react';
import { ratings } from '#shared/matrices/cell-kinds.ts';
import { ratingName } from '#shared/matrices/judgement-names.ts';
import { withoutTrait } from '#shared/matrices/traits.ts';
import { groupRow } from '#shared/matrices/row-keys.ts';
import type { Matrix, MatrixCell, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import type { TraitId, ColumnId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { closeDialog } from './matrices-store.ts';
import { traitChoices } from './trait-choices.ts';
import { valuesIn } from './values-in.ts';

interface ByGroupDialogProps {
  readonly matrix: Matrix;
  readonly columnId: ColumnId;
}

/** Small multiples: one column, once for each group, on one scale. */
export function ByGroupDialog({ matrix, columnId }: ByGroupDialogProps) {
  const [attributeId, setAttribute] = useState<TraitId | null>(
    matrix.view.groupBy ?? matrix.attributes[0]?.id ?? null,
  );
  const column = matrix.columns.find(({ id }) => id === columnId);
  const cells = new Map(
    matrix.cells.filter((cell) => cell.columnId === columnId).map((cell) => [cell.rowKey, cell]),
  );
  const trait = matrix.attributes.find(({ id }) => id === attributeId);
  const none = trait === undefined ? 'No value' : withoutTrait(trait);
  const most = Math.max(1, ...[...cells.values()].map(({ count }) => count));
  const rowsOf = (value: string): MatrixRow[] =>
    matrix.rows.filter(
      ({ participantId, values }) =>
        participantId !== null &&
        attributeId !== null &&
        groupRow(values[attributeId] ?? '') === groupRow(value),
    );
  return (
    <Dialog
      title={`“${column?.title ?? ''}” by group`}
      isOpen
      size="large"
      onClose={closeDialog}
      footer={
        <Button tone="primary" onPress={closeDialog}>
          Close
        </Button>
      }
    >
      <div className="matrix-new-attributes">
        <Select
          label="Groups"
          choices={traitChoices(matrix.attributes)}
          value={attributeId}
          onChange={(id) => setAttribute(id as TraitId)}
        />
      </div>
      <p className="muted">
        Few cases stand for themselves and not for others: read the numbers with their denominators.
      </p>
      <div className="matrix-multiples">
        {valuesIn(matrix, attributeId).map((value) => {
          const rows = rowsOf(value);
          if (rows.length === 0) return null;
          const name = value === '' ? none : value;
          return (
            <section key={value} aria-label={name}>
              <h3>
                {name} <span className="muted">{summaryOf(rows, cells)}</span>
              </h3>
              <ul>
                {rows.map((row) => (
                  <GroupLine key={row.key} row={row} cell={cells.get(row.key)} most={most} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

function summaryOf(rows: readonly MatrixRow[], cells: ReadonlyMap<string, MatrixCell>): string {
  const own = rows.flatMap(({ key }) => cells.get(key) ?? []);
  const spread = ratings
    .map((rating) => [rating, own.filter((cell) => cell.rating === rating).length] as const)
    .filter(([, cases]) => cases > 0)
    .map(([rating, cases]) => `${ratingName(rating)}: ${cases}`);
  const some = own.filter(({ count }) => count > 0).length;
  return spread.length > 0 ? `${spread.join(', ')} of ${rows.length}` : `in ${some} of ${rows.length} cases`;
}

interface GroupLineProps {
  readonly row: MatrixRow;
  readonly cell: MatrixCell | undefined;
  readonly most: number;
}

function GroupLine({ row, cell, most }: GroupLineProps) {
  const count = cell?.count ?? 0;
  const rating = cell?.rating ?? null;
  const judged = rating === null ? (cell?.symbol ?? cell?.derived ?? '') : ratingName(rating);
  return (
    <li>
      <span className="matrix-multiple-case">{row.code}</span>
      <span className="matrix-multiple-bar" aria-hidden>
        <span style={{ width: `${(100 * count) / most}%` }} />
      </span>
      <span className="matrix-multiple-count">{count}</span>
      <span className="matrix-multiple-words" title={cell?.summary ?? ''}>
        {judged !== '' && <b>{judged} </b>}
        {cell?.summary ?? ''}
      </span>
    </li>
  );
}
