import { useEffect, type KeyboardEvent, type Ref } from 'react';
import { Check, CircleHelp } from 'lucide-react';
import type { SessionDifference, SessionDifferences } from '#shared/comparison/comparison-contract.ts';
import { reportError } from '../ui/toasts-store.ts';
import { useComparison } from './comparison-store.ts';
import { codeNames, colorOf, describeDecision, describeDifference } from './difference-words.ts';
import { showRow } from './show-mark.ts';
import { settleAndGoOn, step, takeBack, verdictOfKey } from './settle-actions.ts';
import type { NewSpanEditing } from './use-new-span.ts';

interface DifferenceListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
  readonly current: SessionDifference;
  readonly newSpan: NewSpanEditing;
}

/** Gone through with the arrow keys; the keys of the settle bar work here too. */
export function DifferenceList({ ref, all, shown, current, newSpan }: DifferenceListProps) {
  const titles = new Map(all.transcripts.map(({ id, title }) => [id, title]));
  useEffect(() => {
    const row = document.getElementById(rowId(current));
    showRow(row?.parentElement ?? null, row);
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!spanKey(event.key, newSpan, shown, current) && !listKey(event.key, all, shown, current)) return;
    event.preventDefault();
  };
  return (
    <div
      ref={ref}
      className="difference-list"
      role="listbox"
      aria-label="Differences"
      tabIndex={0}
      aria-activedescendant={rowId(current)}
      onKeyDown={onKeyDown}
    >
      {shown.map((difference) => (
        // The list has the focus and the keys; a row is only pointed at.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the list
        <div
          key={difference.key}
          id={rowId(difference)}
          role="option"
          tabIndex={-1}
          aria-selected={difference.key === current.key}
          className="difference-row"
          data-decided={difference.decision !== null || undefined}
          onClick={() => useComparison.setState({ selected: difference.key })}
        >
          <span className="difference-row-head">
            <span className="code-swatch" style={{ background: colorOf(all, difference.codeUids[0]) }} />
            <span className="difference-row-code">{codeNames(all, difference.codeUids)}</span>
            <span className="difference-row-title">{titles.get(difference.transcriptId)}</span>
          </span>
          <span className="difference-row-words">{difference.quotation}</span>
          <span className="difference-row-kind">
            {difference.decision === null ? (
              describeDifference(difference, all)
            ) : (
              <>
                {difference.decision.outcome === 'unresolved' ? (
                  <CircleHelp aria-hidden />
                ) : (
                  <Check aria-hidden />
                )}
                {describeDecision(difference.decision, all.coders)}
                {difference.decision.reason === '' ? '' : ` — ${difference.decision.reason}`}
              </>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Making a span of one's own. Whether the key meant something. */
function spanKey(
  key: string,
  newSpan: NewSpanEditing,
  shown: readonly SessionDifference[],
  current: SessionDifference,
): boolean {
  const { span } = newSpan;
  if (span === null) {
    if (key === 's') newSpan.begin();
    return key === 's';
  }
  if (key === 'Escape') newSpan.cancel();
  else if (key === 'Enter') {
    useComparison.setState({ selected: current.key });
    settleAndGoOn(shown, current, { outcome: 'new span', span, reason: current.decision?.reason ?? '' });
    newSpan.cancel();
  } else return newSpan.key(key);
  return true;
}

/** Whether the key meant something. */
function listKey(
  key: string,
  all: SessionDifferences,
  shown: readonly SessionDifference[],
  current: SessionDifference,
): boolean {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -shown.length,
    End: shown.length,
  };
  const by = moves[key];
  if (by !== undefined) {
    useComparison.setState({ selected: current.key });
    step(shown, by);
    return true;
  }
  if (key === 'Delete' && current.decision !== null) {
    takeBack(current).catch(reportError);
    return true;
  }
  if (key === 'r') {
    document.querySelector<HTMLInputElement>('.settle-reason input')?.focus();
    return true;
  }
  const verdict = verdictOfKey(key, all);
  if (verdict === null) return false;
  useComparison.setState({ selected: current.key });
  settleAndGoOn(shown, current, { ...verdict, reason: current.decision?.reason ?? '' });
  return true;
}

function rowId({ key }: SessionDifference): string {
  return `difference-${key.replaceAll(' ', '-')}`;
}
