import { useState, type KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { distinctCues } from '#shared/codebook/cues.ts';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { changeCode } from './codebook-actions.ts';

/** Phrases that point to the code. Enter or a comma adds one, Delete or its cross takes one away. */
export function CodeCues({ code: { id, cues } }: { readonly code: Code }) {
  const [typed, setTyped] = useState('');
  const save = (phrases: readonly string[]): void => {
    changeCode({ id, cues: [...phrases] }).catch(reportError);
  };
  const add = (): void => {
    const phrases = distinctCues([...cues, ...typed.split(/[,\n]/)]);
    setTyped('');
    if (phrases.length > cues.length) save(phrases);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '' && cues.length > 0) save(cues.slice(0, -1));
  };
  return (
    <div className="code-cues">
      <TagGroup
        className="code-cue-group"
        onRemove={(keys) => save(cues.filter((phrase) => !keys.has(phrase)))}
        disabledKeys={[]}
      >
        <Label>Cues</Label>
        <TagList
          className="code-cue-list"
          items={cues.map((phrase) => ({ id: phrase }))}
          renderEmptyState={() => <span className="muted">Words that point to this code</span>}
        >
          {({ id: phrase }) => (
            <Tag id={phrase} textValue={phrase} className="code-cue">
              {phrase}
              <Button slot="remove" className="code-cue-remove" aria-label={`Remove ${phrase}`}>
                <X aria-hidden />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <TextField
        label="New cue"
        hideLabel
        placeholder="Add a cue"
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  );
}
