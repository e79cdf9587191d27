import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { navigate } from '../app/navigation.ts';
import { groupByCase, underHeadings, type FragmentHeading } from './fragment-groups.ts';
import { FragmentRow } from './fragment-row.tsx';
import { useChosenFragments } from './use-chosen-fragments.tsx';
import './fragment-list.css';

interface FragmentListProps {
  /** What the list holds, read out: “Fragments of Time”. */
  readonly label: string;
  readonly fragments: readonly Fragment[];
  readonly codes: ReadonlyMap<CodeId, Code>;
  /** In the order of the fragments. Left out: the fragments stand under their cases. */
  readonly headings?: readonly FragmentHeading[];
  /** Names the code of each fragment: for lists of more than one code. */
  readonly showCodes?: boolean;
  /** Left out: goes to the place in the transcript. Alt+Left comes back. */
  readonly onOpen?: (fragment: Fragment) => void;
  /** Called when the end comes into view. */
  readonly onEnd?: () => void;
  /** One of them is asked for: nothing else can be done with them. */
  readonly isChoice?: boolean;
  /** The code that the list is about, of which a fragment may be a near miss. Left out: the fragment's own. */
  readonly nearMissOf?: CodeId;
}

/**
 * Fragments under their cases. Arrows move, Enter or one click goes to the text. Several can be chosen, to be recoded,
 * copied or removed together: by their ticks, with Shift and the arrows, or with Space.
 */
export function FragmentList(props: FragmentListProps) {
  const { label, fragments, codes, headings, showCodes = true, onOpen = openInTranscript, onEnd } = props;
  const { isChoice = false, nearMissOf } = props;
  const lines = useMemo(
    () => (headings === undefined ? groupByCase(fragments) : underHeadings(fragments, headings)),
    [fragments, headings],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // The first line is the heading of a case.
  const [active, setActive] = useState(1);
  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'case' ? 32 : 92),
    overscan: 8,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1);
      if (last !== undefined && last.index >= lines.length - 5) onEnd?.();
    },
  });
  const choosing = useChosenFragments(lines, active, nearMissOf);

  function move(from: number, step: number, isExtending: boolean): void {
    let next = from + step;
    while (lines[next]?.kind === 'case') next += step > 0 ? 1 : -1;
    if (lines[next] === undefined) return;
    if (isExtending && !isChoice) choosing.extend(active, next);
    setActive(next);
    virtualizer.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[active];
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey) move(active, step, event.shiftKey);
    else if (event.key === 'Home') move(-1, 1, false);
    else if (event.key === 'End') move(lines.length, -1, false);
    else if (event.key === 'Enter' && line?.kind === 'fragment') onOpen(line.fragment);
    else if (isChoice || !choosing.onKey(event, scroller.current)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent, index: number, fragment: Fragment): void {
    setActive(index);
    const onTick = event.target instanceof Element && event.target.closest('.fragment-tick') !== null;
    if (!isChoice && event.shiftKey) choosing.extend(active, index);
    else if (!isChoice && (onTick || event.ctrlKey || event.metaKey)) choosing.toggle(fragment);
    else onOpen(fragment);
  }

  return (
    <div className="fragment-list-frame">
      {choosing.tools}
      <div
        ref={scroller}
        className="fragment-list"
        role="listbox"
        aria-label={label}
        aria-multiselectable={!isChoice}
        aria-activedescendant={`fragment-line-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          className="fragment-list-canvas"
          role="presentation"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const place = {
              'data-index': index,
              ref: virtualizer.measureElement,
              style: { transform: `translateY(${start}px)` },
            };
            if (line.kind === 'case') {
              return (
                <div key={index} {...place} className="fragment-case" role="presentation">
                  {line.title} <span className="muted">{line.count}</span>
                </div>
              );
            }
            const { fragment } = line;
            const isChosen = choosing.chosen.has(fragment.id);
            return (
              <div
                key={index}
                {...place}
                id={`fragment-line-${index}`}
                className="fragment"
                role="option"
                data-active={index === active || undefined}
                data-tickable={!isChoice || undefined}
                aria-selected={isChoice ? index === active : isChosen}
                tabIndex={-1}
                onClick={(event) => onClick(event, index, fragment)}
                onKeyDown={onKeyDown}
              >
                {!isChoice && (
                  <span className="fragment-tick" aria-hidden data-chosen={isChosen || undefined} />
                )}
                <FragmentRow fragment={fragment} code={codes.get(fragment.codeId)} showCode={showCodes} />
              </div>
            );
          })}
        </div>
      </div>
      {choosing.picker}
    </div>
  );
}

export function openInTranscript({ transcriptId, id }: Fragment): void {
  navigate({ screen: 'coding', transcriptId, codingId: id });
}
