import { useEffect, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useMatrices } from './matrices-store.ts';

interface SourceTicksProps {
  /** The matrix that the column is for: it cannot be drawn from itself. */
  readonly matrixId: MatrixId;
  readonly chosen: readonly ColumnId[];
  readonly onChange: (chosen: readonly ColumnId[]) => void;
}

/** Columns of another matrix to draw from. */
export function SourceTicks({ matrixId, chosen, onChange }: SourceTicksProps) {
  const others = useMatrices((state) => state.matrices).filter(({ id }) => id !== matrixId);
  const [source, setSource] = useState<MatrixId | null>(others[0]?.id ?? null);
  const columns = useColumnsOf(source);
  if (others.length === 0)
    return <p className="muted">There is no other matrix to draw from yet. Make one first.</p>;
  const toggle = (id: ColumnId, isTicked: boolean): void =>
    onChange(isTicked ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <>
      <Select
        label="Drawn from"
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={source}
        onChange={(id) => {
          setSource(id);
          onChange([]);
        }}
      />
      <div className="matrix-ticks" role="group" aria-label="Columns to draw from">
        {columns.map(({ id, title }) => (
          <Checkbox
            key={id}
            className="matrix-tick"
            isSelected={chosen.includes(id)}
            onChange={(isTicked) => toggle(id, isTicked)}
          >
            <span className="matrix-tick-box" aria-hidden />
            {title}
          </Checkbox>
        ))}
      </div>
    </>
  );
}

/** The columns of a matrix, as they are when it is chosen. */
export function useColumnsOf(matrixId: MatrixId | null): Matrix['columns'] {
  const [matrix, setMatrix] = useState<Matrix | null>(null);
  useEffect(() => {
    if (matrixId === null) return;
    let isLatest = true;
    api.matrices.get({ id: matrixId }).then((value) => {
      if (isLatest) setMatrix(value);
    }, reportError);
    return () => {
      isLatest = false;
    };
  }, [matrixId]);
  return matrix?.id === matrixId ? matrix.columns : [];
}
