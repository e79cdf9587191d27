import { X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';

interface CodeFilterProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The field above a code tree; Escape empties it. */
export function CodeFilter({ value, onChange }: CodeFilterProps) {
  return (
    <SearchField className="code-filter" aria-label="Find a code" value={value} onChange={onChange}>
      <Input className="input" placeholder="Find a code" spellCheck={false} />
      {value !== '' && (
        <Button className="icon-button" aria-label="Show all codes">
          <X aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}
