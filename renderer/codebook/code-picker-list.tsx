import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { pickerEntries, type PickerEntry } from '#shared/codebook/picker-entries.ts';
import type { CodeId } from '#shared/ids.ts';
import { CodePickerRow } from './code-picker-row.tsx';
import { useCodebook } from './codebook-store.ts';
import './codebook.css';

interface CodePickerListProps {
  /** Read out: what the chosen code is for. */
  readonly label: string;
  /** Ticked: for choosing more than one. Left out for choosing one. */
  readonly chosen?: ReadonlySet<CodeId>;
  /** Enter or a click. With `chosen`, it ticks or unticks. */
  readonly onPick: (id: CodeId) => void;
  /** Left out: no code can be made here. */
  readonly onCreate?: (name: string) => void;
  /** Ctrl+Enter: takes the code and goes on choosing. */
  readonly onAdd?: (id: CodeId) => void;
  /** Ctrl+Enter: done with choosing. */
  readonly onDone?: () => void;
}

/** A field and the codes that fit what is typed in it: arrows move, Enter takes. */
export function CodePickerList({ label, chosen, onPick, onCreate, onAdd, onDone }: CodePickerListProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { codes, recent } = useCodebook((state) => state);
  // The order is kept while the picker is open: ticking one must not move the others.
  const [recentAtOpen] = useState(recent);
  const entries = useMemo(
    () => pickerEntries(codes, { query, recent: recentAtOpen, canCreate: onCreate !== undefined }),
    [codes, query, recentAtOpen, onCreate],
  );
  const at = Math.min(active, entries.length - 1);

  const take = (entry: PickerEntry | undefined): void => {
    if (entry?.kind === 'code') onPick(entry.code.id);
    if (entry?.kind === 'create') onCreate?.(entry.name);
  };
  /** What was typed is done with: the next code can be looked for at once. */
  const add = (entry: PickerEntry | undefined): void => {
    if (entry?.kind !== 'code') return;
    onAdd?.(entry.code.id);
    setQuery('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(entries.length - 1, at + step)));
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onDone) onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onAdd) add(entries[at]);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(entries[at]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="code-picker">
      <input
        className="code-picker-input"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(at >= 0 ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        // The picker was called for, and this field is all there is to it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here
        autoFocus
        spellCheck={false}
        placeholder="Find a code"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        className="code-picker-list"
        role="listbox"
        aria-label="Codes"
        aria-multiselectable={chosen !== undefined}
        tabIndex={-1}
      >
        {entries.map((entry, index) => (
          <CodePickerRow
            key={entry.kind === 'code' ? entry.code.id : 'create'}
            id={`${listId}-${index}`}
            entry={entry}
            isActive={index === at}
            isChosen={entry.kind === 'code' && chosen !== undefined ? chosen.has(entry.code.id) : null}
            onTake={() => take(entry)}
          />
        ))}
        {entries.length === 0 && (
          <p className="code-tree-none">
            {query === '' ? 'The codebook is empty.' : `No code is called “${query}”.`}
          </p>
        )}
      </div>
    </div>
  );
}
