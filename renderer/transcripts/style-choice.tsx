import { useState } from 'react';
import type { LabelStyle } from '#shared/transcripts/label-styles.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { readAgain, type ImportRow } from './import-store.ts';

const NAMES: Readonly<Record<Exclude<LabelStyle, 'auto'>, string>> = {
  colon: 'Anna: …',
  'own line': 'Anna, on a line of its own',
  brackets: '[Anna] …',
  dash: 'Anna – …',
  tab: 'Anna, then a tab',
  bold: 'Anna in bold',
  heading: 'Anna as a heading',
  pattern: 'A pattern of my own',
  none: 'Nobody is named',
};

/** How the file marks who speaks. */
export function StyleChoice({ row, found }: { readonly row: ImportRow; readonly found: LabelStyle }) {
  const { structure, file } = row;
  const choices = [
    { value: 'auto' as const, label: found === 'auto' ? 'As the file says' : `Found: ${NAMES[found]}` },
    ...(Object.keys(NAMES) as Exclude<LabelStyle, 'auto'>[]).map((value) => ({ value, label: NAMES[value] })),
  ];
  const read = (change: Partial<typeof structure>): void =>
    void readAgain(file, { structure: { ...structure, ...change } }).catch(reportError);
  return (
    <>
      <Select
        label="Speakers"
        choices={choices}
        value={structure.style}
        onChange={(style) => read({ style })}
      />
      {structure.style === 'pattern' && (
        <PatternField key={file} pattern={structure.pattern} onChange={(pattern) => read({ pattern })} />
      )}
    </>
  );
}

function PatternField({
  pattern,
  onChange,
}: {
  readonly pattern: string;
  readonly onChange: (pattern: string) => void;
}) {
  const [written, setWritten] = useState(pattern);
  return (
    <TextField
      label="Pattern"
      placeholder="NAME (TIME):"
      description="As it stands before the words: NAME for the name, TIME for a time."
      value={written}
      onChange={(text) => {
        setWritten(text);
        if (text.includes('NAME')) onChange(text);
      }}
    />
  );
}
