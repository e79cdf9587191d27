import { useLayoutEffect, useRef } from 'react';
import { Trash2, X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import { linesOfRange, spokenLines } from '#shared/transcripts/line-numbers.ts';
import { quotation } from '#shared/text/text-range.ts';
import { api } from '../api/api.ts';
import { CodeSwatch } from '../codebook/code-swatch.tsx';
import { pathName, placeName, useCodebook } from '../codebook/codebook-store.ts';
import { IconButton } from '../ui/button.tsx';
import { newTypingMark } from '../ui/typing-mark.ts';
import { reportError } from '../ui/toasts-store.ts';
import { markPole, removeSelected, selectCoding } from './coding-actions.ts';
import { takeTypedAhead, useCodingPanel } from './coding-panel-store.ts';
import { CertaintyChoice, Star, Translation } from './coding-details.tsx';
import { CodingHistory } from './coding-history.tsx';
import { CodingMenu } from './coding-menu.tsx';
import { isOwn, useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { poleName } from './pole-name.ts';
import { useAutosave } from './use-autosave.ts';
import './quotation-pair.css';

/** All about the coding that is selected: code, words, pole, memo, translation, who and when. */
export function SelectedCoding({ coding }: { readonly coding: Coding }) {
  const codes = useCodebook((state) => state.byId);
  const code = codes.get(coding.codeId);
  const text = useCoding((state) => state.open?.transcript.text ?? '');
  const lines = useCoding(({ open }) =>
    open === null ? '' : spokenLines(linesOfRange(open.lineStarts, coding)),
  );
  const layer = useCoding((state) => state.layers.find(({ id }) => id === coding.layerId));
  const own = useCoding((state) => isOwn(state, coding));
  if (code === undefined) return null;
  return (
    <section className="selected-coding" aria-label={`Coding: ${code.name}`}>
      <header className="selected-coding-header">
        <CodeSwatch color={code.color} />
        <h2 className="selected-coding-path" title={pathName(codes, code.id)}>
          {code.parentId !== null && <small>{placeName(codes, code.id)}</small>}
          {code.name}
        </h2>
        <Star coding={coding} own={own} />
        {own && <CodingMenu />}
        {own && (
          <IconButton
            label="Remove this coding (Delete)"
            icon={<Trash2 />}
            onPress={() => void removeSelected().catch(reportError)}
          />
        )}
        <IconButton label="Deselect (Esc)" icon={<X />} onPress={() => selectCoding(null)} />
      </header>
      <div className="quotation-pair">
        <blockquote className="selected-coding-quotation">{quotation(text, coding)}</blockquote>
        {own ? (
          <Translation key={coding.id} coding={coding} />
        ) : (
          coding.translation !== '' && <p className="selected-coding-translation">{coding.translation}</p>
        )}
      </div>
      <Pole coding={coding} code={code} own={own} />
      <CertaintyChoice coding={coding} own={own} />
      {own ? <Memo key={coding.id} coding={coding} /> : coding.memo !== '' && <p>{coding.memo}</p>}
      <p className="selected-coding-origin">
        {lines === '' ? '' : `${capitalised(lines)} · `}
        {layer?.name ?? ''} ·{' '}
        {new Date(coding.createdAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
        {coding.translator !== null && ` · translated by ${coding.translator}`}
        {!own && ' · read only'}
      </p>
      <CodingHistory id={coding.id} />
    </section>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Pole({
  coding,
  code,
  own,
}: {
  readonly coding: Coding;
  readonly code: Code;
  readonly own: boolean;
}) {
  const { poleLow, poleHigh } = code;
  if (poleLow === null || poleHigh === null) {
    const weight = poleName(code, coding.weight);
    return weight === null ? null : <p className="muted">Weight {weight}</p>;
  }
  const poles = [
    [-1, poleLow, '−'],
    [1, poleHigh, '+'],
  ] as const;
  return (
    <div className="poles" role="group" aria-label="Pole">
      {poles.map(([weight, name, key]) => (
        <ToggleButton
          key={weight}
          className="pole"
          isDisabled={!own}
          isSelected={coding.weight !== null && Math.sign(coding.weight) === weight}
          onChange={() => void markPole(weight).catch(reportError)}
        >
          <kbd>{key}</kbd> {name}
        </ToggleButton>
      ))}
    </div>
  );
}

function Memo({ coding }: { readonly coding: Coding }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const stay = useRef(newTypingMark());
  const { text, type, flush } = useAutosave(coding.memo, (memo) =>
    api.coding.change({ id: coding.id, memo, typing: stay.current }),
  );
  const isWanted = useCodingPanel(({ memo }) => memo === 'ready');
  useLayoutEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    const ahead = takeTypedAhead();
    if (ahead !== '') type(text + ahead);
  });
  return (
    <textarea
      ref={field}
      className="input selected-coding-memo"
      aria-label="Memo"
      placeholder="Memo (M)"
      rows={Math.min(8, Math.max(2, text.split('\n').length + Math.floor(text.length / 46)))}
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
