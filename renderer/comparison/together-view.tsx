import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type {
  SessionDifference,
  SessionDifferences,
  SessionSummary,
} from '#shared/comparison/comparison-contract.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useComparison } from './comparison-store.ts';
import { codeNames, describeDecision, describeDifference } from './difference-words.ts';
import { settleAndGoOn, step, takeBack, verdictOfKey } from './settle-actions.ts';
import { piecesOf, pieceMarks, turnsAround } from './difference-pieces.ts';
import { showMark } from './show-mark.ts';
import { useNewSpan } from './use-new-span.ts';
import { useComparedText } from './use-compared-text.ts';

interface TogetherViewProps {
  readonly session: SessionSummary;
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
  readonly current: SessionDifference | undefined;
}

const leave = (): void => useComparison.setState({ together: false });

/** Two people at one screen: one difference at a time, large enough to be read from a chair away, by keys alone. */
export function TogetherView({ session, all, shown, current }: TogetherViewProps) {
  if (current === undefined) {
    return (
      <EmptyState
        title="There is nothing to settle here"
        actions={<Button onPress={leave}>Back to the list</Button>}
      >
        Every difference that these filters show has been looked at.
      </EmptyState>
    );
  }
  return <Together key={current.key} session={session} all={all} shown={shown} current={current} />;
}

function Together({
  session,
  all,
  shown,
  current,
}: TogetherViewProps & { readonly current: SessionDifference }) {
  const frame = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(current.decision?.reason ?? '');
  const proposedBy = useComparison((state) => state.proposedBy);
  const compared = useComparedText(session.id, current.transcriptId);
  useEffect(() => frame.current?.focus(), []);
  const newSpan = useNewSpan(current, compared?.text ?? '');
  const { span } = newSpan;
  const isThere = compared !== undefined;
  useLayoutEffect(() => {
    if (isThere) showMark(frame.current?.querySelector<HTMLElement>('.together-text') ?? null);
  }, [isThere]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!act(event.key)) return;
    event.preventDefault();
  };
  const act = (key: string): boolean => {
    useComparison.setState({ selected: current.key });
    if (key === 'Escape' && span !== null) newSpan.cancel();
    else if (newSpan.key(key)) return true;
    else if (key === 's' && isThere) newSpan.begin();
    else if (key === 'Enter' && span !== null) {
      settleAndGoOn(shown, current, { outcome: 'new span', span, reason: words });
      newSpan.cancel();
    } else if (key === 'Escape') leave();
    else if (key === 'ArrowRight' || key === 'ArrowDown' || key === ' ') step(shown, 1);
    else if (key === 'ArrowLeft' || key === 'ArrowUp') step(shown, -1);
    else if (key === 'Delete' && current.decision !== null) takeBack(current).catch(reportError);
    else if (key === 'r') frame.current?.querySelector('input')?.focus();
    else if (key === 'p') useComparison.setState({ proposedBy: nextProposer(proposedBy, all.coders.length) });
    else {
      const verdict = verdictOfKey(key, all);
      if (verdict === null) return false;
      settleAndGoOn(shown, current, { ...verdict, reason: words });
    }
    return true;
  };
  const place = shown.findIndex(({ key }) => key === current.key) + 1;
  const marks = pieceMarks(current, span);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is worked by keys alone
    <div
      className="together"
      ref={frame}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      role="group"
      aria-label="One difference at a time"
    >
      <p className="together-place" role="status">
        {place} of {shown.length} · {compared?.title} · {describeDifference(current, all)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard */}
      <div className="together-text" tabIndex={0} role="region" aria-label="Text">
        {compared !== undefined &&
          turnsAround(compared.turns, current, compared.text.length).map((turn) => (
            <p key={turn.number} data-role={turn.role}>
              {turn.speaker !== null && <span className="difference-speaker">{turn.speaker}</span>}
              {piecesOf(compared.text, turn, marks).map((piece) =>
                piece.places.length === 0 && !piece.isNew ? (
                  <span key={piece.start}>{piece.words}</span>
                ) : (
                  <mark
                    key={piece.start}
                    data-marked
                    data-new={piece.isNew || undefined}
                    data-first={piece.places.includes(0) || undefined}
                    data-others={piece.places.some((coder) => coder > 0) || undefined}
                  >
                    {piece.words}
                  </mark>
                ),
              )}
            </p>
          ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as the text */}
      <ol className="together-readings" tabIndex={0} aria-label="What each gave">
        {current.sides.map((side, coder) => (
          <li key={all.coders[coder]}>
            <kbd>{coder + 1}</kbd>
            <strong>{all.coders[coder]}</strong>
            <span>
              {side.length === 0
                ? 'gave nothing'
                : side
                    .map(
                      ({ codeUid, start, end }) =>
                        `${codeNames(all, [codeUid])}: “${shortened(compared?.text.slice(start, end) ?? '')}”`,
                    )
                    .join('; ')}
            </span>
          </li>
        ))}
      </ol>
      <div className="together-foot">
        <input
          className="input"
          aria-label="Reason"
          placeholder="Why? Press R, type, Enter"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              frame.current?.focus();
            }
          }}
        />
        <p>
          {span !== null && (
            <span className="together-span" role="status">
              New span of {codeNames(all, [span.codeUid])}: <kbd>[</kbd> <kbd>]</kbd> its end <kbd>{'{'}</kbd>{' '}
              <kbd>{'}'}</kbd> its beginning
              {current.codeUids.length > 1 && (
                <>
                  {' '}
                  <kbd>C</kbd> another code
                </>
              )}{' '}
              <kbd>Enter</kbd> keep it <kbd>Esc</kbd> not
            </span>
          )}
          <kbd>S</kbd> new span <kbd>B</kbd> {all.coders.length === 2 ? 'both' : 'all'} <kbd>N</kbd>{' '}
          {all.coders.length === 2 ? 'neither' : 'none'} <kbd>U</kbd> unresolved <kbd>P</kbd> proposed by{' '}
          {proposedBy === null ? 'nobody' : all.coders[proposedBy]} <kbd>→</kbd> next <kbd>Esc</kbd> back
        </p>
        <p role="status">
          {current.decision === null ? 'Open' : `Settled: ${describeDecision(current.decision, all.coders)}`}
        </p>
      </div>
    </div>
  );
}

function nextProposer(now: number | null, coders: number): number | null {
  if (now === null) return 0;
  return now + 1 < coders ? now + 1 : null;
}

/** The beginning and the end: enough to read aloud. */
function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length <= 90 ? line : `${line.slice(0, 50).trimEnd()} … ${line.slice(-30).trimStart()}`;
}
