import { useRef, useState } from 'react';
import { Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodeId } from '#shared/ids.ts';
import { CodesPicker, type PickerAnchor } from '../codebook/code-picker.tsx';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { pathName, useCodebook } from '../codebook/codebook-store.ts';
import { rememberName, useRetrieval } from './retrieval-store.ts';

interface CodeChoiceProps {
  /** Read out: “Codes of the fragments”. */
  readonly label: string;
  readonly ids: readonly CodeId[];
  /** What no code at all means: “any code”. */
  readonly none: string;
  readonly onChange: (ids: readonly CodeId[]) => void;
}

/** The codes of one place in the question, as words that can be taken out, and a button for more. */
export function CodeChoice({ label, ids, none, onChange }: CodeChoiceProps) {
  const byId = useCodebook((state) => state.byId);
  const names = useRetrieval((state) => state.query.names);
  const [anchor, setAnchor] = useState<PickerAnchor | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (chosen: readonly CodeId[]): void => {
    onChange(chosen);
    for (const id of chosen) rememberName('code', id, pathName(byId, id));
  };
  return (
    <span className="query-codes" role="group" aria-label={label}>
      {ids.map((id) => {
        const code = byId.get(id);
        const name = code?.name ?? names[`code ${id}`] ?? 'A removed code';
        return (
          <span key={id} className="query-code" data-removed={code === undefined || undefined}>
            {code !== undefined && <CodeSwatch color={code.color} />}
            <span title={code === undefined ? 'This code was removed' : pathName(byId, id)}>{name}</span>
            <AriaButton
              className="query-remove"
              aria-label={`Leave out ${name}`}
              onPress={() => onChange(ids.filter((other) => other !== id))}
            >
              <X aria-hidden />
            </AriaButton>
          </span>
        );
      })}
      <AriaButton
        ref={button}
        className="query-add"
        aria-label={`${label}: choose codes${ids.length === 0 ? `, ${none}` : ''}`}
        onPress={() => setAnchor(button.current?.getBoundingClientRect() ?? null)}
      >
        <Plus aria-hidden />
        {ids.length === 0 ? none : 'Codes'}
      </AriaButton>
      {anchor !== null && (
        <CodesPicker
          label={label}
          anchor={anchor}
          chosen={ids.filter((id) => byId.has(id))}
          doneLabel="Use these codes"
          onPick={choose}
          onClose={() => {
            setAnchor(null);
            button.current?.focus();
          }}
        />
      )}
    </span>
  );
}
