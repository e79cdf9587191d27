import { useDraft } from '../ui/use-draft.ts';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number; what is not one is not taken over. */
export function NumberInput({ label, value, least, most, onChange }: NumberInputProps) {
  const [draft, setDraft] = useDraft(String(value));
  return (
    <input
      className="input query-number"
      aria-label={label}
      inputMode="numeric"
      value={draft}
      onChange={(event) => {
        const text = event.target.value;
        setDraft(text);
        const number = Number(text);
        if (/^\d+$/.test(text) && number >= least && number <= most) onChange(number);
      }}
      onBlur={() => setDraft(String(value))}
    />
  );
}
