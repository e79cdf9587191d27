import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CodingId } from '#shared/ids.ts';
import type { Stance } from '#shared/matrices/matrices-contract.ts';
import type { CaseFragment, CaseSheet, CaseTheme } from '#shared/within-case/within-case-contract.ts';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { linkByKey, SentenceMarks } from '../checking/claim-sentences.tsx';
import { useCodebook } from '../codebook/codebook-store.ts';
import { openInTranscript } from '../coding/fragment-list.tsx';
import { FragmentRow } from '../coding/fragment-row.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { focusTheme, focusTranscript, fragmentElement } from './theme-focus.ts';
import { pointTo, useWithinCase } from './within-case-store.ts';
import '../coding/fragment-list.css';

const STANCES: readonly (readonly [key: string, stance: Stance, label: string])[] = [
  ['e', 'supports', 'Supports'],
  ['q', 'qualifies', 'Qualifies'],
  ['c', 'contradicts', 'Contradicts'],
];

interface ThemeFragmentsProps {
  readonly sheet: CaseSheet;
  readonly theme: CaseTheme;
  readonly byId: ReadonlyMap<CodingId, CaseFragment>;
  /** Undefined where nothing can be written, and while it is on its way. */
  readonly checking: CellChecking | undefined;
}

/**
 * The words behind a theme. Enter shows them in the transcript, a second Enter goes there; E, Q and C say what they do for
 * the summary, L and the digits which sentence of it rests on them.
 */
export function ThemeFragments({ sheet, theme, byId, checking }: ThemeFragmentsProps) {
  const fragments = behind(theme).flatMap((id) => byId.get(id) ?? []);
  const pointed = useWithinCase((state) => state.target?.codingId ?? null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      fragments.findIndex(({ id }) => id === pointed),
    ),
  );
  useEffect(() => {
    // Back from another screen: the keys stand where they stood.
    if (pointed !== null && document.activeElement === document.body) fragmentElement(pointed)?.focus();
    // Only when the list appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const list = useRef<HTMLDivElement>(null);
  const stances = new Map(theme.evidence.map(({ codingId, stance }) => [codingId, stance]));
  const at = Math.min(active, fragments.length - 1);

  if (fragments.length === 0)
    return (
      <p className="case-no-fragments muted">Nothing in this case is coded with the codes of this theme.</p>
    );

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(index, fragments.length - 1));
    setActive(next);
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  }
  function take(fragment: CaseFragment, stance: Stance): void {
    const { columnId } = theme;
    if (columnId === null) return;
    const next = stances.get(fragment.id) === stance ? null : stance;
    const { rowKey } = sheet;
    api.matrices.setEvidence({ columnId, rowKey, codingIds: [fragment.id], stance: next }).catch(reportError);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const fragment = fragments[at];
    if (fragment === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const stance = STANCES.find(([key]) => key === event.key.toLowerCase())?.[1];
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(Infinity);
    else if (event.key === 'Enter' && fragment.id === pointed) focusTranscript();
    else if (event.key === 'Enter' || event.key === ' ') show(fragment);
    else if (event.key === 'Escape') focusTheme(theme.key);
    else if (linkByKey(checking, { codingId: fragment.id }, event.key)) return event.preventDefault();
    else if (event.key.toLowerCase() === 'o') openInTranscript(fragment);
    else if (stance !== undefined && theme.columnId !== null) take(fragment, stance);
    else return;
    event.preventDefault();
  }

  return (
    <>
      {theme.columnId !== null && <Keys hasSentences={(checking?.sentences.length ?? 0) > 0} />}
      <div
        ref={list}
        className="case-fragments"
        role="grid"
        tabIndex={-1}
        aria-label={`Fragments of ${theme.title}`}
      >
        {fragments.map((fragment, index) => (
          <div
            role="row"
            key={fragment.id}
            className="case-fragment"
            data-index={index}
            data-coding={fragment.id}
            data-pointed={fragment.id === pointed || undefined}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setActive(index)}
            onClick={() => show(fragment)}
            onKeyDown={onKeyDown}
          >
            <div role="gridcell">
              <FragmentOf fragment={fragment} />
            </div>
            {theme.columnId !== null && (
              <div role="gridcell" className="case-fragment-stances">
                {STANCES.map(([, stance, label]) => (
                  <button
                    key={stance}
                    type="button"
                    className="case-stance"
                    data-stance={stance}
                    tabIndex={-1}
                    aria-pressed={stances.get(fragment.id) === stance}
                    onClick={(event) => {
                      event.stopPropagation();
                      take(fragment, stance);
                    }}
                  >
                    {label}
                  </button>
                ))}
                {checking !== undefined && (
                  <SentenceMarks checking={checking} evidence={{ codingId: fragment.id }} />
                )}
              </div>
            )}
          </div>
        ))}
      </div>
    </>
  );
}

/** Of the theme's codes first; then what the summary rests on besides. */
function behind({ fragmentIds, evidence }: CaseTheme): readonly CodingId[] {
  const own = new Set(fragmentIds);
  return [...fragmentIds, ...evidence.map(({ codingId }) => codingId).filter((id) => !own.has(id))];
}

function Keys({ hasSentences }: { readonly hasSentences: boolean }) {
  return (
    <p className="case-keys muted">
      <span>
        <kbd>E</kbd> supports
      </span>
      <span>
        <kbd>Q</kbd> qualifies
      </span>
      <span>
        <kbd>C</kbd> contradicts
      </span>
      {hasSentences && (
        <span>
          <kbd>1</kbd>–<kbd>9</kbd> the sentence
        </span>
      )}
      <span>
        <kbd>Enter</kbd> in the text
      </span>
      <span>
        <kbd>F6</kbd> the summary
      </span>
    </p>
  );
}

export function FragmentOf({ fragment }: { readonly fragment: CaseFragment }) {
  const code = useCodebook((state) => state.byId.get(fragment.codeId));
  return <FragmentRow fragment={fragment} code={code} showCode />;
}

export function show({ transcriptId, start, end, id }: CaseFragment): void {
  pointTo({ transcriptId, start, end, codingId: id });
}
