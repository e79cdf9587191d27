import { MoreHorizontal, Save } from 'lucide-react';
import type { SavedQuery } from '#shared/retrieval/retrieval-contract.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { removeSaved, replaceSaved, startAgain } from './retrieval-actions.ts';
import { openDialog, showSaved, useRetrieval } from './retrieval-store.ts';

/** Questions that were kept: one press asks them again. */
export function SavedQueries({ saved }: { readonly saved: readonly SavedQuery[] }) {
  const savedId = useRetrieval((state) => state.savedId);
  return (
    <section className="saved-queries" aria-label="Saved queries">
      <header>
        <h2>Saved queries</h2>
        <Button tone="quiet" onPress={startAgain}>
          New
        </Button>
        <Button tone="quiet" icon={<Save />} onPress={() => openDialog({ kind: 'save' })}>
          Save…
        </Button>
      </header>
      {saved.length === 0 && (
        <p className="muted">A question that you will ask again can be saved under a name.</p>
      )}
      <ul>
        {saved.map((query) => (
          <li key={query.id}>
            <button
              type="button"
              className="saved-query"
              aria-current={query.id === savedId || undefined}
              disabled={query.definition === null}
              title={query.definition === null ? 'A newer Crosscase saved it: update to use it' : undefined}
              onClick={() => showSaved(query)}
            >
              {query.name}
            </button>
            <Menu
              label={`More of ${query.name}`}
              trigger={<IconButton label={`More of ${query.name}`} icon={<MoreHorizontal />} />}
              choices={[
                {
                  id: 'rename',
                  label: 'Rename…',
                  run: () => openDialog({ kind: 'rename', saved: query }),
                },
                {
                  id: 'replace',
                  label: 'Replace by the question above',
                  run: () => void replaceSaved(query).catch(reportError),
                },
                {
                  id: 'remove',
                  label: 'Remove',
                  tone: 'danger',
                  run: () => void removeSaved(query).catch(reportError),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
