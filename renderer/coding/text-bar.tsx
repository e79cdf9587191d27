import { useState, type KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '../ui/button.tsx';
import type { OpenTranscript } from './coding-store.ts';
import { closeBar, findNext, findWords, goToLine, goToTurnNumber, useFind } from './find-store.ts';

/** Above the text, while it is asked for: find words, or go to a turn or a line. */
export function TextBar({ open }: { readonly open: OpenTranscript }) {
  const bar = useFind((state) => state.bar);
  if (bar === null) return null;
  return (
    <div className="text-bar" role="search">
      {bar === 'find' && <FindBar />}
      {bar === 'turn' && (
        <NumberBar what="Turn" last={open.transcript.turns.at(-1)?.number ?? 0} goTo={goToTurnNumber} />
      )}
      {bar === 'line' && <NumberBar what="Line" last={open.lineStarts.length} goTo={goToLine} />}
      <IconButton label="Close (Esc)" icon={<X />} onPress={closeBar} />
    </div>
  );
}

function FindBar() {
  const { words, found, at } = useFind();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F3') findNext(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeBar();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="input text-bar-field"
        aria-label="Find in this transcript"
        placeholder="Find in this transcript"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here
        autoFocus
        spellCheck={false}
        value={words}
        onFocus={(event) => event.target.select()}
        onChange={(event) => findWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="muted text-bar-count">
        {words === '' ? '' : found.length === 0 ? 'Not found' : `${at + 1} of ${found.length}`}
      </span>
      <IconButton
        label="Previous (Shift+F3)"
        icon={<ChevronUp />}
        isDisabled={found.length === 0}
        onPress={() => findNext(-1)}
      />
      <IconButton
        label="Next (F3)"
        icon={<ChevronDown />}
        isDisabled={found.length === 0}
        onPress={() => findNext(1)}
      />
    </>
  );
}

interface NumberBarProps {
  readonly what: 'Turn' | 'Line';
  readonly last: number;
  readonly goTo: (number: number) => void;
}

function NumberBar({ what, last, goTo }: NumberBarProps) {
  const [number, setNumber] = useState('');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') closeBar();
    else if (event.key !== 'Enter') return;
    else if (number === '') closeBar();
    else goTo(Number(number));
    event.preventDefault();
  };
  return (
    <>
      <input
        className="input text-bar-number"
        aria-label={`Go to ${what.toLowerCase()}`}
        placeholder={what}
        inputMode="numeric"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here
        autoFocus
        value={number}
        onChange={(event) => setNumber(event.target.value.replaceAll(/\D/g, ''))}
        onKeyDown={onKeyDown}
      />
      <span className="muted text-bar-count">of {last} · Enter goes there</span>
    </>
  );
}
