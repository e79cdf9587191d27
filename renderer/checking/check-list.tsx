import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Check, CornerUpLeft, CircleDashed, Handshake, PencilLine, type LucideIcon } from 'lucide-react';
import type { QueueItem } from '#shared/checking/checking-contract.ts';

interface CheckListProps {
  readonly items: readonly QueueItem[];
  readonly current: string;
  readonly onGo: (cellUid: string) => void;
  /** By ↑ or ↓: whoever goes through the list stays in it. */
  readonly onStep: (cellUid: string) => void;
  /** To the cell itself. */
  readonly onEnter: () => void;
}

/** The queue, row by row. ↑ and ↓ go through it, Enter goes to the cell. */
export function CheckList({ items, current, onGo, onStep, onEnter }: CheckListProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = items.findIndex(({ cellUid }) => cellUid === current);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(optionId(current))}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      onEnter();
      event.preventDefault();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const next = items[at + step];
    if (next !== undefined) onStep(next.cellUid);
    event.preventDefault();
  }
  return (
    <div
      ref={list}
      className="check-list"
      role="listbox"
      aria-label="Cells that wait for you"
      tabIndex={0}
      aria-activedescendant={at >= 0 ? optionId(current) : undefined}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <Item
          key={`${item.cellUid} ${item.task}`}
          item={item}
          isCurrent={item.cellUid === current}
          onGo={onGo}
        />
      ))}
    </div>
  );
}

const optionId = (cellUid: string): string => `check-${cellUid}`;

const TASKS: Readonly<Record<QueueItem['task'], readonly [LucideIcon, string]>> = {
  check: [CircleDashed, 'to check'],
  answer: [CornerUpLeft, 'to answer'],
  settle: [Handshake, 'to settle'],
};

function taskOf({ task, isDone, isWithheld }: QueueItem): readonly [LucideIcon, string] {
  if (isWithheld) return isDone ? [Check, 'own view written'] : [PencilLine, 'to write your own view of'];
  return isDone ? [Check, 'checked'] : TASKS[task];
}

interface ItemProps {
  readonly item: QueueItem;
  readonly isCurrent: boolean;
  readonly onGo: (cellUid: string) => void;
}

function Item({ item, isCurrent, onGo }: ItemProps) {
  const [TaskIcon, task] = taskOf(item);
  const notes = [
    item.isAgain ? 'changed since your verdict' : '',
    item.isAnswered ? 'the author answered you' : '',
    item.isStale ? 'stale' : '',
  ].filter(Boolean);
  return (
    // The keys are the list's own: see above.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={optionId(item.cellUid)}
      className="check-list-item"
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onClick={() => onGo(item.cellUid)}
    >
      <TaskIcon aria-label={task} />
      <span className="check-list-name">
        {item.row} <span className="muted">×</span> {item.column}
        <span className="muted">{[item.matrix, ...notes].join(' · ')}</span>
      </span>
    </div>
  );
}
