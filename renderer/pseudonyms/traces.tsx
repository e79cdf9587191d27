import { useState, type FormEvent } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';

/** What still holds the names after they were replaced, and the offer to erase it. */
export function Traces() {
  const [typed, setTyped] = useState('');
  const [isErasing, setIsErasing] = useState(false);
  const { value: traces } = useLive(
    () => api.pseudonyms.countTraces({}),
    ['names', 'transcript_version', 'change_group', 'memo', 'coding', 'matrix_cell', 'code'],
    [],
  );
  if (traces === undefined || traces.versions + traces.notes + traces.steps === 0) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsErasing(true);
    api.pseudonyms
      .eraseTraces({ confirmation: typed })
      .then(() => notify('The names were erased from older versions, notes and the history'))
      .catch(reportError)
      .finally(() => {
        setIsErasing(false);
        setTyped('');
      });
  };
  return (
    <section aria-label="What still holds the names">
      <h3>The study still holds these names</h3>
      <p>
        In {counted(traces.versions, 'older version')} of transcripts, {counted(traces.notes, 'note')} (memos,
        summaries, codes, titles) and {counted(traces.steps, 'step')} of the history: so that you can look
        back, and undo. Erased, they are blacked out in older versions and replaced everywhere else, the file
        is written anew, and <strong>undo ends there for good</strong>. Places that you skipped in the newest
        texts stay.
      </p>
      <form className="pseudonyms-row" onSubmit={submit}>
        <TextField label="Type erase to confirm" autoComplete="off" value={typed} onChange={setTyped} />
        <Button type="submit" tone="danger" isDisabled={typed.trim() !== 'erase' || isErasing}>
          {isErasing ? 'Erasing…' : 'Erase for good'}
        </Button>
      </form>
    </section>
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
