import { useState } from 'react';
import type { Expected } from '#shared/matrices/patterns.ts';
import { wordLabel } from '#shared/matrices/traits.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import type { TraitId, ColumnId } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { closeDialog } from './matrices-store.ts';
import { changeReading, useReading } from './reading-store.ts';
import { traitChoices } from './trait-choices.ts';
import { expectations } from './pattern-words.ts';
import { valuesIn } from './values-in.ts';

/** A pattern to look for: cases with a value that have something in a column. Those that do not are highlighted. */
export function PatternDialog({ matrix }: { readonly matrix: Matrix }) {
  const before = useReading((state) => state.pattern);
  const [attributeId, setAttribute] = useState<TraitId | null>(before?.attributeId ?? null);
  const [value, setValue] = useState<string | null>(before?.value ?? null);
  const [columnId, setColumn] = useState<ColumnId | null>(before?.columnId ?? null);
  const [expected, setExpected] = useState<Expected | null>(before?.expected ?? null);
  const trait = matrix.attributes.find(({ id }) => id === attributeId);
  const column = matrix.columns.find(({ id }) => id === columnId);
  const isComplete = attributeId !== null && value !== null && column !== undefined && expected !== null;
  const look = (): void => {
    if (!isComplete) return;
    changeReading({ pattern: { attributeId, value, columnId: column.id, expected } });
    closeDialog();
  };
  return (
    <Dialog
      title="Look for what contradicts a pattern"
      isOpen
      size="medium"
      onClose={closeDialog}
      footer={
        <>
          {before !== null && (
            <Button
              onPress={() => {
                changeReading({ pattern: null });
                closeDialog();
              }}
            >
              Stop looking
            </Button>
          )}
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" isDisabled={!isComplete} onPress={look}>
            Highlight
          </Button>
        </>
      }
    >
      <p className="muted">
        Say what you think holds. Cases for which it does not are marked, and so are cases outside the group
        for which it holds as well.
      </p>
      <div className="matrix-new-attributes">
        <Select
          label="Cases whose"
          choices={traitChoices(matrix.attributes)}
          value={attributeId}
          onChange={(id) => {
            setAttribute(id as TraitId);
            setValue(null);
          }}
        />
        <Select
          label="is"
          isDisabled={attributeId === null}
          choices={valuesIn(matrix, attributeId).map((one) => ({
            value: one === '' ? ' ' : one,
            label: wordLabel(trait, one),
          }))}
          value={value === '' ? ' ' : value}
          onChange={(one) => setValue(one.trim())}
        />
        <Select
          label="have in the column"
          choices={matrix.columns.map(({ id, title }) => ({ value: id as number, label: title }))}
          value={columnId}
          onChange={(id) => {
            setColumn(id as ColumnId);
            setExpected(null);
          }}
        />
        <Select
          label="this"
          isDisabled={column === undefined}
          choices={expectations(column)}
          value={expected}
          onChange={setExpected}
        />
      </div>
    </Dialog>
  );
}
