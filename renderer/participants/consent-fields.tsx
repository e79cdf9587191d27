import type { Consent } from '#shared/participants/participants-contract.ts';
import { TextField } from '../ui/text-field.tsx';

export const NO_CONSENT: Consent = {
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

interface ConsentFieldsProps {
  readonly consent: Consent;
  readonly onChange: (part: Partial<Consent>) => void;
}

/** When whoever is responsible approved, and when the participants were informed: what clears a transcript. */
export function ConsentDates({ consent, onChange }: ConsentFieldsProps) {
  return (
    <div className="participants-range">
      <TextField
        label="Principal approved on"
        type="date"
        autoFocus
        value={consent.principalApprovedOn}
        onChange={(text) => onChange({ principalApprovedOn: text })}
      />
      <TextField
        label="Information sheet given on"
        type="date"
        value={consent.informationGivenOn}
        onChange={(text) => onChange({ informationGivenOn: text })}
      />
    </div>
  );
}

export function ConsentScope({ consent, onChange }: ConsentFieldsProps) {
  return (
    <>
      {CHECKS.map(({ key, label }) => (
        <Check key={key} label={label} checked={consent[key]} onChange={(is) => onChange({ [key]: is })} />
      ))}
      <TextField label="Note" rows={3} value={consent.note} onChange={(note) => onChange({ note })} />
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="participants-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
