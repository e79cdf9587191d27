import { ArrowUpRight, Plus, X } from 'lucide-react';
import type { Code, CodeExample } from '#shared/codebook/codebook-contract.ts';
import { api } from '../api/api.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { goToCoding } from './codebook-depth-actions.ts';
import { openCodebookDialog } from './codebook-actions.ts';

/** Words that show what belongs to the code, and words that only seem to. */
export function CodeExamples({ code }: { readonly code: Code }) {
  return (
    <>
      {code.examples.length > 0 && (
        <ul className="code-examples">
          {code.examples.map((example) => (
            <Example key={example.id} example={example} />
          ))}
        </ul>
      )}
      <div className="code-relation">
        <Button
          tone="quiet"
          icon={<Plus />}
          onPress={() => openCodebookDialog({ kind: 'example', id: code.id, as: 'example' })}
        >
          Example…
        </Button>
        <Button
          tone="quiet"
          icon={<Plus />}
          onPress={() => openCodebookDialog({ kind: 'example', id: code.id, as: 'near miss' })}
        >
          Near miss…
        </Button>
      </div>
    </>
  );
}

function Example({
  example: { id, kind, quotation, source, codingId, transcriptId },
}: {
  readonly example: CodeExample;
}) {
  return (
    <li>
      <blockquote>{quotation}</blockquote>
      <p className="muted">
        {kind === 'near miss' && <strong>Near miss</strong>}
        {source}
        {codingId !== null && transcriptId !== null && (
          <IconButton
            label="Show in the transcript"
            icon={<ArrowUpRight />}
            onPress={() => goToCoding(transcriptId, codingId)}
          />
        )}
        <IconButton
          label={`Remove this ${kind}`}
          icon={<X />}
          onPress={() => void api.codebook.removeExample({ id }).catch(reportError)}
        />
      </p>
    </li>
  );
}
