import type { KeyboardEvent, RefObject } from 'react';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { Comparison, Verdict } from '#shared/constant-comparison/constant-comparison-contract.ts';
import {
  caseTitle,
  kindOfPair,
  type FragmentGroup,
  type GroupOf,
} from '#shared/constant-comparison/group-fragments.ts';
import type { CodingId } from '#shared/ids.ts';
import { spokenLines } from '#shared/transcripts/line-numbers.ts';
import { QuotationPair } from '../coding/quotation-pair.tsx';

interface CompareListProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly shown: {
    readonly subject: Fragment;
    readonly groups: readonly FragmentGroup[];
    readonly groupOf: GroupOf;
    readonly comparisons: readonly Comparison[];
  };
  /** Null: the fragment that is compared. */
  readonly active: CodingId | null;
  readonly onActive: (id: CodingId | null) => void;
  readonly onOpen: (fragment: Fragment) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The fragment that is compared stays in sight; the others stand below it in their groups. */
export function CompareList({ frame, shown, active, onActive, onOpen, onKeyDown }: CompareListProps) {
  const { subject, groups, groupOf, comparisons } = shown;
  const ids = [null, ...groups.flatMap(({ fragments }) => fragments.map(({ id }) => id))];
  const verdicts = new Map(
    comparisons
      .filter(({ codingId }) => codingId === subject.id)
      .map(({ otherId, verdict }) => [otherId, verdict] as const),
  );
  const move = (event: KeyboardEvent): void => {
    const at = ids.indexOf(active);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    const next = to === undefined ? undefined : ids[to];
    if (to === undefined || event.altKey || event.ctrlKey) return onKeyDown(event);
    event.preventDefault();
    if (next === undefined) return;
    onActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      ref={frame}
      className="compare-list"
      role="listbox"
      aria-label="The fragment, and the others to compare it with"
      aria-activedescendant={optionId(active)}
      tabIndex={0}
      onKeyDown={move}
    >
      <div
        id={optionId(null)}
        className="compare-subject"
        role="option"
        aria-selected={active === null}
        tabIndex={-1}
        onClick={() => onActive(null)}
        onKeyDown={onKeyDown}
      >
        <p className="compare-source">
          <strong>{caseTitle(subject)}</strong>
          <span>{placeOf(subject)}</span>
          <VerdictMark verdict={verdicts.get(null)} />
        </p>
        <QuotationPair
          quotation={subject.quotation}
          translation={subject.translation}
          translator={subject.translator}
        />
      </div>
      <div className="compare-others" role="presentation">
        {groups.map(({ title, fragments }) => (
          <div key={title} role="group" aria-label={title}>
            <p className="compare-group" role="presentation">
              {title} <span className="muted">{fragments.length}</span>
            </p>
            {fragments.map((fragment) => (
              <div
                key={fragment.id}
                id={optionId(fragment.id)}
                className="compare-other"
                role="option"
                aria-selected={fragment.id === active}
                tabIndex={-1}
                onClick={() => onActive(fragment.id)}
                onDoubleClick={() => onOpen(fragment)}
                onKeyDown={onKeyDown}
              >
                <p className="compare-source">
                  {groupOf !== null && <strong>{caseTitle(fragment)}</strong>}
                  <span>{placeOf(fragment)}</span>
                  <span className="compare-kind">{kindOfPair(subject, fragment, groupOf)}</span>
                  <VerdictMark verdict={verdicts.get(fragment.id)} />
                </p>
                <QuotationPair
                  quotation={fragment.quotation}
                  translation={fragment.translation}
                  translator={fragment.translator}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function VerdictMark({ verdict }: { readonly verdict: Verdict | undefined }) {
  if (verdict === undefined) return null;
  return (
    <span className="compare-verdict" data-verdict={verdict}>
      {verdict}
    </span>
  );
}

function placeOf(fragment: Fragment): string {
  const { speaker, participantCode, turnNumber } = fragment;
  const who = speaker === participantCode ? null : speaker;
  return [who, turnNumber === null ? null : `turn ${turnNumber}`, spokenLines(fragment)]
    .filter((part) => part !== null)
    .join(', ');
}

function optionId(id: CodingId | null): string {
  return `compare-${id ?? 'subject'}`;
}
