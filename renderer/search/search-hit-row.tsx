import { Check } from 'lucide-react';
import type { SearchHit } from '#shared/search/search-contract.ts';

interface SearchHitRowProps {
  readonly hit: SearchHit;
  /** Null where it cannot be coded. */
  readonly isTicked: boolean | null;
  readonly onTick: () => void;
}

export function SearchHitRow({ hit, isTicked, onTick }: SearchHitRowProps) {
  const { context, start, end, heading, part, place } = hit;
  return (
    <>
      {isTicked !== null && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the list has the keys of its options: Space ticks
        <span
          className="search-tick"
          data-ticked={isTicked || undefined}
          title="Choose it for coding (Space)"
          onClick={(event) => {
            event.stopPropagation();
            onTick();
          }}
        >
          {isTicked && <Check aria-hidden />}
        </span>
      )}
      <div className="search-hit-text">
        {place.kind !== 'text' && (
          <p className="search-source">
            {heading}
            {part !== null && <span className="muted">{part}</span>}
          </p>
        )}
        <p className="search-context">
          {context.slice(0, start)}
          <mark>{context.slice(start, end)}</mark>
          {context.slice(end)}
        </p>
      </div>
    </>
  );
}
