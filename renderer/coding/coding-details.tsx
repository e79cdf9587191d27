import { useRef } from 'react';
import { Star as StarIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { Certainty, Coding } from '#shared/coding/coding-contract.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';
import { newTypingMark } from '../ui/typing-mark.ts';
import { currentView } from './current-view.ts';
import { CERTAINTY_NAMES, sayCertainty, toggleGoodQuotation } from './reshape-actions.ts';
import { useAutosave } from './use-autosave.ts';

interface DetailProps {
  readonly coding: Coding;
  readonly own: boolean;
}

export function Star({ coding, own }: DetailProps) {
  if (!own && !coding.goodQuotation) return null;
  return (
    <ToggleButton
      className="icon-button coding-star"
      aria-label="Good quotation (Q)"
      isDisabled={!own}
      isSelected={coding.goodQuotation}
      onChange={() => void toggleGoodQuotation().catch(reportError)}
    >
      <StarIcon />
    </ToggleButton>
  );
}

const CERTAINTIES: readonly Certainty[] = [1, 2, 3];

export function CertaintyChoice({ coding, own }: DetailProps) {
  if (!own && coding.certainty === null) return null;
  return (
    <div className="poles" role="group" aria-label="How sure">
      {CERTAINTIES.map((certainty) => (
        <ToggleButton
          key={certainty}
          className="pole certainty"
          isDisabled={!own}
          isSelected={coding.certainty === certainty}
          onChange={() => void sayCertainty(certainty).catch(reportError)}
        >
          {CERTAINTY_NAMES[certainty - 1]}
        </ToggleButton>
      ))}
    </div>
  );
}

export function Translation({ coding }: { readonly coding: Coding }) {
  const stay = useRef(newTypingMark());
  const { text, type, flush } = useAutosave(coding.translation, (translation) =>
    api.coding.change({ id: coding.id, translation, typing: stay.current }),
  );
  return (
    <textarea
      className="input selected-coding-memo"
      aria-label="Translation"
      placeholder="Translation of the quotation"
      rows={Math.min(6, Math.max(1, text.split('\n').length + Math.floor(text.length / 46)))}
      value={text}
      onChange={(event) => type(event.target.value)}
      onFocus={() => {
        stay.current = newTypingMark();
      }}
      onBlur={flush}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        currentView()?.focus();
      }}
    />
  );
}
