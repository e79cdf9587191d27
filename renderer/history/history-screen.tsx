import { useEffect, useState } from 'react';
import type { HistoryEntry } from '#shared/history/history-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { onAnyChange } from '../api/changes.ts';
import { useSession } from '../app/session-store.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { ChangeList } from './change-list.tsx';
import './history.css';

const PAGE = 200;

export function HistoryScreen() {
  const { undo, redo } = useSession();
  const [shown, setShown] = useState(PAGE);
  const [openId, setOpenId] = useState<number | null>(null);
  const { value, reload } = useLive(() => api.history.list({ limit: Math.min(shown, 500) }), [], [shown]);
  useEffect(() => onAnyChange(reload), [reload]);

  return (
    <Screen
      title="History"
      note="Every change, newest first. Only erasing (a withdrawal, names) removes anything from this list."
      toolbar={
        <>
          <Button isDisabled={undo === null} onPress={() => runAction('history.undo')}>
            Undo
          </Button>
          <Button isDisabled={redo === null} onPress={() => runAction('history.redo')}>
            Redo
          </Button>
        </>
      }
    >
      {value?.entries.length === 0 ? (
        <EmptyState title="Nothing has changed yet">
          Whatever you do in this project will be listed here.
        </EmptyState>
      ) : (
        <ol className="history-list">
          {value?.entries.map((entry) => (
            <li key={entry.id} className="history-entry" data-state={entry.state}>
              <button
                type="button"
                className="history-line"
                aria-expanded={openId === entry.id}
                onClick={() => setOpenId(openId === entry.id ? null : entry.id)}
              >
                <time dateTime={entry.at}>{when(entry.at)}</time>
                <span className="history-coder">{entry.coderName === '' ? '–' : entry.coderName}</span>
                <span className="history-label">{entry.label}</span>
                <span className="muted">{stateNote(entry)}</span>
              </button>
              {openId === entry.id && <ChangeList groupId={entry.id} total={entry.rows} />}
            </li>
          ))}
        </ol>
      )}
      {value?.more === true && shown < 500 && (
        <div className="history-more">
          <Button onPress={() => setShown(shown + PAGE)}>Show older changes</Button>
        </div>
      )}
    </Screen>
  );
}

function when(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

function stateNote({ state, rows }: HistoryEntry): string {
  const size = rows === 1 ? '1 row' : `${rows.toLocaleString()} rows`;
  if (state === 'undone') return `undone · ${size}`;
  if (state === 'dropped') return `undone for good · ${size}`;
  return size;
}
