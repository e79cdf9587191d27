import { useState } from 'react';
import { isOpen } from '#shared/checking/cell-state.ts';
import type { CellCheck, CellChecking } from '#shared/checking/checking-contract.ts';
import { verdictWord } from '#shared/checking/state-words.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { useMatrices } from '../matrices/matrices-store.ts';
import { runSafely } from '../matrices/run-safely.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { openCheckingDialog } from './checking-store.ts';
import { spokenTime } from './spoken-time.ts';

interface CellChecksProps {
  readonly checking: CellChecking;
  readonly isWritten: boolean;
}

/** Who is to check the cell, what they made of it, and how differences were settled. */
export function CellChecks({ checking, isWritten }: CellChecksProps) {
  const { assignments, checks, cellId, cellUid, authorId } = checking;
  const coderId = useSession(({ project }) => project?.coderId ?? null);
  const matrixId = useMatrices(({ model }) => model?.matrix.id ?? null);
  const decided = checks.filter(({ verdict }) => verdict !== null);
  const shown = checks.filter(
    ({ verdict, ownSummary, ownRating }) => verdict !== null || ownSummary !== '' || ownRating !== null,
  );
  const waiting = assignments.filter(
    ({ checkerId }) => !decided.some((check) => check.checkerId === checkerId && check.isCurrent),
  );
  if (!isWritten && shown.length === 0) return null;
  return (
    <div className="cell-checks">
      {shown.map((check) => (
        <CheckOfCell key={check.id} check={check} coderId={coderId} isAuthor={coderId === authorId} />
      ))}
      <p className="cell-checks-waiting muted">
        <span>
          {waiting.length > 0
            ? `To be checked by ${waiting.map(({ checker }) => checker).join(', ')}`
            : decided.length === 0 && 'Nobody is asked to check this yet'}
        </span>
        {cellUid !== null && coderId !== null && coderId !== authorId && (
          <Button tone="quiet" onPress={() => navigate({ screen: 'checking', cellUid })}>
            Check
          </Button>
        )}
        {cellId !== null && matrixId !== null && (
          <Button
            tone="quiet"
            onPress={() => openCheckingDialog({ kind: 'assign', matrixId, cellIds: [cellId] })}
          >
            Ask…
          </Button>
        )}
      </p>
    </div>
  );
}

interface CheckOfCellProps {
  readonly check: CellCheck;
  readonly coderId: number | null;
  readonly isAuthor: boolean;
}

/** One verdict, with the answer of the author and the end of it. Also used where checks are given. */
export function CheckOfCell({ check, coderId, isAuthor }: CheckOfCellProps) {
  const { verdict, isCurrent, resolvedAt } = check;
  if (verdict === null) return <OwnOfCell check={check} />;
  const open = isCurrent && isOpen({ verdict, isResolved: resolvedAt !== null });
  return (
    <div className="cell-check" data-history={!isCurrent || undefined}>
      <p>
        <strong>
          {check.checker}: {verdictWord(verdict)}
        </strong>{' '}
        <span className="muted">
          {spokenTime(check.at)}
          {!isCurrent && ' · about an earlier state of the cell'}
        </span>
      </p>
      {check.note !== '' && <p>{check.note}</p>}
      {check.ownSummary !== '' && <p className="muted">Own summary: {check.ownSummary}</p>}
      {check.ownRating !== null && <p className="muted">Own rating: {check.ownRating}</p>}
      {!isCurrent && check.summary !== '' && <p className="muted">It said: {check.summary}</p>}
      {check.answer !== '' && (
        <p>
          <strong>{check.answeredBy}:</strong> {check.answer}
        </p>
      )}
      {resolvedAt !== null && (
        <p>
          <strong>Settled by {check.resolvedBy}:</strong> {check.resolution}
        </p>
      )}
      {open && (isAuthor || check.checkerId === coderId) && (
        <AnswerOrSettle check={check} isChecker={check.checkerId === coderId} />
      )}
    </div>
  );
}

/** What a checker wrote before seeing the summary, and has not decided about yet. */
function OwnOfCell({ check }: { readonly check: CellCheck }) {
  return (
    <div className="cell-check">
      <p>
        <strong>{check.checker}: own view, no verdict yet</strong>{' '}
        <span className="muted">{spokenTime(check.at)}</span>
      </p>
      {check.ownSummary !== '' && <p>{check.ownSummary}</p>}
      {check.ownRating !== null && <p>Own rating: {check.ownRating}</p>}
    </div>
  );
}

function AnswerOrSettle({ check, isChecker }: { readonly check: CellCheck; readonly isChecker: boolean }) {
  const [text, setText] = useState('');
  const answers = !isChecker && check.answer === '';
  const checkId = check.id;
  async function send(how: 'answer' | 'settle'): Promise<void> {
    await (how === 'answer'
      ? api.checking.answer({ checkId, answer: text })
      : api.checking.resolve({ checkId, resolution: text }));
    setText('');
  }
  return (
    <div className="cell-check-answer">
      <TextField
        label={answers ? 'Your answer, or how it was settled' : 'How it was settled'}
        rows={2}
        value={text}
        onChange={setText}
      />
      <p>
        {answers && (
          <Button isDisabled={text.trim() === ''} onPress={() => runSafely(send('answer'))}>
            Answer
          </Button>
        )}
        <Button isDisabled={text.trim() === ''} onPress={() => runSafely(send('settle'))}>
          Settled
        </Button>
      </p>
    </div>
  );
}
