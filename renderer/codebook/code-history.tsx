import type { Code } from '#shared/codebook/codebook-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { openCodebookAside, openCodebookDialog } from './codebook-actions.ts';

/** When the wording was last changed, and which codings are older. */
export function CodeHistory({ code }: { readonly code: Code }) {
  const { value } = useLive(() => api.codebook.outdated({}), ['code', 'coding', 'coding_review'], []);
  const older = value?.codings.filter(({ codeId }) => codeId === code.id).length ?? 0;
  const changed =
    code.definedAt === null
      ? 'Its wording was never changed.'
      : `Worded as now since ${new Date(code.definedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}.`;
  return (
    <>
      <p className="muted">{changed}</p>
      <div className="code-relation">
        {older > 0 && (
          <Button onPress={() => openCodebookAside({ kind: 'outdated' })}>
            {older === 1 ? '1 coding is older' : `${older} codings are older`}…
          </Button>
        )}
        <Button tone="quiet" onPress={() => openCodebookDialog({ kind: 'versions' })}>
          Versions of the codebook…
        </Button>
      </div>
    </>
  );
}
