import type { Outcome } from '#shared/within-case/asked.ts';
import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import type { TranscriptId } from '#shared/ids.ts';
import { pointTo } from './within-case-store.ts';

const OUTCOMES: Readonly<Record<Exclude<Outcome, 'coded'>, string>> = {
  'no answer': 'no answer',
  'nothing coded': 'answered, nothing coded',
};

interface Gap {
  readonly key: string;
  readonly transcriptId: TranscriptId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly outcome: Exclude<Outcome, 'coded'>;
  readonly words: number;
}

/** What the guide or the interviewer asked and nothing came of: parts first, then single questions. */
export function AskedList({ sheet }: { readonly sheet: CaseSheet }) {
  const parts = sheet.parts.flatMap((part): Gap[] =>
    part.outcome === 'coded'
      ? []
      : [{ ...part, outcome: part.outcome, key: `part ${part.start}`, text: part.title }],
  );
  const questions = sheet.questions.flatMap((question): Gap[] =>
    question.outcome === 'coded'
      ? []
      : [{ ...question, outcome: question.outcome, key: `question ${question.start}` }],
  );
  const gaps = [...parts, ...questions];
  return (
    <section aria-labelledby="case-asked">
      <h2 id="case-asked">
        Asked, and nothing came of it{' '}
        <span className="muted">
          {questions.length} of {counted(sheet.questions.length, 'question')}
        </span>
      </h2>
      {sheet.notAsked.length > 0 && (
        <p>
          Not in this interview: <strong>{sheet.notAsked.join('; ')}</strong>
        </p>
      )}
      {gaps.length === 0 ? (
        <p className="muted">{nothingOpen(sheet)}</p>
      ) : (
        <ul className="case-gaps">
          {gaps.map(({ key, transcriptId, start, end, text, outcome, words }) => (
            <li key={`${transcriptId} ${key}`}>
              <button
                type="button"
                className="case-gap"
                onClick={() => pointTo({ transcriptId, start, end, codingId: null })}
              >
                <span className="case-gap-text">{text}</span>
                <span className="case-gap-note">
                  {OUTCOMES[outcome]}
                  {words > 0 && ` · ${counted(words, 'word')}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function nothingOpen({ transcripts, questions, parts }: CaseSheet): string {
  if (transcripts.length === 0) return 'This case has no transcript yet.';
  if (questions.length === 0 && parts.length === 0)
    return 'No question of an interviewer and no part was recognised in this interview.';
  return 'Something is coded in every part, and in the answer to every question.';
}

export function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
