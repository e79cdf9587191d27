import { Fragment, useEffect } from 'react';
import type { CellChecking, LinkedSentence } from '#shared/checking/checking-contract.ts';
import type { CellId, CodingId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { runSafely } from '../matrices/run-safely.ts';
import { Button } from '../ui/button.tsx';
import { pickSentence, useChecking } from './checking-store.ts';

interface ClaimSentencesProps {
  readonly cellId: CellId;
  readonly checking: CellChecking;
}

/** The summary in its sentences. One that is picked shows its fragments, and is what L links the next ones to. */
export function ClaimSentences({ cellId, checking }: ClaimSentencesProps) {
  const picked = useChecking(({ sentence }) => sentence);
  useEffect(() => () => pickSentence(null), []);
  const said = checking.sentences.filter(({ start }) => start !== null);
  const lost = checking.sentences.filter(({ start }) => start === null);
  function pick(sentence: LinkedSentence): void {
    const again = sentence.text === picked;
    pickSentence(again ? null : sentence.text);
    if (!again) showFragment(sentence.codingIds[0]);
  }
  return (
    <>
      <p className="matrix-panel-text">
        {said.map((sentence, index) => (
          <Fragment key={`${index} ${sentence.text}`}>
            {/* A button that breaks over lines like the text that it is. */}
            <span
              role="button"
              tabIndex={0}
              className="claim-sentence"
              aria-pressed={sentence.text === picked}
              onClick={() => pick(sentence)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                pick(sentence);
              }}
            >
              {sentence.text}
              {sentence.codingIds.length > 0 && (
                <sup>
                  <span className="visually-hidden"> fragments: </span>
                  {sentence.codingIds.length}
                </sup>
              )}
            </span>{' '}
          </Fragment>
        ))}
      </p>
      {picked !== null && (
        <p className="claim-sentences-note muted">
          <kbd>L</kbd> on a fragment links it to this sentence, or takes the link away.
        </p>
      )}
      {lost.length > 0 && <LostSentences cellId={cellId} lost={lost} picked={picked} />}
    </>
  );
}

interface LostSentencesProps {
  readonly cellId: CellId;
  readonly lost: readonly LinkedSentence[];
  readonly picked: string | null;
}

export function LostSentences({ cellId, lost, picked }: LostSentencesProps) {
  return (
    <div className="lost-sentences">
      <p className="muted">Linked sentences that the summary no longer says:</p>
      <ul>
        {lost.map(({ text, codingIds, gone }) => (
          <li key={text}>
            <del>
              {text} ({codingIds.length + gone})
            </del>
            <Button
              isDisabled={picked === null}
              onPress={() =>
                picked !== null && runSafely(api.checking.moveLinks({ cellId, from: text, to: picked }))
              }
            >
              Move to the picked sentence
            </Button>
            <Button
              tone="quiet"
              onPress={() => runSafely(api.checking.unlinkSentence({ cellId, sentence: text }))}
            >
              Drop
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** L: the fragment and a sentence, else the picked one, are linked, or no longer. */
export async function toggleLink(
  checking: CellChecking,
  codingId: CodingId,
  sentence: string | null = useChecking.getState().sentence,
): Promise<void> {
  const { cellId } = checking;
  if (sentence === null || cellId === null) return;
  const isLinked = checking.sentences.some(
    ({ text, codingIds }) => text === sentence && codingIds.includes(codingId),
  );
  await (isLinked
    ? api.checking.unlinkSentence({ cellId, sentence, codingId })
    : api.checking.linkSentence({ cellId, sentence, codingIds: [codingId] }));
}

/** The sentences that rest on a fragment, by their number in the summary. */
export function SentenceMarks({
  checking,
  codingId,
}: {
  readonly checking: CellChecking;
  readonly codingId: CodingId;
}) {
  const picked = useChecking(({ sentence }) => sentence);
  const own = checking.sentences.flatMap((sentence, index) =>
    sentence.start !== null && sentence.codingIds.includes(codingId) ? [{ sentence, number: index + 1 }] : [],
  );
  if (own.length === 0) return null;
  return (
    <span className="sentence-marks">
      {own.map(({ sentence, number }) => (
        <button
          key={number}
          type="button"
          className="sentence-mark"
          tabIndex={-1}
          title={sentence.text}
          aria-label={`Sentence ${number}: ${sentence.text}`}
          aria-pressed={sentence.text === picked}
          onClick={() => pickSentence(sentence.text)}
        >
          {number}
        </button>
      ))}
    </span>
  );
}

function showFragment(codingId: CodingId | undefined): void {
  if (codingId === undefined) return;
  document.querySelector(`.matrix-fragment[data-coding="${codingId}"]`)?.scrollIntoView({ block: 'nearest' });
}
