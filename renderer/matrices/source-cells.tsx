import { ArrowUpRight } from 'lucide-react';
import type { CellDetail, Stance, UpstreamCell } from '#shared/matrices/matrices-contract.ts';
import { ratingName, symbolSigns } from '#shared/matrices/judgement-names.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import type { CellPlace } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

interface SourceCellsProps {
  readonly place: CellPlace;
  readonly upstream: CellDetail['upstream'];
}

const STANCES: readonly (readonly [Stance, string])[] = [
  ['supports', 'Supports'],
  ['qualifies', 'Qualifies'],
  ['contradicts', 'Contradicts'],
];

/** The cells that this one is drawn from, in full, beside what is written from them. */
export function SourceCells({ place, upstream }: SourceCellsProps) {
  return (
    <section className="matrix-sources" aria-label="Cells it is drawn from">
      <h3>{upstream.length === 1 ? 'Drawn from 1 cell' : `Drawn from ${upstream.length} cells`}</h3>
      {upstream.length === 0 && (
        <p className="muted">Nothing is written yet in the cells that this one is drawn from.</p>
      )}
      {upstream.map((cell) => (
        <SourceCell key={cell.cellId} place={place} cell={cell} />
      ))}
    </section>
  );
}

function SourceCell({ place, cell }: { readonly place: CellPlace; readonly cell: UpstreamCell }) {
  const open = (): void =>
    navigate({
      screen: 'matrices',
      matrixId: cell.matrixId,
      columnId: cell.columnId,
      rowKey: cell.rowKey,
    });
  return (
    <article className="matrix-fragment" data-stance={cell.stance ?? undefined}>
      <p className="matrix-source-name muted">
        {cell.rowName} × {cell.columnTitle}
        {cell.rating !== null && <b> {ratingName(cell.rating)}</b>}
        {cell.symbol !== null && (
          <b>
            {' '}
            {symbolSigns[cell.symbol]} {cell.symbol}
          </b>
        )}
      </p>
      <p className="matrix-panel-text">{cell.summary}</p>
      <div className="matrix-fragment-stances">
        {STANCES.map(([stance, label]) => (
          <button
            key={stance}
            type="button"
            className="matrix-stance"
            data-stance={stance}
            aria-pressed={cell.stance === stance}
            onClick={() =>
              runSafely(
                api.matrices.setEvidence({
                  ...place,
                  cellIds: [cell.cellId],
                  stance: cell.stance === stance ? null : stance,
                }),
              )
            }
          >
            {label}
          </button>
        ))}
        <button type="button" className="matrix-jump" onClick={open}>
          <ArrowUpRight aria-hidden />
          In {cell.matrixName}
        </button>
      </div>
    </article>
  );
}
