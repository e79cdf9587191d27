import { useState } from 'react';
import type { ReturnedVerdict, ReturnPreview } from '#shared/checking/checking-contract.ts';
import { verdictWord } from '#shared/checking/state-words.ts';
import { api } from '../api/api.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/toasts-store.ts';
import { closeCheckingDialog } from './checking-store.ts';
import { PackageChoice, type ChosenPackage } from './package-choice.tsx';

const OUTCOMES: Readonly<Record<ReturnedVerdict['outcome'], string>> = {
  new: 'new',
  'changed verdict': 'another verdict than before',
  there: 'read already',
  'cell changed': 'not read: the cell was changed since it was sent',
  'cell gone': 'not read: the cell is no longer there',
  'own cell': 'not read: the checker wrote this cell',
  answered: 'not read: the earlier verdict was answered',
};

/** What a checker sent back: first what it would change, then one step of undo. */
export function ReadReturnDialog() {
  const [found, setFound] = useState<{
    readonly chosen: ChosenPackage;
    readonly preview: ReturnPreview;
  } | null>(null);
  const { problem, attempt } = useProblem();
  const fresh = (found?.preview.verdicts ?? []).filter(
    ({ outcome }) => outcome === 'new' || outcome === 'changed verdict',
  ).length;

  async function look(chosen: ChosenPackage): Promise<void> {
    setFound(null);
    setFound({ chosen, preview: await api.checking.previewReturn(chosen) });
  }
  async function read(chosen: ChosenPackage): Promise<void> {
    const { checker } = await api.checking.readReturn(chosen);
    notify(`Read ${fresh === 1 ? '1 verdict' : `${fresh} verdicts`} of ${checker}`, { undo: true });
  }

  return (
    <Dialog
      title="Read verdicts"
      isOpen
      size="large"
      onClose={closeCheckingDialog}
      footer={
        <>
          <Button onPress={closeCheckingDialog}>{found !== null && fresh === 0 ? 'Close' : 'Cancel'}</Button>
          <Button
            tone="primary"
            isDisabled={fresh === 0}
            onPress={() => found !== null && attempt(read(found.chosen), closeCheckingDialog)}
          >
            {fresh === 1 ? 'Read 1 verdict' : `Read ${fresh} verdicts`}
          </Button>
        </>
      }
    >
      <PackageChoice onTry={look} />
      {found !== null && <Preview preview={found.preview} />}
      {problem !== undefined && (
        <p className="checking-problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: ReturnPreview }) {
  return (
    <>
      <p>
        Verdicts of {preview.checker}.{' '}
        {preview.isNewCoder && `${preview.checker} is not known in this study and would be added as a coder.`}
      </p>
      <table className="checking-table">
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Verdict</th>
            <th scope="col">Note</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {preview.verdicts.map(({ cell, verdict, note, outcome }) => (
            <tr key={cell}>
              <th scope="row">{cell}</th>
              <td>{verdictWord(verdict)}</td>
              <td>{note}</td>
              <td>{OUTCOMES[outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
