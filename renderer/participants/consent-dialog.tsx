import { useState, type FormEvent } from 'react';
import type { Consent, Participant } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { closeParticipantsDialog } from './participants-actions.ts';

const NOTHING: Consent = {
  principalApprovedOn: '',
  informationGivenOn: '',
  purposeExplained: false,
  anonymityPromised: false,
  withdrawalExplained: false,
  note: '',
};
const CHECKS = [
  { key: 'purposeExplained', label: 'The purpose and the involvement were explained' },
  { key: 'anonymityPromised', label: 'Anonymity was promised' },
  { key: 'withdrawalExplained', label: 'The right to withdraw at any point was explained' },
] as const;

/** What was agreed with a participant. Transcripts are cleared by the first two dates. */
export function ConsentDialog({ participant }: { readonly participant: Participant }) {
  const [consent, setConsent] = useState<Consent>(participant.consent ?? NOTHING);
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
        <div className="participants-range">
          <TextField
            label="Principal approved on"
            type="date"
            autoFocus
            value={consent.principalApprovedOn}
            onChange={(text) => change({ principalApprovedOn: text })}
          />
          <TextField
            label="Information sheet given on"
            type="date"
            value={consent.informationGivenOn}
            onChange={(text) => change({ informationGivenOn: text })}
          />
        </div>
        {others.length > 0 && consent.principalApprovedOn !== '' && (
          <Check
            label={`The principal’s approval holds for all ${others.length + 1} of ${participant.site}`}
            checked={forSite}
            onChange={setForSite}
          />
        )}
        {CHECKS.map(({ key, label }) => (
          <Check key={key} label={label} checked={consent[key]} onChange={(is) => change({ [key]: is })} />
        ))}
        <TextField label="Note" rows={3} value={consent.note} onChange={(note) => change({ note })} />
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

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="participants-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
