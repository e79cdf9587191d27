import { ChevronDown } from 'lucide-react';
import type { InputChange } from '#shared/checking/change-sentences.ts';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runSafely } from '../matrices/run-safely.ts';
import type { CellPlace } from '../matrices/matrix-model.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { notify } from '../ui/toasts-store.ts';
import { CellChecks } from './cell-checks.tsx';
import { ChangeText } from './change-text.tsx';
import { toggleMark } from './checking-keys.ts';
import { CHECKING_TABLES } from './checking-tables.ts';
import { StateMark } from './state-mark.tsx';
import { spokenTime } from './spoken-time.ts';
import './cell-claim.css';

/** The cell as a claim: how far it has come, what changed under it, who stands by it, who checked it. */
export function useCellChecking({ columnId, rowKey }: CellPlace): CellChecking | undefined {
  const { value } = useLive(() => api.checking.cell({ columnId, rowKey }), CHECKING_TABLES, [
    columnId,
    rowKey,
  ]);
  return value;
}

interface CellClaimProps {
  readonly place: CellPlace;
  readonly checking: CellChecking;
  readonly isWritten: boolean;
}

export function CellClaim({ place, checking, isWritten }: CellClaimProps) {
  const { state, standsBehind, changes, confirmations } = checking;
  return (
    <section className="cell-claim" aria-label="State of the cell">
      <p className="cell-claim-state">
        <MarkMenu place={place} checking={checking} isWritten={isWritten} />
        {standsBehind !== null && (!isWritten || confirmations.length > 0) && (
          <span className="muted">
            {isWritten ? 'stands as of' : 'said'} {spokenTime(standsBehind.at)}, {standsBehind.coder}
          </span>
        )}
      </p>
      {state === 'stale' && <Changes place={place} changes={changes} />}
      {confirmations.map(({ coder, at, what, note }) => (
        <p key={at} className="cell-claim-log muted">
          Still right: {coder}, {spokenTime(at)}, after {what}.{note !== '' && ` “${note}”`}
        </p>
      ))}
      <CellChecks checking={checking} isWritten={isWritten} />
    </section>
  );
}

function MarkMenu({ place, checking, isWritten }: CellClaimProps) {
  const { mark, state } = checking;
  const choice = (id: NonNullable<CellChecking['mark']>, label: string, key: string) => ({
    id,
    label: mark === id ? `${label} ✓` : label,
    shortcut: `Ctrl+Shift+${key}`,
    run: () => runSafely(toggleMark(place, id)),
  });
  return (
    <Menu
      label="State of the cell"
      trigger={
        <Button tone="quiet">
          <StateMark state={state} withWord />
          <ChevronDown aria-hidden />
        </Button>
      }
      choices={
        isWritten
          ? [choice('draft', 'Draft', 'D'), choice('ready', 'Ready to be checked', 'Y')]
          : [choice('not asked', 'Not asked', 'A'), choice('nothing said', 'Asked, but nothing said', 'S')]
      }
    />
  );
}

function Changes({
  place,
  changes,
}: {
  readonly place: CellPlace;
  readonly changes: readonly InputChange[];
}) {
  async function confirm(): Promise<void> {
    await api.checking.confirm(place);
    notify('Noted: still right', { undo: true });
  }
  return (
    <div className="cell-changes">
      <h3>What changed since</h3>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            <ChangeText change={change} />
          </li>
        ))}
      </ul>
      <p className="cell-changes-ways">
        <Button onPress={() => runSafely(confirm())}>Still right</Button>
        <span className="muted">or edit the summary</span>
      </p>
    </div>
  );
}
