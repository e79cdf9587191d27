import { useState } from 'react';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { TextField } from '../ui/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';

/** What is known of the interview itself: when, where, how long, by whom. */
export function FactsDialog({ transcript }: { readonly transcript: TranscriptSummary }) {
  const { id, title, heldOn, place, minutes, interviewer, language, mode } = transcript;
  const [facts, setFacts] = useState({
    heldOn,
    place,
    minutes: minutes === null ? '' : String(minutes),
    interviewer,
    language,
    mode,
  });
  const change = (part: Partial<typeof facts>): void => setFacts({ ...facts, ...part });
  const save = async (): Promise<void> => {
    const { minutes: written, ...plain } = facts;
    await api.transcripts.changeFacts({ id, ...plain, minutes: written === '' ? null : Number(written) });
  };
  return (
    <FormDialog title={`About the interview “${title}”`} confirm="Save" save={save}>
      {(problem) => (
        <>
          <div className="transcripts-facts">
            <TextField
              label="Held on"
              type="date"
              autoFocus
              value={facts.heldOn}
              onChange={(text) => change({ heldOn: text })}
            />
            <TextField
              label="Minutes"
              type="number"
              inputMode="numeric"
              value={facts.minutes}
              onChange={(text) => change({ minutes: text })}
            />
            <TextField label="Place" value={facts.place} onChange={(text) => change({ place: text })} />
            <TextField
              label="Interviewer"
              value={facts.interviewer}
              onChange={(text) => change({ interviewer: text })}
            />
            <TextField
              label="Language"
              value={facts.language}
              onChange={(text) => change({ language: text })}
            />
            <TextField
              label="Mode"
              placeholder="face to face, online, by telephone"
              value={facts.mode}
              onChange={(text) => change({ mode: text })}
            />
          </div>
          {problem !== undefined && <p className="import-warning">{problem}</p>}
        </>
      )}
    </FormDialog>
  );
}
