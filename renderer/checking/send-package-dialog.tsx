import { useState } from 'react';
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

/** What a checker is to check, as a file for their machine. */
export function SendPackageDialog({ matrixId }: { readonly matrixId: MatrixId }) {
  const { value } = useLive(() => api.checking.overview({ matrixId }), CHECKING_TABLES, [matrixId]);
  const waiting = (value?.checkers ?? []).filter(({ assigned, checked }) => checked < assigned);
  const [chosen, setChosen] = useState<CoderId | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { problem, attempt } = useProblem();
  const checker = waiting.find(({ checkerId }) => checkerId === chosen) ?? waiting[0];

  async function send(checkerId: CoderId): Promise<void> {
    const made = await api.checking.writePackage({
      matrixId,
      checkerId,
      passphrase: passphrase.trim() === '' ? null : passphrase.trim(),
    });
    const saved = await saveExport(made);
    if (saved !== null) notify(`Saved ${saved} with ${made.cells} cells: send it to the checker`);
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
          choices={waiting.map(({ checkerId, checker: name, assigned, checked }) => ({
            value: checkerId,
            label: `${name}: ${assigned - checked} to check`,
          }))}
          value={checker?.checkerId ?? null}
          onChange={setChosen}
        />
        <TextField
          label="Passphrase"
          description="Left empty, whoever has the file can read it. Tell it to the checker by another way."
          value={passphrase}
          onChange={setPassphrase}
        />
        <p className="muted">
          The file holds the summaries of these cells, their evidence with the words around it, and the
          decision rules; nothing else of the study. The checker opens it in Crosscase, gives verdicts, and
          sends a file back.
        </p>
        {problem !== undefined && (
          <p className="checking-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
