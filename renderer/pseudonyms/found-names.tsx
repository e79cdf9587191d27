import { useState, type KeyboardEvent } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { putPseudonyms } from './pseudonyms-actions.ts';

/** Every place with a name, in its context: accepted or skipped, by key or by mouse. */
export function FoundNames() {
  const { value: found } = useLive(() => api.pseudonyms.find({}), [], []);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const [isDone, setIsDone] = useState(false);
  if (found === undefined) return <p className="muted">Looking…</p>;
  if (isDone) return null;
  if (found.length === 0) return <p>None of the names stands in a transcript.</p>;
  const accepted = found.filter((_, index) => !skipped.has(index));
  const decide = (index: number, skip: boolean): void => {
    const next = new Set(skipped);
    if (skip) next.add(index);
    else next.delete(index);
    setSkipped(next);
  };
  const move = (list: HTMLElement, to: number): void => {
    const index = Math.min(Math.max(to, 0), found.length - 1);
    setAt(index);
    list.querySelectorAll<HTMLElement>('[role="option"]')[index]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const list = event.currentTarget;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(list, at + 1),
      ArrowUp: () => move(list, at - 1),
      a() {
        decide(at, false);
        move(list, at + 1);
      },
      s() {
        decide(at, true);
        move(list, at + 1);
      },
      ' ': () => decide(at, !skipped.has(at)),
    };
    const run = keys[event.key];
    if (run === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  };
  return (
    <section aria-label="Places that were found">
      <p className="pseudonyms-head">
        <span>
          {found.length === 1 ? '1 place' : `${found.length} places`}
          <span className="muted">
            {' '}
            · A accepts, S skips, ↑ ↓ move. Plural and genitive forms are marked.
          </span>
        </span>
        <span className="pseudonyms-key-buttons">
          <Button onPress={() => setSkipped(new Set(found.keys()))}>Skip all</Button>
          <Button onPress={() => setSkipped(new Set())}>Accept all</Button>
        </span>
      </p>
      <div
        className="found-names"
        role="listbox"
        tabIndex={0}
        aria-label="Places with a name"
        aria-activedescendant={`found-name-${at}`}
        onKeyDown={onKeyDown}
      >
        {found.map((one, index) => (
          <div
            key={`${one.versionId} ${one.start}`}
            id={`found-name-${index}`}
            className="found-name"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-skipped={skipped.has(index) || undefined}
            onClick={() => {
              setAt(index);
              decide(index, !skipped.has(index));
            }}
            onKeyDown={() => {}}
          >
            <span className="found-name-mark">{skipped.has(index) ? 'Skip' : 'Put'}</span>
            <span className="found-name-words">
              <span className="muted">…{one.lead}</span>
              <del>{one.words}</del>
              {!skipped.has(index) && <ins>{one.replacement}</ins>}
              <span className="muted">{one.tail}…</span>
            </span>
            <span className="muted">
              {one.transcriptTitle}
              {one.isForm && ' · form'}
            </span>
          </div>
        ))}
      </div>
      <p>
        <Button
          tone="primary"
          isDisabled={accepted.length === 0}
          onPress={() => void putPseudonyms(accepted).then(() => setIsDone(true), reportError)}
        >
          {accepted.length === 1 ? 'Put 1 pseudonym' : `Put ${accepted.length} pseudonyms`}
        </Button>{' '}
        <span className="muted">Codings keep their places. It can be undone.</span>
      </p>
    </section>
  );
}
