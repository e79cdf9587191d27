import { useEffect } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { MATRIX_TABLES } from './matrix-tables.ts';
import type { CellKey, MatrixModel } from './matrix-model.ts';
import { showQuotations, useQuotations } from './quotations-store.ts';

/** Rows are asked for in blocks, so that scrolling does not ask for every line anew. */
const BLOCK = 20;
const MOST_LINES = 5;

interface GridQuotationsProps {
  readonly model: MatrixModel;
  /** Lines of the grid that are drawn: those near the eye, the pinned ones, and the one with the keys. */
  readonly drawn: readonly number[];
}

/** Fetches the quotations of the rows near the eye. It draws nothing: the cells look up their own. */
export function GridQuotations({ model, drawn }: GridQuotationsProps) {
  const { id } = model.matrix;
  const blocks = new Set(drawn.map((index) => Math.floor(index / BLOCK)));
  const rowKeys = [...blocks]
    .flatMap((block) => model.lines.slice(block * BLOCK, (block + 1) * BLOCK))
    .flatMap((line) => (line.kind === 'case' ? [line.row.key] : []))
    .slice(0, 200);
  const { value } = useLive(() => api.matrices.quotations({ id, rowKeys, most: MOST_LINES }), MATRIX_TABLES, [
    id,
    rowKeys.join('\n'),
  ]);
  useEffect(() => {
    if (value !== undefined) showQuotations(value);
  }, [value]);
  useEffect(() => () => showQuotations([]), []);
  return null;
}

interface CellQuotationListProps {
  readonly cell: CellKey;
  /** Lines of text that the cell has for them. */
  readonly lines: number;
}

/** The first quotations in a cell, two lines for each, and how many more there are. */
export function CellQuotationList({ cell, lines }: CellQuotationListProps) {
  const found = useQuotations(({ cells }) => cells.get(cell));
  if (found === undefined || found.quotations.length === 0) return null;
  const shown = found.quotations.slice(0, Math.max(1, Math.floor(lines / 2)));
  const more = found.total - shown.length;
  return (
    <div className="matrix-quotations">
      {shown.map(({ codingId, text, translation }, index) => (
        <div key={codingId} className="matrix-quotation">
          <p>
            “{text}”{translation !== '' && <em> {translation}</em>}
          </p>
          {more > 0 && index === shown.length - 1 && (
            <span className="matrix-quotations-more">
              +{more}
              <span className="visually-hidden"> more quotations</span>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
