import { Plus } from 'lucide-react';
import type { MemoListItem } from '#shared/memos/memos-contract.ts';
import type { MemoTarget } from '#shared/memos/linked-things.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { MemoSummary } from './memo-list-item.tsx';
import { openMemo, writeMemoOn } from './memos-actions.ts';
import { TABLES_OF_MEMOS } from './use-memo-draft.ts';
import './memos.css';

interface MemosOfProps {
  readonly target: MemoTarget;
  /** On the button. */
  readonly writeLabel?: string;
}

/** The memos on one thing, those that mention it, and a way to write one: for the screen that shows the thing. */
export function MemosOf({ target, writeLabel = 'Write a memo' }: MemosOfProps) {
  const { value } = useLive(() => api.memos.on({ target }), TABLES_OF_MEMOS, [target.kind, target.id]);
  return (
    <section className="memos-of" aria-label="Memos">
      <header className="memos-of-head">
        <h3>Memos</h3>
        <Button tone="quiet" icon={<Plus />} onPress={() => void writeMemoOn(target).catch(reportError)}>
          {writeLabel}
        </Button>
      </header>
      {value !== undefined && value.on.length > 0 && <Links memos={value.on} hidesAbout />}
      {value !== undefined && value.mentions.length > 0 && (
        <>
          <h4>Mentioned in</h4>
          <Links memos={value.mentions} />
        </>
      )}
    </section>
  );
}

function Links({
  memos,
  hidesAbout = false,
}: {
  readonly memos: readonly MemoListItem[];
  readonly hidesAbout?: boolean;
}) {
  return (
    <ul>
      {memos.map((memo) => (
        <li key={memo.id}>
          <button type="button" className="memo-list-item" onClick={() => openMemo(memo.id)}>
            <MemoSummary memo={memo} hidesAbout={hidesAbout} />
          </button>
        </li>
      ))}
    </ul>
  );
}
