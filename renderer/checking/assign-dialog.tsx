import { useState } from 'react';
import { checkModes, type CheckMode } from '#shared/checking/check-item.ts';
import type { CellState } from '#shared/checking/checking-contract.ts';
import type { CellId, CoderId, MatrixId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { notify } from '../ui/toasts-store.ts';
import { closeCheckingDialog } from './checking-store.ts';
import { CHECKING_TABLES } from './checking-tables.ts';

type Scope = 'cell' | 'row' | 'column' | 'ready' | 'unassigned' | 'all';

const MODES: Readonly<Record<CheckMode, string>> = {
  open: 'Evidence first, then the summary',
  'own summary': 'Their own summary first',
  'own rating': 'Their own rating first',
};

interface AssignDialogProps {
  readonly matrixId: MatrixId;
  /** The cell that has the focus; null when there is none. */
  readonly cellIds: readonly CellId[] | null;
}

/** Asks somebody to check cells. The number of cells is shown before anything is done. */
export function AssignDialog({ matrixId, cellIds }: AssignDialogProps) {
  const { value: coders = [] } = useLive(() => api.project.coders({}), ['coder'], []);
  const { value: states = [] } = useLive(() => api.checking.states({ matrixId }), CHECKING_TABLES, [
    matrixId,
  ]);
  const [checkerId, setChecker] = useState<CoderId | null>(null);
  const [scope, setScope] = useState<Scope>(cellIds === null ? 'ready' : 'cell');
  const [mode, setMode] = useState<CheckMode>('open');
  const { problem, attempt } = useProblem();
  const at = states.find(({ cellId }) => cellIds?.includes(cellId) === true);
  const chosen = cellsOf(states, scope, at);

  async function assign(): Promise<void> {
    if (checkerId === null) return;
    const given = await api.checking.assign({ cellIds: chosen, checkerId, mode });
    const left = given.own > 0 ? `; ${given.own} left out that they wrote themselves` : '';
    notify(`Asked for the check of ${cellCount(given.assigned)}${left}`, { undo: true });
  }

  return (
    <Dialog
      title="Ask for a check"
      isOpen
      onClose={closeCheckingDialog}
      footer={
        <>
          <span className="checking-dialog-note muted">{cellCount(chosen.length)}</span>
          <Button onPress={closeCheckingDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={checkerId === null || chosen.length === 0}
            onPress={() => attempt(assign(), closeCheckingDialog)}
          >
            Ask
          </Button>
        </>
      }
    >
      <div className="checking-form">
        <Select
          label="Checker"
          choices={coders.map(({ id, name }) => ({ value: id, label: name }))}
          value={checkerId}
          onChange={setChecker}
          placeholder="Who is to check?"
          autoFocus
        />
        <Select label="Cells" choices={scopeChoices(at !== undefined)} value={scope} onChange={setScope} />
        <Select
          label="What they see"
          choices={checkModes.map((value) => ({ value, label: MODES[value] }))}
          value={mode}
          onChange={setMode}
        />
        {mode !== 'open' && (
          <p className="muted">
            They write {mode === 'own summary' ? 'their own summary' : 'their own rating'} from the evidence
            before they see yours. In a file it takes two rounds: the first file goes out without your words;
            when theirs is back you see both side by side, and a second file with yours goes out for the
            verdict. At this computer yours is kept from the check and from search, but stands in the matrix:
            only a file is truly blind.
          </p>
        )}
        <p className="muted">
          Nobody checks what they wrote themselves.{' '}
          {coders.length < 2 && 'Add your co-author as a coder first (Coders, on the Study screen).'}
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

function scopeChoices(hasCell: boolean): readonly { readonly value: Scope; readonly label: string }[] {
  const ofCell = [
    { value: 'cell', label: 'This cell' },
    { value: 'row', label: 'All cells of its row' },
    { value: 'column', label: 'All cells of its column' },
  ] as const;
  return [
    ...(hasCell ? ofCell : []),
    { value: 'ready', label: 'Cells that are ready' },
    { value: 'unassigned', label: 'Cells that nobody is asked to check' },
    { value: 'all', label: 'All cells of the matrix' },
  ];
}

const WRITTEN = new Set(['draft', 'ready', 'checked', 'disputed', 'stale']);

function cellsOf(states: readonly CellState[], scope: Scope, at: CellState | undefined): CellId[] {
  const sameRow = (rowKey: RowKey): boolean => rowKey === at?.rowKey;
  return states
    .filter((state) => WRITTEN.has(state.state))
    .filter((state) => {
      switch (scope) {
        case 'cell':
          return state.cellId === at?.cellId;
        case 'row':
          return sameRow(state.rowKey);
        case 'column':
          return state.columnId === at?.columnId;
        case 'ready':
          return state.state === 'ready';
        case 'unassigned':
          return state.checkers.length === 0;
        case 'all':
          return true;
      }
    })
    .map(({ cellId }) => cellId);
}

function cellCount(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells.toLocaleString()} cells`;
}
