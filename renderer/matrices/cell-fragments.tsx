import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CellDetail, MatrixColumn, Stance } from '#shared/matrices/matrices-contract.ts';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { linkByKey } from '../checking/claim-sentences.tsx';
import { Button } from '../ui/button.tsx';
import { openInTranscript } from '../coding/fragment-list.tsx';
import { focusFragments, focusGrid } from './matrix-focus.ts';
import { openDialog } from './matrices-store.ts';
import type { CellPlace } from './matrix-model.ts';
import { CellFragment } from './cell-fragment.tsx';
import { runSafely } from './run-safely.ts';

type CellFragmentData = CellDetail['fragments'][number];

interface CellFragmentsProps {
  readonly place: CellPlace;
  readonly fragments: readonly CellFragmentData[];
  /** More than are listed, in a row that takes many cases together. */
  readonly total: number;
  readonly column: MatrixColumn;
  readonly checking: CellChecking | undefined;
}

const FIRST = 100;
export const STANCE_KEYS: Readonly<Record<string, Stance>> = {
  e: 'supports',
  ' ': 'supports',
  q: 'qualifies',
  c: 'contradicts',
};

/** The fragments of a cell. E, Q and C say what each is to the summary; Enter goes to the text. */
export function CellFragments({ place, fragments, total, column, checking }: CellFragmentsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [most, setMost] = useState(FIRST);
  const shown = fragments.slice(0, Math.max(most, active + 1));
  const at = Math.min(active, fragments.length - 1);

  // The keys were sent here before there was anything to receive them.
  useEffect(() => {
    if (document.activeElement?.matches('.matrix-panel')) focusFragments();
  }, []);

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(index, shown.length - 1));
    setActive(next);
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  }
  function take(fragment: CellFragmentData, stance: Stance): void {
    const next = fragment.stance === stance ? null : stance;
    runSafely(api.matrices.setEvidence({ ...place, codingIds: [fragment.id], stance: next }));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const fragment = fragments[at];
    if (fragment === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: Infinity,
    };
    const step = steps[event.key];
    const stance = STANCE_KEYS[event.key.toLowerCase()];
    if (step !== undefined) moveTo(step);
    else if (stance !== undefined) take(fragment, stance);
    else if (linkByKey(checking, { codingId: fragment.id }, event.key)) return event.preventDefault();
    else if (event.key === 'Enter') openInTranscript(fragment);
    else if (event.key === 'Escape' || event.key === 'F6') focusGrid();
    else return;
    event.preventDefault();
  }

  return (
    <section className="matrix-fragments" aria-label="Fragments">
      <header className="matrix-fragments-header">
        <h3>
          {total === 1 ? '1 fragment' : `${total.toLocaleString()} fragments`}
          {total > fragments.length && <span className="muted"> · the first {fragments.length}</span>}
          <StanceCounts fragments={fragments} />
        </h3>
        {fragments.length > 0 && (
          <>
            <span className="matrix-fragment-keys">
              to them <kbd>Space</kbd>
            </span>
            <span className="matrix-fragment-keys" data-whole-line>
              <kbd>E</kbd> supports <kbd>Q</kbd> qualifies <kbd>C</kbd> contradicts
            </span>
          </>
        )}
      </header>
      {fragments.length === 0 ? (
        <NoFragments column={column} />
      ) : (
        <div
          ref={list}
          className="matrix-fragment-list"
          role="grid"
          aria-label="Fragments of the cell"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {shown.map((fragment, index) => (
            <CellFragment
              key={fragment.id}
              fragment={fragment}
              index={index}
              isActive={index === at}
              columnCodes={column.codeIds}
              checking={checking}
              onStand={setActive}
              onTake={take}
            />
          ))}
        </div>
      )}
      {shown.length < fragments.length && (
        <Button tone="quiet" onPress={() => setMost(fragments.length)}>
          Show all {fragments.length.toLocaleString()}
        </Button>
      )}
    </section>
  );
}

/** How many of them support what was written, qualify it, contradict it. */
function StanceCounts({ fragments }: { readonly fragments: readonly CellFragmentData[] }) {
  const counts = (['supports', 'qualifies', 'contradicts'] as const)
    .map((stance) => [fragments.filter((fragment) => fragment.stance === stance).length, stance] as const)
    .filter(([count]) => count > 0);
  if (counts.length === 0) return null;
  return (
    <span className="muted">
      {' '}
      · {counts.map(([count, stance]) => `${count} ${STANCE_WORDS[stance]}`).join(', ')}
    </span>
  );
}

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'supporting',
  qualifies: 'qualifying',
  contradicts: 'contradicting',
};

function NoFragments({ column }: { readonly column: MatrixColumn }) {
  if (column.kind === 'cells')
    return (
      <p className="matrix-no-fragments muted">
        What this column was drawn from was removed. What is written here is kept; undo brings the source
        back.
      </p>
    );
  return column.codeIds.length === 0 ? (
    <div className="matrix-no-fragments">
      <p className="muted">This column has no codes, so it asks for no fragments.</p>
      <Button onPress={() => openDialog({ kind: 'column', columnId: column.id, field: 'codes' })}>
        Choose codes
      </Button>
    </div>
  ) : (
    <p className="matrix-no-fragments muted">
      Nothing here is coded with the codes of this column, by the coders that count here.
    </p>
  );
}
