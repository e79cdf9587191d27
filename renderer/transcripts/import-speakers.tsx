import type { KeyboardEvent } from 'react';
import type { SpeakerRole, TranscriptPreview } from '#shared/transcripts/transcripts-contract.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { readAgain, type ImportRow } from './import-store.ts';

type Readable = Extract<TranscriptPreview, { ok: true }>;

export const roleChoices: readonly { readonly value: SpeakerRole; readonly label: string }[] = [
  { value: 'interviewer', label: 'interviewer' },
  { value: 'participant', label: 'participant' },
  { value: 'other', label: 'other voice' },
];

/** Who speaks, how often and as what; labels that are probably one person, with a key to join them. */
export function ImportSpeakers({ row, preview }: { readonly row: ImportRow; readonly preview: Readable }) {
  const { speakers, nearDuplicates } = preview;
  const { structure, file } = row;
  const read = (change: Partial<typeof structure>): void =>
    void readAgain(file, { structure: { ...structure, ...change } }).catch(reportError);
  const join = (label: string, of: string): void => {
    // What was joined with this label before follows it.
    const joins = Object.fromEntries(
      Object.entries(structure.joins).map(([from, to]) => [from, to === label ? of : to]),
    );
    read({ joins: { ...joins, [label]: of } });
  };
  const onKey = (event: KeyboardEvent): void => {
    const [first] = nearDuplicates;
    if (event.key.toLowerCase() !== 'j' || event.ctrlKey || event.metaKey || first === undefined) return;
    event.preventDefault();
    join(first.label, first.of);
  };
  const given = Object.entries(structure.joins);
  return (
    <div className="import-speakers" role="presentation" onKeyDown={onKey}>
      {nearDuplicates.map(({ label, of }, index) => (
        <p key={label} className="import-near" role="status">
          <span>
            “{label}” looks like “{of}”.
          </span>
          <Button onPress={() => join(label, of)} aria-label={`Join “${label}” with “${of}”`}>
            Join {index === 0 && <kbd>J</kbd>}
          </Button>
        </p>
      ))}
      {speakers.length === 0 ? (
        <p className="muted">
          No speakers were found: each paragraph is a turn of nobody. Choose above how they are marked.
        </p>
      ) : (
        <table className="import-speaker-table" aria-label="Speakers">
          <thead>
            <tr>
              <th scope="col">Speaker</th>
              <th scope="col">Turns</th>
              <th scope="col">Role</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {speakers.map(({ label, turns, role }) => (
              <tr key={label}>
                <td dir="auto">
                  {label}
                  {given
                    .filter(([, to]) => to === label)
                    .map(([from]) => (
                      <span key={from} className="muted">
                        {' '}
                        + {from}
                      </span>
                    ))}
                </td>
                <td data-number>{turns.toLocaleString('en-GB')}</td>
                <td>
                  <Select
                    label={`Role of ${label}`}
                    hideLabel
                    choices={roleChoices}
                    value={role}
                    onChange={(chosen) => read({ roles: { ...structure.roles, [label]: chosen } })}
                  />
                </td>
                <td>
                  <Button
                    tone="quiet"
                    aria-label={`${label} is not a speaker`}
                    onPress={() => read({ notSpeakers: [...structure.notSpeakers, label] })}
                  >
                    Not a speaker
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(structure.notSpeakers.length > 0 || given.length > 0) && (
        <Button tone="quiet" onPress={() => read({ notSpeakers: [], joins: {} })}>
          {resetLabel(structure.notSpeakers, given.length)}
        </Button>
      )}
    </div>
  );
}

function resetLabel(notSpeakers: readonly string[], joined: number): string {
  const parts = [
    ...(joined > 0 ? [`${joined} joined`] : []),
    ...(notSpeakers.length > 0 ? [`not speakers: ${notSpeakers.join(', ')}`] : []),
  ];
  return `As it was found (now ${parts.join('; ')})`;
}
