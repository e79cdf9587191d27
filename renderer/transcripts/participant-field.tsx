const CODES = 'participant-codes';

interface ParticipantFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly onFocus?: () => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

/** A participant's code: one that is there, offered while typing, or a new one. Needs `ParticipantCodes` beside it. */
export function ParticipantField({
  label,
  hideLabel = false,
  value,
  onChange,
  onFocus,
  autoFocus = false,
  isDisabled = false,
}: ParticipantFieldProps) {
  return (
    <label className="field">
      {!hideLabel && <span className="field-description">{label}</span>}
      <input
        className="input"
        list={CODES}
        autoComplete="off"
        aria-label={label}
        value={value}
        disabled={isDisabled}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that the person just opened
        autoFocus={autoFocus}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** The codes that every field of the screen offers, once. */
export function ParticipantCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <datalist id={CODES}>
      {codes.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </datalist>
  );
}
