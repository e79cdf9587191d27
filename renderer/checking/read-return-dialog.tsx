import { useState } from 'react';
import type { ReturnedVerdict, ReturnPreview } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/toasts-store.ts';
import { closeCheckingDialog } from './checking-store.ts';
import { PackageChoice, type ChosenPackage } from './package-choice.tsx';
import { ReturnedRow } from './returned-row.tsx';

/** What a checker sent back: first what it would change, then one step of undo. */
export function ReadReturnDialog() {
  const [found, setFound] = useState<{
    readonly chosen: ChosenPackage;
    readonly preview: ReturnPreview;
  } | null>(null);
  // Verdicts on cells that changed meanwhile that are left alone: unless somebody says so, all are kept.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { problem, attempt } = useProblem();
  const taken = (found?.preview.verdicts ?? []).filter((one) => isTaken(one, left));

  async function look(chosen: ChosenPackage): Promise<void> {
    setFound(null);
    setFound({ chosen, preview: await api.checking.previewReturn(chosen) });
    setLeft(new Set());
  }
  async function read(chosen: ChosenPackage): Promise<void> {
    const earlier = taken.filter(({ outcome }) => outcome === 'cell changed').map(({ uid }) => uid);
    const { checker, matrixId } = await api.checking.readReturn({ ...chosen, earlier });
    notify(`Read ${countOf(taken)} of ${checker}`, { undo: true });
    const hasOwn = taken.some(({ verdict }) => verdict === null);
    if (hasOwn && matrixId !== null) navigate({ screen: 'checking', view: 'overview', matrixId });
  }
  function toggle(uid: string): void {
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(uid)) after.add(uid);
      return after;
    });
  }

  return (
    <Dialog
      title="Read verdicts"
      isOpen
      size="large"
      onClose={closeCheckingDialog}
      footer={
        <>
          <Button onPress={closeCheckingDialog}>
            {found !== null && taken.length === 0 ? 'Close' : 'Cancel'}
          </Button>
          <Button
            tone="primary"
            isDisabled={taken.length === 0}
            onPress={() => found !== null && attempt(read(found.chosen), closeCheckingDialog)}
          >
            Read {countOf(taken)}
          </Button>
        </>
      }
    >
      <PackageChoice onTry={look} />
      {found !== null && <Preview preview={found.preview} left={left} onToggle={toggle} />}
      {problem !== undefined && (
        <p className="checking-problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function isTaken({ uid, outcome }: ReturnedVerdict, left: ReadonlySet<string>): boolean {
  if (outcome === 'cell changed') return !left.has(uid);
  return outcome === 'new' || outcome === 'changed verdict' || outcome === 'answered';
}

function countOf(taken: readonly ReturnedVerdict[]): string {
  const what = taken.length > 0 && taken.every(({ verdict }) => verdict === null) ? 'own view' : 'verdict';
  return taken.length === 1 ? `1 ${what}` : `${taken.length.toLocaleString()} ${what}s`;
}

interface PreviewProps {
  readonly preview: ReturnPreview;
  readonly left: ReadonlySet<string>;
  readonly onToggle: (uid: string) => void;
}

function Preview({ preview: { checker, isNewCoder, verdicts }, left, onToggle }: PreviewProps) {
  const own = verdicts.filter(({ verdict }) => verdict === null).length;
  return (
    <>
      <p>
        {own === verdicts.length ? `Own views of ${checker}.` : `Verdicts of ${checker}.`}{' '}
        {own > 0 &&
          'Own views were written before your words were seen: once read, they stand beside yours in the overview, and a second file with yours goes out for the verdict. '}
        {isNewCoder && `${checker} is not known in this study and would be added as a coder.`}
      </p>
      <table className="checking-table returned-table">
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Verdict</th>
            <th scope="col">Note</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map((one) => (
            <ReturnedRow
              key={one.uid}
              returned={one}
              isKept={!left.has(one.uid)}
              onToggle={() => onToggle(one.uid)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
