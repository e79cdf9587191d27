import { useState, type KeyboardEvent } from 'react';
import { Search, X } from 'lucide-react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { distinctCues } from '#shared/codebook/cues.ts';
import { Button as PressButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { runAction } from '../actions/action-registry.ts';
import { useDraftKeeper } from './code-drafts.ts';
import { changeCode } from './codebook-actions.ts';

/** The languages in which interviews are done here most; a file may bring others, which are kept. */
const LANGUAGES = [
  { value: '', label: 'Any language' },
  { value: 'nl', label: 'Dutch' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'fr', label: 'French' },
  { value: 'es', label: 'Spanish' },
  { value: 'it', label: 'Italian' },
  { value: 'pl', label: 'Polish' },
  { value: 'tr', label: 'Turkish' },
  { value: 'ar', label: 'Arabic' },
];

/** Phrases that point to the code. Enter or a comma adds one, Delete or its cross takes one away. */
export function CodeCues({ code: { id, cues, cueLanguages } }: { readonly code: Code }) {
  const [typed, setTyped] = useState('');
  const [language, setLanguage] = useState('');
  const keeper = useDraftKeeper(id, 'cue');
  const save = (phrases: readonly string[], languages: Readonly<Record<string, string>> = {}): void => {
    changeCode({ id, cues: [...phrases], cueLanguages: { ...languages } }).catch(reportError);
  };
  const add = (): void => {
    const phrases = distinctCues([...cues, ...typed.split(/[,\n]/)]);
    setTyped('');
    keeper.drop();
    const fresh = phrases.filter((phrase) => !cues.includes(phrase));
    if (fresh.length > 0) save(phrases, Object.fromEntries(fresh.map((phrase) => [phrase, language])));
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
        aria-label="Cues"
        onRemove={(keys) => save(cues.filter((phrase) => !keys.has(phrase)))}
        disabledKeys={[]}
      >
        <TagList
          className="code-cue-list"
          items={cues.map((phrase) => ({ id: phrase }))}
          renderEmptyState={() => <span className="muted">Words that point to this code</span>}
        >
          {({ id: phrase }) => (
            <Tag id={phrase} textValue={phrase} className="code-cue">
              {phrase}
              {cueLanguages[phrase] !== undefined && (
                <span className="code-cue-language">{cueLanguages[phrase]}</span>
              )}
              <Button slot="remove" className="code-cue-remove" aria-label={`Remove ${phrase}`}>
                <X aria-hidden />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <div className="code-cue-new">
        <TextField
          label="New cue"
          hideLabel
          placeholder="Add a cue"
          value={typed}
          onChange={(text) => {
            setTyped(text);
            keeper.keep(text);
          }}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
        <Select
          label="Language of new cues"
          hideLabel
          choices={LANGUAGES}
          value={language}
          onChange={setLanguage}
        />
      </div>
      {cues.length > 0 && (
        <PressButton tone="quiet" icon={<Search />} onPress={() => runAction('cues.find')}>
          Find by cues
        </PressButton>
      )}
    </div>
  );
}
