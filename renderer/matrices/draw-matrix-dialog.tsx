import { useState } from 'react';
import {
  drawnColumns,
  fateOf,
  missingInPlan,
  type ColumnFate,
  type DrawPlan,
} from '#shared/matrices/draw-plan.ts';
import { rowKindNames } from '#shared/matrices/judgement-names.ts';
import type { Matrix, MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { TraitId, ColumnId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { freeMatrixName } from './free-matrix-name.ts';
import { openMatrix } from './matrices-actions.ts';
import { closeDialog, useMatrices } from './matrices-store.ts';
import { traitChoices } from './trait-choices.ts';
import { useProblem } from './use-problem.ts';

const SAME_ROWS = 0;

/** Plans a second matrix: which columns of the first go on, which are merged, which are left out, and why. */
export function DrawMatrixDialog({ source }: { readonly source: Matrix }) {
  const taken = useMatrices((state) => state.matrices).map(({ name }) => name);
  const [name, setName] = useState(() => freeMatrixName(`${source.name}, reduced`, taken));
  const [plan, setPlan] = useState<DrawPlan>(new Map());
  const [rowAttributeId, setRows] = useState<TraitId | null>(null);
  const { problem, attempt } = useProblem();
  const columns = source.columns.filter(({ kind }) => kind !== 'attribute');
  const missing = missingInPlan(columns, plan);
  const [, rows] = rowKindNames[source.rowKind];

  const change = (id: ColumnId, fate: Partial<ColumnFate>): void => {
    const next = new Map(plan).set(id, { ...fateOf(plan, id), ...fate });
    // A column that nothing can be merged into any more lets those that were go back to their own.
    for (const [other, { to }] of next)
      if (typeof to === 'object' && fateOf(next, to.with).to !== 'own')
        next.set(other, { ...fateOf(next, other), to: 'own' });
    setPlan(next);
  };
  const draw = async (): Promise<void> => {
    openMatrix(
      await api.matrices.draw({ name, sourceId: source.id, rowAttributeId, ...drawnColumns(columns, plan) }),
    );
  };

  return (
    <Dialog
      title={`Draw a second matrix from “${source.name}”`}
      isOpen
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <span className="matrix-dialog-note muted">{missing ?? ''}</span>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={missing !== null || name.trim() === ''}
            onPress={() => attempt(draw(), closeDialog)}
          >
            Draw matrix
          </Button>
        </>
      }
    >
      <p className="muted">
        Its cells start empty. You write them, with the cells they are drawn from beside them; when one of
        those changes, the cell says so. What is merged or left out is kept in the reduction log.
      </p>
      <div className="matrix-draw-head">
        <TextField label="Name" value={name} onChange={setName} autoFocus errorMessage={problem} />
        {source.rowKind === 'cases' && (
          <Select
            label="Rows"
            choices={[
              { value: SAME_ROWS, label: `the same ${rows}` },
              ...traitChoices(source.attributes).map(({ value, label }) => ({
                value,
                label: `groups by ${label}`,
              })),
            ]}
            value={rowAttributeId ?? SAME_ROWS}
            onChange={(id) => setRows(id === SAME_ROWS ? null : (id as TraitId))}
          />
        )}
      </div>
      <table className="matrix-draw">
        <thead>
          <tr>
            <th scope="col">Column of the first matrix</th>
            <th scope="col">Becomes</th>
            <th scope="col">Title, or why</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <FateRow key={column.id} column={column} columns={columns} plan={plan} onChange={change} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface FateRowProps {
  readonly column: MatrixColumn;
  readonly columns: readonly MatrixColumn[];
  readonly plan: DrawPlan;
  readonly onChange: (id: ColumnId, fate: Partial<ColumnFate>) => void;
}

function FateRow({ column, columns, plan, onChange }: FateRowProps) {
  const { to, title, reason } = fateOf(plan, column.id);
  const targets = columns.filter(({ id }) => id !== column.id && fateOf(plan, id).to === 'own');
  const merged = columns.some(({ id }) => {
    const other = fateOf(plan, id).to;
    return typeof other === 'object' && other.with === column.id;
  });
  const choices = [
    { value: 'own', label: 'a column of its own' },
    ...targets.map((target) => ({ value: `with ${target.id}`, label: `merged into “${target.title}”` })),
    { value: 'out', label: 'left out' },
  ];
  const value = typeof to === 'object' ? `with ${to.with}` : to;
  return (
    <tr>
      <th scope="row">{column.title}</th>
      <td>
        <Select
          label={`What becomes of ${column.title}`}
          hideLabel
          choices={choices}
          value={value}
          onChange={(next) => {
            const target = targets.find(({ id }) => next === `with ${id}`);
            onChange(column.id, {
              to: target === undefined ? (next === 'out' ? 'out' : 'own') : { with: target.id },
            });
          }}
        />
      </td>
      <td>
        {to === 'own' ? (
          <TextField
            label={`Title of ${column.title}`}
            hideLabel
            value={title}
            placeholder={merged ? 'A title for what is merged' : column.title}
            onChange={(text) => onChange(column.id, { title: text })}
          />
        ) : (
          <TextField
            label={`Why ${column.title} is ${to === 'out' ? 'left out' : 'merged'}`}
            hideLabel
            value={reason}
            placeholder={to === 'out' ? 'Why it is left out' : 'Why they are merged'}
            onChange={(text) => onChange(column.id, { reason: text })}
          />
        )}
      </td>
    </tr>
  );
}
