import {
  Ban,
  Check,
  CircleAlert,
  CircleDashed,
  CircleDot,
  MessageCircleOff,
  MessagesSquare,
  PencilLine,
  type LucideIcon,
} from 'lucide-react';
import type { CellStateName } from '#shared/checking/cell-state.ts';
import { stateWord } from '#shared/checking/state-words.ts';
import './state-mark.css';

/** Each state has a shape of its own: the colour only repeats it. */
const ICONS: Readonly<Record<CellStateName, LucideIcon | null>> = {
  empty: null,
  'not summarised': null,
  'not asked': Ban,
  'nothing said': MessageCircleOff,
  draft: PencilLine,
  ready: CircleDot,
  checked: Check,
  disputed: MessagesSquare,
  stale: CircleAlert,
};

interface StateMarkProps {
  readonly state: CellStateName;
  /** With its word; otherwise the word is read out only, and shown when the pointer rests. */
  readonly withWord?: boolean;
}

export function StateMark({ state, withWord = false }: StateMarkProps) {
  const Icon = ICONS[state] ?? (withWord ? CircleDashed : null);
  if (Icon === null) return null;
  const word = stateWord(state);
  return (
    <span className="state-mark" data-state={state} title={withWord ? undefined : word}>
      <Icon aria-hidden />
      <span className={withWord ? undefined : 'visually-hidden'}>
        {word}
        {!withWord && ','}
      </span>
    </span>
  );
}
