import { useState } from 'react';
import { nearDuplicates } from '#shared/transcripts/near-duplicates.ts';
import type { TranscriptSummary, Turn } from '#shared/transcripts/transcripts-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { roleChoices } from './import-speakers.tsx';
import { closeTranscriptsDialog } from './transcripts-actions.ts';

interface Speaker {
  readonly label: string;
  readonly turns: number;
  readonly role: Turn['role'];
}

/** Who is who in a transcript that is here already. Each change is saved at once, and can be undone. */
export function SpeakersDialog({ transcript }: { readonly transcript: TranscriptSummary }) {
  const { id, title } = transcript;
  const { value } = useLive(() => api.transcripts.get({ id }), ['turn'], [id]);
  const speakers = speakersOf(value?.turns ?? []);
  const near = nearDuplicates(speakers);
  return (
    <Dialog
      title={`Who speaks in “${title}”`}
      size="medium"
      isOpen
      onClose={closeTranscriptsDialog}
      footer={
        <Button tone="primary" onPress={closeTranscriptsDialog}>
          Done
        </Button>
      }
    >
      {near.map(({ label, of }) => (
        <p key={label} className="import-near">
          <span>
            “{label}” looks like “{of}”.
          </span>
          <Button onPress={() => void rename(id, label, of)} aria-label={`Join “${label}” with “${of}”`}>
            Join
          </Button>
        </p>
      ))}
      <table className="import-speaker-table" aria-label="Speakers">
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            <th scope="col">Turns</th>
            <th scope="col">Role</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map(({ label, turns, role }) => (
            <tr key={label}>
              <td>
                <SpeakerName label={label} onRename={(name) => void rename(id, label, name)} />
              </td>
              <td data-number>{turns.toLocaleString('en-GB')}</td>
              <td>
                <Select
                  label={`Role of ${label}`}
                  hideLabel
                  choices={roleChoices}
                  value={role}
                  onChange={(chosen) =>
                    void api.transcripts.setRole({ id, speaker: label, role: chosen }).catch(reportError)
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {speakers.length === 0
          ? 'Nobody is named in this transcript.'
          : 'Two speakers who get one name become one. The labels in the text stay as they are.'}
      </p>
    </Dialog>
  );
}

function SpeakerName({
  label,
  onRename,
}: {
  readonly label: string;
  readonly onRename: (name: string) => void;
}) {
  const [name, setName] = useState(label);
  const save = (): void => {
    if (name.trim() !== '' && name.trim() !== label) onRename(name);
    else setName(label);
  };
  return (
    <TextField
      label={`Name of ${label}`}
      hideLabel
      value={name}
      onChange={setName}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

async function rename(id: TranscriptSummary['id'], speaker: string, name: string): Promise<void> {
  await api.transcripts.renameSpeaker({ id, speaker, name }).catch(reportError);
}

function speakersOf(turns: readonly Turn[]): readonly Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { speaker, role } of turns) {
    if (speaker === null) continue;
    speakers.set(speaker, { label: speaker, role, turns: (speakers.get(speaker)?.turns ?? 0) + 1 });
  }
  return [...speakers.values()];
}
