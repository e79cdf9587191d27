import type { ChangedSince, ReturnedVerdict } from '#shared/checking/checking-contract.ts';
import { verdictWord } from '#shared/checking/state-words.ts';
import { wordDiff } from '#shared/codebook/word-diff.ts';
import { ChangeText } from './change-text.tsx';
import './cell-claim.css';

const OUTCOMES: Readonly<Record<ReturnedVerdict['outcome'], string>> = {
  new: 'new',
  'changed verdict': 'another verdict than before',
  there: 'read already',
  'cell changed': 'the cell was changed since it was sent',
  'cell gone': 'not read: the cell is no longer there',
  'own cell': 'not read: the checker wrote this cell',
  answered: 'another verdict; the earlier one stays, with its answer',
};

interface ReturnedRowProps {
  readonly returned: ReturnedVerdict;
  /** Only of a cell that changed: the verdict is kept as one on the state of then. */
  readonly isKept: boolean;
  readonly onToggle: () => void;
}

/** One verdict of a file; below it what changed since the cell was sent, if anything did. */
export function ReturnedRow({ returned, isKept, onToggle }: ReturnedRowProps) {
  const { cell, verdict, note, ownSummary, ownRating, outcome, since } = returned;
  return (
    <>
      <tr className={since === null ? undefined : 'returned-changed'}>
        <th scope="row">{cell}</th>
        <td>{verdict === null ? 'Own view' : verdictWord(verdict)}</td>
        <td>
          {note}
          {verdict === null && ownSummary}
          {verdict === null && ownRating !== null && ` Rating: ${ownRating}`}
        </td>
        <td>{OUTCOMES[outcome]}</td>
      </tr>
      {since !== null && (
        <tr className="returned-since">
          <td colSpan={4}>
            <Since since={since} />
            <label className="returned-keep">
              <input type="checkbox" checked={isKept} onChange={onToggle} />
              <span>
                {verdict === null
                  ? 'Keep it as an own view of the earlier evidence'
                  : 'Keep it as a verdict on the earlier state; the cell still waits to be checked as it is now'}
              </span>
            </label>
          </td>
        </tr>
      )}
    </>
  );
}

/** Word by word where much is the same; one under the other where it was written anew. */
function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = wordDiff(before, after);
  const same = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0);
  if (same < Math.max(before.length, after.length) / 3)
    return (
      <>
        {before !== '' && <del>{before}</del>}
        {after !== '' && <ins>{after}</ins>}
      </>
    );
  return (
    <p className="returned-difference">
      {pieces.map(({ kind, text }, index) => {
        // The pieces never change places: a diff is drawn once.
        const key = `${index}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </p>
  );
}

function Since({ since: { summary, rating, inputs, other } }: { readonly since: ChangedSince }) {
  return (
    <div className="cell-changes">
      <ul>
        {summary !== null && (
          <li>
            The summary is another
            <Difference {...summary} />
          </li>
        )}
        {rating !== null && (
          <li>
            The rating went from {rating.before ?? 'none'} to {rating.after ?? 'none'}
          </li>
        )}
        {inputs.map((change, index) => (
          <li key={index}>
            <ChangeText change={change} />
          </li>
        ))}
        {other && <li>The evidence that is named, or the reason given, is another</li>}
      </ul>
    </div>
  );
}
