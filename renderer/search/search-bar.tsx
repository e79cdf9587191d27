import { useEffect, useRef } from 'react';
import { Check, X } from 'lucide-react';
import {
  Button as AriaButton,
  Input,
  SearchField as AriaSearchField,
  ToggleButton,
} from 'react-aria-components';
import { searchFields } from '#shared/search/search-contract.ts';
import { fieldNames } from './search-lines.ts';
import { ask, useSearch } from './search-store.ts';

interface SearchBarProps {
  /** ↓: to the results. */
  readonly onDown: () => void;
  /** Enter: to the first hit. */
  readonly onEnter: () => void;
}

/** What to look for, and where. */
export function SearchBar({ onDown, onEnter }: SearchBarProps) {
  const { text, fields, asked, left } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const cameBack = useRef(left !== null);
  useEffect(() => {
    if (cameBack.current) cameBack.current = false;
    else if (asked >= 0) input.current?.select();
  }, [asked]);
  return (
    <div className="search-bar" role="search">
      <AriaSearchField
        className="search-field"
        aria-label="Search for"
        value={text}
        onChange={(value) => ask({ text: value })}
        maxLength={400}
      >
        <Input
          ref={input}
          className="input"
          placeholder="Words, begin*, time NEAR/5 work"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onDown();
            else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
            else return;
            event.preventDefault();
          }}
        />
        {text !== '' && (
          <AriaButton className="icon-button" aria-label="Empty the field">
            <X aria-hidden />
          </AriaButton>
        )}
      </AriaSearchField>
      <div className="search-fields" role="group" aria-label="Where to search">
        {searchFields.map((field) => (
          <ToggleButton
            key={field}
            className="search-where"
            isSelected={fields.has(field)}
            onChange={(isSelected) => {
              const next = new Set(fields);
              if (isSelected) next.add(field);
              else next.delete(field);
              ask({ fields: next });
            }}
          >
            <Check aria-hidden />
            {fieldNames[field]}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
