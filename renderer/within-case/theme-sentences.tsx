import { useEffect } from 'react';
import type { CellChecking, LinkedSentence } from '#shared/checking/checking-contract.ts';
import type { CellId } from '#shared/ids.ts';
import { LostSentences } from '../checking/claim-sentences.tsx';
import { pickSentence, useChecking } from '../checking/checking-store.ts';
import { counted } from './asked-list.tsx';

interface ThemeSentencesProps {
  readonly cellId: CellId;
  readonly checking: CellChecking;
  /** A sentence was picked: its fragments are to be seen. */
  readonly onPick: (sentence: LinkedSentence) => void;
}

/** The sentences of a summary by their numbers, and how many fragments each rests on. */
export function ThemeSentences({ cellId, checking, onPick }: ThemeSentencesProps) {
  const picked = useChecking(({ sentence }) => sentence);
  const said = checking.sentences.filter(({ start }) => start !== null);
  const lost = checking.sentences.filter(({ start }) => start === null);
  const isSaid = said.some(({ text }) => text === picked);
  useEffect(() => () => pickSentence(null), []);
  useEffect(() => {
    if (picked !== null && !isSaid) pickSentence(null);
  }, [picked, isSaid]);
  function pick(sentence: LinkedSentence): void {
    const again = sentence.text === picked;
    pickSentence(again ? null : sentence.text);
    if (!again) onPick(sentence);
  }
  return (
    <>
      <ol className="theme-sentences" aria-label="Sentences of the summary">
        {said.map((sentence, index) => (
          <li key={`${index} ${sentence.text}`}>
            <button
              type="button"
              className="theme-sentence"
              aria-pressed={sentence.text === picked}
              onClick={() => pick(sentence)}
            >
              <span className="theme-sentence-number">{index + 1}</span>
              <span className="theme-sentence-text">{sentence.text}</span>
              <span className="muted">
                {sentence.codingIds.length === 0
                  ? 'not linked'
                  : counted(sentence.codingIds.length, 'fragment')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {lost.length > 0 && <LostSentences cellId={cellId} lost={lost} picked={picked} />}
    </>
  );
}
