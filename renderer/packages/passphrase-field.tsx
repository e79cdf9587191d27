import { TextField } from '../ui/text-field.tsx';

export function PassphraseField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField
      label="Passphrase (may be left empty)"
      type="password"
      value={value}
      onChange={onChange}
      description="Without it nobody can read the package, and nobody can find it again. Tell it another way than the file."
    />
  );
}
