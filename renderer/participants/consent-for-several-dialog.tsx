import { useState, type FormEvent } from 'react';
import type { ParticipantId } from '#shared/ids.ts';
import type { Consent, Participant } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify, sentenceOf } from '../ui/toasts-store.ts';
import { Check, ConsentDates, ConsentScope, NO_CONSENT } from './consent-fields.tsx';
import { isCleared } from './participant-columns.ts';
import { closeParticipantsDialog } from './participants-actions.ts';

/** What was agreed with many at once: a school that approved, a meeting at which all were informed. */
export function ConsentForSeveralDialog({ participants }: { readonly participants: readonly Participant[] }) {
  const [consent, setConsent] = useState<Consent>(NO_CONSENT);
  const [chosen, setChosen] = useState<ReadonlySet<ParticipantId>>(() => idsOf(participants, false));
  const [problem, setProblem] = useState<string>();
  const given = filledIn(consent);
  const isReady = chosen.size > 0 && Object.keys(given).length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    api.participants.setConsent({ participantIds: [...chosen], ...given }).then(
      () => {
        closeParticipantsDialog();
        notify(`Recorded the consent of ${count(chosen.size)}`, { undo: true });
      },
      (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      },
    );
  };
  return (
    <Dialog
      title="Record consent for several participants"
      isOpen
      onClose={closeParticipantsDialog}
      size="medium"
      footer={
        <>
          <Button onPress={closeParticipantsDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form="consent-for-several" isDisabled={!isReady}>
            Record for {count(chosen.size)}
          </Button>
        </>
      }
    >
      <form id="consent-for-several" className="participants-form" onSubmit={submit}>
        <ConsentDates consent={consent} onChange={(part) => setConsent({ ...consent, ...part })} />
        <ConsentScope consent={consent} onChange={(part) => setConsent({ ...consent, ...part })} />
        <div className="consent-choices">
          <Button onPress={() => setChosen(idsOf(participants, true))}>All</Button>
          <Button onPress={() => setChosen(idsOf(participants, false))}>Not cleared</Button>
          <Button onPress={() => setChosen(new Set())}>None</Button>
        </div>
        <fieldset className="consent-people">
          <legend>Participants</legend>
          {participants.map(({ id, code, site }) => (
            <Check
              key={id}
              label={site === null ? code : `${code} · ${site}`}
              checked={chosen.has(id)}
              onChange={(is) => setChosen(withOne(chosen, id, is))}
            />
          ))}
        </fieldset>
        <p className="muted" role="status">
          {problem ??
            'What is left empty here stays as it was recorded before. Transcripts are cleared when both dates are there.'}
        </p>
      </form>
    </Dialog>
  );
}

/** All, or those whose transcripts are not cleared yet. */
function idsOf(participants: readonly Participant[], all: boolean): ReadonlySet<ParticipantId> {
  return new Set(participants.filter((one) => all || !isCleared(one)).map(({ id }) => id));
}

function withOne(
  chosen: ReadonlySet<ParticipantId>,
  id: ParticipantId,
  is: boolean,
): ReadonlySet<ParticipantId> {
  const next = new Set(chosen);
  if (is) next.add(id);
  else next.delete(id);
  return next;
}

function filledIn(consent: Consent): Partial<Consent> {
  return Object.fromEntries(Object.entries(consent).filter(([, value]) => value !== '' && value !== false));
}

function count(number: number): string {
  return number === 1 ? '1 participant' : `${number} participants`;
}
