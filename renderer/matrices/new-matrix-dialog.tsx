import { useState, type FormEvent } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { quickColumns } from '#shared/matrices/quick-columns.ts';
import type { CodeId } from '#shared/ids.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CodeTicks } from './code-ticks.tsx';
import { createMatrix } from './matrices-actions.ts';
import { closeDialog, useMatrices } from './matrices-store.ts';
import { useProblem } from './use-problem.ts';

type Shape = 'each' | 'group';

/** Asks for a name and for the codes that make the columns. */
export function NewMatrixDialog() {
  const codes = useCodebook((state) => state.codes);
  const matrices = useMatrices((state) => state.matrices);
  const [name, setName] = useState(() => freeName(matrices.map((matrix) => matrix.name)));
  const [chosen, setChosen] = useState<readonly CodeId[]>([]);
  const [shape, setShape] = useState<Shape>('each');
  const { problem, attempt } = useProblem();
  const quick = quickColumns(codes);
  const tops = codes.filter(({ parentId }) => parentId === null);

  const columns =
    shape === 'each'
      ? chosen.map((id) => ({ title: '', codeIds: [id] }))
      : [{ title: '', codeIds: [...chosen] }];
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    attempt(createMatrix({ name, columns: chosen.length === 0 ? [] : columns }), closeDialog);
  };

  return (
    <Dialog
      title="New matrix"
      isOpen
      size="medium"
      onClose={closeDialog}
      footer={
        <>
          <span className="matrix-dialog-note muted">{sizeNote(chosen.length, shape)}</span>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form="new-matrix" isDisabled={name.trim() === ''}>
            Make matrix
          </Button>
        </>
      }
    >
      <form id="new-matrix" className="matrix-form" onSubmit={submit}>
        <TextField label="Name" value={name} onChange={setName} autoFocus errorMessage={problem} />
        <div className="matrix-quick">
          <span className="muted">Columns</span>
          {quick !== null && (
            <Button onPress={() => setChosen(quick.map(({ id }) => id))}>
              Four dimensions, costs, rewards, symbolic motives
            </Button>
          )}
          {tops.length > 0 && <Button onPress={() => setChosen(tops.map(({ id }) => id))}>Top codes</Button>}
          {chosen.length > 0 && (
            <Button tone="quiet" onPress={() => setChosen([])}>
              Untick all
            </Button>
          )}
        </div>
      </form>
      <CodeTicks label="Codes for the columns" chosen={chosen} onChange={setChosen} onDone={submit} />
      <RadioGroup
        className="matrix-shape"
        aria-label="How the codes become columns"
        orientation="horizontal"
        value={shape}
        onChange={(value) => setShape(value === 'group' ? 'group' : 'each')}
      >
        <Radio value="each" className="matrix-radio">
          One column for each code
        </Radio>
        <Radio value="group" className="matrix-radio">
          One column for all of them together
        </Radio>
      </RadioGroup>
    </Dialog>
  );
}

function sizeNote(chosen: number, shape: Shape): string {
  if (chosen === 0) return 'Columns can be added later';
  if (shape === 'group') return `1 column of ${chosen} ${chosen === 1 ? 'code' : 'codes'}`;
  return chosen === 1 ? '1 column' : `${chosen} columns`;
}

function freeName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const base = 'Cross-case matrix';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}
