import { ArrowUpRight, Check } from 'lucide-react';
import type { CodingId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CodeSwatch } from './code-swatch.tsx';
import { closeCodebookAside } from './codebook-actions.ts';
import { counted } from './codebook-depth-actions.ts';
import type { ShowCoding } from './show-coding.ts';
import { pathName, useCodebook } from './codebook-store.ts';

/** Own codings that are older than the wording of their code: to look at again, one by one. */
export function OutdatedPanel({ onShow }: { readonly onShow: ShowCoding }) {
  const byId = useCodebook((state) => state.byId);
  const { value } = useLive(() => api.codebook.outdated({}), ['code', 'coding', 'coding_review'], []);
  const mark = (ids: readonly CodingId[]): void => {
    api.codebook.markReexamined({ ids: [...ids] }).catch(reportError);
  };
  return (
    <SidePanel title="Codings under an older definition" onClose={closeCodebookAside}>
      {value?.total === 0 && (
        <p>All your codings were made, or looked at again, under the definitions of now.</p>
      )}
      {value !== undefined && value.total > 0 && (
        <>
          <p className="muted" aria-live="polite">
            {counted(value.total, 'coding')} of yours {value.total === 1 ? 'is' : 'are'} older than the
            wording of the code.
          </p>
          <ul className="outdated">
            {value.codings.map(({ codingId, codeId, transcriptId, source, quotation }) => (
              <li key={codingId}>
                <div>
                  <p className="muted">
                    <CodeSwatch color={byId.get(codeId)?.color ?? 'transparent'} /> {pathName(byId, codeId)} ·{' '}
                    {source}
                  </p>
                  <blockquote>{quotation}</blockquote>
                </div>
                <Button icon={<ArrowUpRight />} onPress={() => onShow({ transcriptId, codingId })}>
                  Show
                </Button>
                <Button icon={<Check />} onPress={() => mark([codingId])}>
                  Re-examined
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
}
