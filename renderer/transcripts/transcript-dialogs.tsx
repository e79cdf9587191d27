import { useState } from 'react';
import { assertNever } from '#shared/assert.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { FactsDialog } from './facts-form.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ParticipantCodes, ParticipantField } from './participant-field.tsx';
import { SpeakersDialog } from './speakers-dialog.tsx';
import {
  closeTranscriptsDialog,
  linkTranscript,
  removeTranscript,
  renameTranscript,
  useTranscripts,
} from './transcripts-actions.ts';

/** Whatever the Transcripts screen is asking. */
export function TranscriptDialogs() {
  const dialog = useTranscripts((state) => state.dialog);
  if (dialog === null) return null;
  const { transcript } = dialog;
  switch (dialog.kind) {
    case 'rename':
      return <RenameDialog transcript={transcript} />;
    case 'link':
      return <LinkDialog transcript={transcript} />;
    case 'speakers':
      return <SpeakersDialog transcript={transcript} />;
    case 'facts':
      return <FactsDialog transcript={transcript} />;
    case 'remove':
      return (
        <ConfirmDialog
          title={`Remove “${transcript.title}”?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeTranscript(transcript).catch(reportError)}
          onClose={closeTranscriptsDialog}
        >
          <p>{whatGoes(dialog.goes)}</p>
          <p className="muted">The participant stays. It can be undone.</p>
        </ConfirmDialog>
      );
    default:
      return assertNever(dialog);
  }
}

function whatGoes({ codings, evidence }: { readonly codings: number; readonly evidence: number }): string {
  if (codings === 0) return 'Nothing is coded in it yet: only the text goes.';
  const all = `${codings.toLocaleString('en-GB')} ${codings === 1 ? 'coding' : 'codings'}`;
  if (evidence === 0) return `The text goes, and ${all} with it.`;
  const rests = `${evidence.toLocaleString('en-GB')} ${evidence === 1 ? 'piece' : 'pieces'} of evidence`;
  return `The text goes, and ${all} with it; summaries in matrices lose ${rests} that they rest on.`;
}

function RenameDialog({ transcript }: { readonly transcript: TranscriptSummary }) {
  const [title, setTitle] = useState(transcript.title);
  return (
    <FormDialog
      title="Rename the transcript"
      confirm="Rename"
      save={() => renameTranscript(transcript.id, title)}
    >
      {(problem) => (
        <TextField label="Title" autoFocus value={title} onChange={setTitle} errorMessage={problem} />
      )}
    </FormDialog>
  );
}

function LinkDialog({ transcript }: { readonly transcript: TranscriptSummary }) {
  const [code, setCode] = useState(transcript.participantCode ?? '');
  const { value: table } = useLive(() => api.participants.table({}), ['participant'], []);
  return (
    <FormDialog
      title={`Whose interview is “${transcript.title}”?`}
      confirm={code.trim() === '' ? 'Unlink' : 'Link'}
      save={() => linkTranscript(transcript.id, code)}
    >
      {(problem) => (
        <>
          <ParticipantField label="Participant" value={code} onChange={setCode} autoFocus />
          <ParticipantCodes codes={table?.participants.map((participant) => participant.code) ?? []} />
          <p className="muted">
            {problem ?? 'A code that is not there yet makes a new participant. Empty links it to nobody.'}
          </p>
        </>
      )}
    </FormDialog>
  );
}
