import { Check } from 'lucide-react';
import type { CoderId } from '#shared/ids.ts';
import type { Team, TeamTranscript } from '#shared/project/team-contract.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';

/** Transcripts by coders: who codes each, and who has finished it. */
export function TeamTable({ team }: { readonly team: Team }) {
  if (team.transcripts.length === 0) return <p className="muted">There are no transcripts to code yet.</p>;
  const open = team.transcripts.filter((transcript) => transcript.open).length;
  return (
    <section aria-label="Who codes what">
      <h2>
        Who codes what
        <span className="screen-note">
          {open} of {team.transcripts.length} finished by all
        </span>
      </h2>
      <table className="team-table">
        <thead>
          <tr>
            <th scope="col">Transcript</th>
            {team.coders.map(({ id, name, own }) => (
              <th scope="col" key={id}>
                {name}
                {own && <span className="muted"> (you)</span>}
              </th>
            ))}
            {team.blind && <th scope="col">Shown</th>}
          </tr>
        </thead>
        <tbody>
          {team.transcripts.map((transcript) => (
            <tr key={transcript.id}>
              <th scope="row">
                {transcript.title}
                {transcript.participantCode !== null && transcript.participantCode !== transcript.title && (
                  <span className="muted"> {transcript.participantCode}</span>
                )}
              </th>
              {team.coders.map(({ id, name }) => (
                <td key={id}>
                  <CoderCell team={team} transcript={transcript} coderId={id} name={name} />
                </td>
              ))}
              {team.blind && <td className="muted">{transcript.open ? 'to all' : 'own work only'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CoderCellProps {
  readonly team: Team;
  readonly transcript: TeamTranscript;
  readonly coderId: CoderId;
  readonly name: string;
}

function CoderCell({ team, transcript, coderId, name }: CoderCellProps) {
  const coding = transcript.coders.find((coder) => coder.coderId === coderId);
  const isFinished = coding !== undefined && coding.finishedAt !== null;
  const change = (codes: boolean): void => {
    const others = transcript.coders.map((coder) => coder.coderId).filter((id) => id !== coderId);
    const chosen = codes ? [...others, coderId] : others;
    // Everybody is what a transcript is coded by when nobody is chosen: it needs no list.
    const coderIds = chosen.length === team.coders.length ? [] : chosen;
    api.project.assign({ transcriptIds: [transcript.id], coderIds }).catch(reportError);
  };
  const isLast = coding !== undefined && transcript.coders.length === 1;
  return (
    <label className="team-cell">
      <input
        type="checkbox"
        aria-label={`${name} codes ${transcript.title}`}
        checked={coding !== undefined}
        disabled={isLast}
        onChange={(event) => change(event.target.checked)}
      />
      {isFinished && (
        <span className="team-finished">
          <Check aria-hidden />
          finished
        </span>
      )}
    </label>
  );
}
