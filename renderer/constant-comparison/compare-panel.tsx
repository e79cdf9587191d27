import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { Verdict } from '#shared/constant-comparison/constant-comparison-contract.ts';
import type { CodingId, LayerId } from '#shared/ids.ts';
import { openInTranscript } from '../coding/fragment-list.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CompareList } from './compare-list.tsx';
import { chooseSubject, useCompare } from './compare-store.ts';
import { judge, writeComparisonMemo, type Held } from './constant-comparison-actions.ts';
import { Misfit } from './misfit.tsx';
import { useComparison } from './use-comparison.ts';
import './constant-comparison.css';

interface ComparePanelProps {
  readonly code: Code;
  /** One layer on screen, one layer compared. */
  readonly layerId: LayerId | null;
  /** The coding under the cursor, if it has this code. */
  readonly selected: CodingId | null;
  /** Left out: goes to the place in the transcript. */
  readonly onOpen?: (fragment: Fragment) => void;
}

/** Constant comparison: one fragment of a code beside the others, each one key away from a verdict. */
export function ComparePanel({ code, layerId, selected, onOpen = openInTranscript }: ComparePanelProps) {
  const shown = useComparison(code.id, layerId, selected);
  const groupBy = useCompare((state) => state.groupBy);
  const misfit = useCompare((state) => state.misfit);
  const announcement = useCompare((state) => state.announcement);
  // What the keys are about: null is the fragment itself, against all others.
  const [active, setActive] = useState<CodingId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useFocusWhenAsked(list, shown !== undefined);
  if (shown === undefined) return null;
  const { subject, groups, queue, comparisons, attributes } = shown;
  if (subject === undefined) {
    return (
      <p className="code-fragments-note">
        Nothing is coded as “{code.name}” yet: with two fragments there is something to compare.
      </p>
    );
  }
  const others = groups.flatMap(({ fragments }) => fragments);
  const other = others.find(({ id }) => id === active);
  const held: Held = { codeId: code.id, codingId: subject.id, otherId: other?.id ?? null };

  const next = (): void => {
    const at = queue.indexOf(subject.id);
    const after = queue[at + 1] ?? queue.find((id) => id !== subject.id);
    if (after === undefined) useCompare.setState({ announcement: 'All of yours are compared' });
    else take(after);
  };
  const take = (id: CodingId): void => {
    setActive(null);
    chooseSubject(code.id, id);
    list.current?.focus();
  };
  const store = async (verdict: Verdict | null): Promise<void> => {
    // A new fragment that goes with the others makes room for the next one; one that does not asks what to do with it.
    const goesOn =
      held.otherId === null && verdict !== null && verdict !== 'does not fit' && queue.includes(subject.id);
    await judge(held, verdict);
    if (goesOn) next();
  };
  const decide = (verdict: Verdict | null): void => void store(verdict).catch(reportError);
  const keys = {
    f: () => decide('fits'),
    s: () => decide('stretches'),
    d: () => decide('does not fit'),
    c: () => void writeComparisonMemo(held).catch(reportError),
    n: next,
    Backspace: () => decide(null),
    Delete: () => decide(null),
    ' ': () => (other === undefined ? undefined : take(other.id)),
    Enter: () => onOpen(other ?? subject),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = new Map<string, () => void>(Object.entries(keys)).get(key);
    if (step === undefined) return;
    event.preventDefault();
    step();
  };

  return (
    <div className="compare">
      <h3 className="compare-code">{code.name}</h3>
      <div className="compare-queue">
        <Select
          label="Group the cases by"
          hideLabel
          choices={[
            { value: 0, label: 'By case' },
            ...attributes.map(({ id, name }) => ({ value: Number(id), label: `By ${name}` })),
          ]}
          value={groupBy ?? 0}
          onChange={(id) =>
            useCompare.setState({ groupBy: attributes.find((attribute) => attribute.id === id)?.id ?? null })
          }
        />
        <span>{queue.length === 0 ? 'All compared' : `${queue.length} not yet compared`}</span>
        <Button tone="quiet" isDisabled={queue.every((id) => id === subject.id)} onPress={next}>
          Next <kbd>N</kbd>
        </Button>
      </div>
      <CompareList
        frame={list}
        shown={{ ...shown, subject }}
        active={other?.id ?? null}
        onActive={setActive}
        onOpen={onOpen}
        onKeyDown={onKeyDown}
      />
      {misfit === subject.id ? (
        <Misfit code={code} fragment={subject} onDone={() => list.current?.focus()} />
      ) : (
        <footer
          className="compare-keys"
          aria-label={other === undefined ? 'Against all others' : 'Against this one'}
        >
          <Button onPress={keys.f}>
            Fits <kbd>F</kbd>
          </Button>
          <Button onPress={keys.s}>
            Stretches <kbd>S</kbd>
          </Button>
          <Button onPress={keys.d}>
            Does not fit <kbd>D</kbd>
          </Button>
          <Button onPress={keys.c}>
            Memo <kbd>C</kbd>
          </Button>
        </footer>
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {announcement}
        {comparisons.length > 0 && `, ${comparisons.length} comparisons of this code`}
      </p>
    </div>
  );
}

function useFocusWhenAsked(list: React.RefObject<HTMLDivElement | null>, isShown: boolean): void {
  const asked = useCompare((state) => state.asked);
  const answered = useRef(0);
  useEffect(() => {
    if (!isShown || asked === answered.current) return;
    answered.current = asked;
    list.current?.focus();
  }, [asked, isShown, list]);
}
