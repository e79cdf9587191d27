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
    if (!again) showFirst(sentence);
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
              {linksOf(sentence) > 0 && (
                <sup>
                  <span className="visually-hidden"> linked to: </span>
                  {linksOf(sentence)}
                </sup>
              )}
            </span>{' '}
          </Fragment>
        ))}
      </p>
      {picked !== null && (
        <p className="claim-sentences-note muted">
          <kbd>L</kbd> on a fragment or a cell below links it to this sentence, or takes the link away.
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
        {lost.map((sentence) => {
          const { text, gone } = sentence;
          return (
            <li key={text}>
              <del>
                {text} ({linksOf(sentence) + gone})
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
          );
        })}
      </ul>
    </div>
  );
}

function linksOf({ codingIds, sourceCellIds }: LinkedSentence): number {
  return codingIds.length + sourceCellIds.length;
}

/** What a sentence can rest on. */
export type Evidence = { readonly codingId: CodingId } | { readonly sourceCellId: CellId };

function isLinkedTo({ codingIds, sourceCellIds }: LinkedSentence, evidence: Evidence): boolean {
  return 'codingId' in evidence
    ? codingIds.includes(evidence.codingId)
    : sourceCellIds.includes(evidence.sourceCellId);
}

/** L: the evidence and a sentence, else the picked one, are linked, or no longer. */
async function toggleLink(
  checking: CellChecking,
  evidence: Evidence,
  sentence: string | null = useChecking.getState().sentence,
): Promise<void> {
  const { cellId } = checking;
  if (sentence === null || cellId === null) return;
  const known = checking.sentences.find(({ text }) => text === sentence);
  if (known !== undefined && isLinkedTo(known, evidence))
    await api.checking.unlinkSentence({ cellId, sentence, ...evidence });
  else if ('codingId' in evidence)
    await api.checking.linkSentence({ cellId, sentence, codingIds: [evidence.codingId] });
  else await api.checking.linkSentence({ cellId, sentence, sourceCellIds: [evidence.sourceCellId] });
}

/** L means the picked sentence, a digit the one of that number. True when the key was used. */
export function linkByKey(checking: CellChecking | undefined, evidence: Evidence, key: string): boolean {
  if (checking === undefined || checking.cellId === null) return false;
  const numbered = checking.sentences[Number(key) - 1];
  const isPicked = key.toLowerCase() === 'l';
  if (!isPicked && (numbered === undefined || numbered.start === null)) return false;
  runSafely(toggleLink(checking, evidence, isPicked ? undefined : numbered?.text));
  return true;
}

/** The sentences that rest on a fragment or a cell, by their number in the summary. */
export function SentenceMarks({
  checking,
  evidence,
}: {
  readonly checking: CellChecking;
  readonly evidence: Evidence;
}) {
  const picked = useChecking(({ sentence }) => sentence);
  const own = checking.sentences.flatMap((sentence, index) =>
    sentence.start !== null && isLinkedTo(sentence, evidence) ? [{ sentence, number: index + 1 }] : [],
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

/** The first that it rests on comes into sight: a cell of the other matrix, else a fragment. */
function showFirst({ codingIds: [codingId], sourceCellIds: [sourceCellId] }: LinkedSentence): void {
  const first = sourceCellId === undefined ? `[data-coding="${codingId}"]` : `[data-cell="${sourceCellId}"]`;
  document.querySelector(`.matrix-fragment${first}`)?.scrollIntoView({ block: 'nearest' });
}
