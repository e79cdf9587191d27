import { useState } from 'react';
import type { CheckerProgress } from '#shared/checking/checking-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toasts-store.ts';
import { closeCheckingDialog } from './checking-store.ts';
import { CHECKING_TABLES } from './checking-tables.ts';

interface SendPackageDialogProps {
  readonly matrixId: MatrixId;
  /** Whom it is for; null: the first of those who are asked. */
  readonly checkerId: CoderId | null;
}

/** What a checker is to check, as a file for their machine. */
export function SendPackageDialog({ matrixId, checkerId }: SendPackageDialogProps) {
  const { value } = useLive(() => api.checking.overview({ matrixId }), CHECKING_TABLES, [matrixId]);
  const waiting = (value?.checkers ?? []).filter(
    ({ assigned, checked, answered }) => checked < assigned || answered > 0,
  );
  const [chosen, setChosen] = useState<CoderId | null>(checkerId);
  const [passphrase, setPassphrase] = useState('');
  const { problem, attempt } = useProblem();
  const checker = waiting.find((one) => one.checkerId === chosen) ?? waiting[0];

  async function send(to: CoderId): Promise<void> {
    const made = await api.checking.writePackage({
      matrixId,
      checkerId: to,
      passphrase: passphrase.trim() === '' ? null : passphrase.trim(),
    });
    const saved = await saveExport(made);
    if (saved !== null) notify(`Saved ${saved} with ${cellCount(made.cells)}: send it to the checker`);
  }

  return (
    <Dialog
      title="Send cells to a checker"
      isOpen
      onClose={closeCheckingDialog}
      footer={
        <>
          <Button onPress={closeCheckingDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={checker === undefined}
            onPress={() => checker !== undefined && attempt(send(checker.checkerId), closeCheckingDialog)}
          >
            Save the file…
          </Button>
        </>
      }
    >
      <div className="checking-form">
        <Select
          label="Checker"
          choices={waiting.map((one) => ({ value: one.checkerId, label: labelOf(one) }))}
          value={checker?.checkerId ?? null}
          onChange={setChosen}
          autoFocus
        />
        <TextField
          label="Passphrase"
          description="Left empty, whoever has the file can read it. Tell it to the checker by another way."
          value={passphrase}
          onChange={setPassphrase}
        />
        {checker !== undefined && <WhatGoes checker={checker} />}
        {problem !== undefined && (
          <p className="checking-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function labelOf({ checker, assigned, checked, answered }: CheckerProgress): string {
  const parts = [
    assigned > checked || answered === 0 ? `${assigned - checked} to check` : '',
    answered > 0 ? `${answered} answered` : '',
  ];
  return `${checker}: ${parts.filter(Boolean).join(', ')}`;
}

/** What is in the file and what is not, and what the checker does with it. */
function WhatGoes({
  checker: { checker, assigned, checked, owesOwn, answered },
}: {
  readonly checker: CheckerProgress;
}) {
  const open = assigned - checked - owesOwn + answered;
  return (
    <>
      {owesOwn > 0 && (
        <p>
          <strong>
            {open > 0
              ? `${cellCount(owesOwn)} ${owesOwn === 1 ? 'goes' : 'go'} out without your words`
              : 'Your words stay here'}
          </strong>
          : {checker} was asked for their own view first. The file holds the evidence and not your summary or
          rating. They write their own and send it back; then you see both side by side, and send a second
          file with yours for the verdict.
        </p>
      )}
      <p className="muted">
        The file holds {open > 0 && `the summaries of ${cellCount(open)}, `}
        {answered > 0 && 'what you answered to earlier verdicts, '}the evidence with the words around it, and
        the decision rules; nothing else of the study. The checker opens it in Crosscase
        {open > 0 ? ', gives verdicts,' : ''} and sends a file back.
      </p>
    </>
  );
}

function cellCount(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells.toLocaleString()} cells`;
}
