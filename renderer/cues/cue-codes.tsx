import type { Code } from '#shared/codebook/codebook-contract.ts';
import { progressOf, type Proposal } from '#shared/cues/cue-queue.ts';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { showProposal } from './cues-store.ts';

interface CueCodesProps {
  readonly codes: readonly Code[];
  readonly queue: readonly Proposal[];
  readonly more: boolean;
}

/** What is looked for: the codes with their cues, and how far each of them is. A click goes to its first open proposal. */
export function CueCodes({ codes, queue, more }: CueCodesProps) {
  const byCode = Map.groupBy(queue, ({ codeId }) => codeId);
  return (
    <aside className="cue-codes" aria-label="Codes and their cues">
      <ul>
        {codes
          .filter(({ cues }) => cues.length > 0)
          .map((code) => {
            const own = byCode.get(code.id) ?? [];
            const { decided, total } = progressOf(own);
            const first = own.find(({ outcome }) => outcome === null) ?? own[0];
            return (
              <li key={code.id}>
                <button
                  type="button"
                  className="cue-code"
                  disabled={first === undefined}
                  onClick={() => showProposal(first?.key ?? null)}
                >
                  <CodeSwatch color={code.color} />
                  <span className="cue-code-name">{code.name}</span>
                  <span className="cue-code-count">
                    {decided} of {total}
                  </span>
                  <span className="cue-code-cues">{code.cues.join(' · ')}</span>
                </button>
              </li>
            );
          })}
      </ul>
      {more && (
        <p className="cues-note">Only the first 5,000 are shown. Choose fewer codes or transcripts.</p>
      )}
    </aside>
  );
}
