import { ratingName, symbolSigns } from '#shared/matrices/judgement-names.ts';
import type { ShownKind } from '#shared/matrices/cell-kinds.ts';
import type { MatrixCell } from '#shared/matrices/matrices-contract.ts';

interface JudgementMarkProps {
  readonly cell: MatrixCell;
  readonly shows: readonly ShownKind[];
}

/** The rating or the symbol of a cell, and whether it still lacks evidence. */
export function JudgementMark({ cell, shows }: JudgementMarkProps) {
  const rating = shows.includes('rating') ? cell.rating : null;
  const symbol = shows.includes('symbol') ? cell.symbol : null;
  if (rating === null && symbol === null) return null;
  const isBare = cell.evidence === 0 && rating !== 'no data' && symbol !== 'unknown' && symbol !== 'unclear';
  return (
    <span className="matrix-judgement" data-value={rating ?? symbol}>
      {rating !== null && <b>{ratingName(rating)}</b>}
      {symbol !== null && (
        <>
          <b aria-hidden>{symbolSigns[symbol]}</b> {symbol}
        </>
      )}
      {isBare && (
        <span className="matrix-bare" title="Nothing is attached as evidence yet">
          needs evidence
        </span>
      )}
    </span>
  );
}
