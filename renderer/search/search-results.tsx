import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { openHit } from './search-actions.ts';
import { SearchHitRow } from './search-hit-row.tsx';
import { countLine, fieldNames, isCodable, type SearchLine } from './search-lines.ts';
import { setTicked, useSearch } from './search-store.ts';

export interface SearchResultsHandle {
  focus(): void;
  openFirst(): void;
}

interface SearchResultsProps {
  readonly lines: readonly SearchLine[];
  /** ↑ above the first hit, or Escape. */
  readonly onLeave: () => void;
  /** C: choose a code for what is ticked. */
  readonly onCode: () => void;
  /** The end came into view. */
  readonly onEnd: () => void;
  readonly ref?: Ref<SearchResultsHandle>;
}

/** The hits where they stand. Arrows move, Space ticks, Enter or a click goes there. */
export function SearchResults({ lines, onLeave, onCode, onEnd, ref }: SearchResultsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ticked, left } = useSearch();
  const [moved, setMoved] = useState<number | null>(null);
  const back = lines.findIndex((line) => line.kind === 'hit' && line.key === left);
  const firstHit = lines.findIndex(({ kind }) => kind === 'hit');
  const active = moved !== null && lines[moved]?.kind === 'hit' ? moved : Math.max(back, firstHit);
  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'hit' ? 48 : 32),
    overscan: 12,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1);
      if (last !== undefined && last.index >= lines.length - 5) onEnd();
    },
  });

  useImperativeHandle(ref, () => ({
    focus() {
      virtualizer.scrollToIndex(active, { align: 'auto' });
      scroller.current?.focus({ preventScroll: true });
    },
    openFirst() {
      const line = lines[active];
      if (line?.kind === 'hit') openHit(line.hit);
    },
  }));

  function move(from: number, step: number): void {
    let next = from + step;
    while (lines[next] !== undefined && lines[next]?.kind !== 'hit') next += Math.sign(step);
    if (lines[next] === undefined) {
      if (step === -1) onLeave();
      return;
    }
    setMoved(next);
    virtualizer.scrollToIndex(next);
  }

  function tick(index: number): void {
    const line = lines[index];
    if (isCodable(line)) setTicked([line.key], !ticked.has(line.key));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[active];
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    const withControl = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    if (step !== undefined) move(active, step);
    else if (event.key === 'Home') move(-1, 1);
    else if (event.key === 'End') move(lines.length, -1);
    else if (event.key === 'Enter' && line?.kind === 'hit') openHit(line.hit);
    else if (event.key === ' ') tick(active);
    else if (event.key === 'a' && withControl) setTicked(codableKeys(lines), true);
    else if (event.key === 'c' && !withControl && ticked.size > 0) onCode();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className="search-results"
      role="listbox"
      aria-label="Hits"
      aria-multiselectable
      aria-activedescendant={`search-line-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="search-canvas" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place = {
            'data-index': index,
            ref: virtualizer.measureElement,
            style: { transform: `translateY(${start}px)` },
          };
          return line.kind === 'hit' ? (
            <div
              key={line.key}
              {...place}
              id={`search-line-${index}`}
              className="search-hit"
              role="option"
              aria-selected={ticked.has(line.key)}
              data-active={index === active || undefined}
              tabIndex={-1}
              onClick={() => {
                setMoved(index);
                openHit(line.hit);
              }}
              onKeyDown={onKeyDown}
            >
              <SearchHitRow
                hit={line.hit}
                isTicked={isCodable(line) ? ticked.has(line.key) : null}
                onTick={() => {
                  setMoved(index);
                  tick(index);
                }}
              />
            </div>
          ) : (
            <Heading key={`heading ${index}`} line={line} place={place} />
          );
        })}
      </div>
    </div>
  );
}

export function codableKeys(lines: readonly SearchLine[]): readonly string[] {
  return lines.filter(isCodable).map(({ key }) => key);
}

interface HeadingProps {
  readonly line: Exclude<SearchLine, { kind: 'hit' }>;
  readonly place: Readonly<Record<string, unknown>>;
}

function Heading({ line, place }: HeadingProps) {
  return line.kind === 'group' ? (
    <div {...place} className="search-group" role="presentation">
      {fieldNames[line.group.field]} <span className="muted">{countLine(line.group)}</span>
    </div>
  ) : (
    <div {...place} className="search-heading" role="presentation">
      {line.title} <span className="muted">{line.hits}</span>
    </div>
  );
}
