import { CircleCheck, Circle } from 'lucide-react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { announce, type OpenTranscript } from './coding-store.ts';
import { initialOf } from './shown-codings.ts';

/** Says that one is done with this transcript, and who else is. */
export function FinishedToggle({ open }: { readonly open: OpenTranscript }) {
  const { id: transcriptId } = open.transcript;
  const { value: marks } = useLive(
    () => api.coding.finished({ transcriptId }),
    ['finished_mark', 'coder'],
    [transcriptId],
  );
  if (marks === undefined) return null;
  const isFinished = marks.some(({ own }) => own);
  const others = marks.filter(({ own }) => !own).map(({ coderName }) => coderName);
  const toggle = async (): Promise<void> => {
    await (isFinished
      ? api.coding.unmarkFinished({ transcriptId })
      : api.coding.markFinished({ transcriptId }));
    announce(isFinished ? 'No longer finished' : 'Marked as finished');
  };
  return (
    <>
      {others.length > 0 && (
        <span className="muted finished-others" title={`Finished by ${others.join(', ')}`}>
          <span aria-hidden>{others.map(initialOf).join(' ')} ✓</span>
          <span className="visually-hidden">Finished by {others.join(', ')}</span>
        </span>
      )}
      <Button
        icon={isFinished ? <CircleCheck /> : <Circle />}
        aria-pressed={isFinished}
        aria-label={isFinished ? 'Finished' : 'Finish: mark as finished'}
        onPress={() => void toggle().catch(reportError)}
      >
        {isFinished ? 'Finished' : 'Finish'}
      </Button>
    </>
  );
}
