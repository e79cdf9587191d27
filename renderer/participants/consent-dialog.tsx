import { useState, type FormEvent } from 'react';
import type { Consent, Participant } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { Check, ConsentDates, ConsentScope, NO_CONSENT } from './consent-fields.tsx';
import { closeParticipantsDialog } from './participants-actions.ts';

/** What was agreed with a participant. Transcripts are cleared by the first two dates. */
export function ConsentDialog({ participant }: { readonly participant: Participant }) {
  const [consent, setConsent] = useState<Consent>(participant.consent ?? NO_CONSENT);
  const [forSite, setForSite] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { value: table } = useLive(() => api.participants.table({}), ['participant', 'site'], []);
  const others = (table?.participants ?? []).filter(
    ({ id, site }) => site !== null && site === participant.site && id !== participant.id,
  );
  const change = (part: Partial<Consent>): void => setConsent({ ...consent, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(participant, consent, forSite ? others : []).then(closeParticipantsDialog, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  const isCleared = consent.principalApprovedOn !== '' && consent.informationGivenOn !== '';
  return (
    <Dialog
      title={`Consent of ${participant.code}`}
      isOpen
      onClose={closeParticipantsDialog}
      footer={
        <>
          <Button onPress={closeParticipantsDialog}>Cancel</Button>
          <Button tone="primary" type="submit" form="consent">
            Record
          </Button>
        </>
      }
    >
      <form id="consent" className="participants-form" onSubmit={submit}>
        <ConsentDates consent={consent} onChange={change} />
        {others.length > 0 && consent.principalApprovedOn !== '' && (
          <Check
            label={`The principal’s approval holds for all ${others.length + 1} of ${participant.site}`}
            checked={forSite}
            onChange={setForSite}
          />
        )}
        <ConsentScope consent={consent} onChange={change} />
        <p className="muted" role="status">
          {problem ??
            (isCleared
              ? 'The transcripts of this participant are cleared.'
              : 'The transcripts of this participant are marked “not cleared” until both dates are recorded.')}
        </p>
      </form>
    </Dialog>
  );
}

async function save(
  participant: Participant,
  consent: Consent,
  others: readonly Participant[],
): Promise<void> {
  await api.participants.setConsent({ participantIds: [participant.id], ...consent });
  if (others.length === 0) return;
  await api.participants.setConsent({
    participantIds: others.map(({ id }) => id),
    principalApprovedOn: consent.principalApprovedOn,
  });
}
