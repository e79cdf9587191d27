import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Download, FileInput, UserPlus } from 'lucide-react';
import type { MatrixId } from '#shared/ids.ts';
import type { CheckQueue, QueueItem } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { goToScreen, settle, useNavigation } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { Select } from '../ui/select.tsx';
import { CheckCard } from './check-card.tsx';
import { CheckList } from './check-list.tsx';
import { CheckOverviewPage } from './check-overview.tsx';
import { openCheckingDialog } from './checking-store.ts';
import { CHECKING_TABLES } from './checking-tables.ts';
import './checking.css';

/** What waits for the person who sits here, and how far the check of a matrix has come. */
export function CheckingScreen() {
  const place = useNavigation((state) => (state.place.screen === 'checking' ? state.place : null));
  const hasProject = useSession(({ project }) => project !== null);
  const coderId = useSession(({ project }) => project?.coderId ?? null);
  const { value: queue } = useLive(() => api.checking.queue({}), CHECKING_TABLES, []);
  const { value: matrices } = useLive(
    () => api.matrices.list({}),
    ['matrix', 'matrix_column', 'matrix_cell'],
    [],
  );
  const [chosen, setChosen] = useState<MatrixId | null>(null);
  const view = place?.view ?? 'queue';
  if (!hasProject || queue === undefined || matrices === undefined)
    return <Screen title="Checking">{null}</Screen>;
  const matrixId = chosen ?? place?.matrixId ?? matrices[0]?.id ?? null;
  const fromFile = queue.package !== null;
  return (
    <Screen
      title="Checking"
      note={<Note queue={queue} />}
      toolbar={
        fromFile ? (
          <Button
            icon={<Download />}
            // All that was asked for is there: this is what is left to do.
            tone={queue.package?.done === queue.package?.cells ? 'primary' : 'plain'}
            onPress={() => runAction('checking.send-verdicts')}
          >
            {queue.package?.withheld === queue.package?.cells
              ? 'Send your own views back…'
              : 'Send verdicts back…'}
          </Button>
        ) : (
          <>
            <Views view={view} />
            <Button icon={<FileInput />} onPress={() => openCheckingDialog({ kind: 'read-return' })}>
              Read verdicts…
            </Button>
            {matrixId !== null && (
              <Button
                icon={<UserPlus />}
                onPress={() => openCheckingDialog({ kind: 'assign', matrixId, cellIds: null })}
              >
                Ask for a check…
              </Button>
            )}
          </>
        )
      }
    >
      {view === 'overview' && !fromFile && matrixId === null ? (
        <NoMatrix />
      ) : view === 'overview' && !fromFile && matrixId !== null ? (
        <Overview>
          <Select
            label="Matrix"
            choices={matrices.map(({ id, name }) => ({ value: id, label: name }))}
            value={matrixId}
            onChange={setChosen}
          />
          <CheckOverviewPage matrixId={matrixId} />
        </Overview>
      ) : (
        <Queue
          key={coderId}
          queue={queue}
          wanted={place?.coderId === undefined || place.coderId === coderId ? (place?.cellUid ?? null) : null}
          hasMatrix={matrices.length > 0}
        />
      )}
    </Screen>
  );
}

/** It takes the focus when it is come to, so that the keys go on from here. */
function Overview({ children }: { readonly children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={page} className="checking-overview" tabIndex={-1} role="group" aria-label="Overview of checks">
      {children}
    </div>
  );
}

function Views({ view }: { readonly view: 'queue' | 'overview' }) {
  return (
    <div className="checking-views" role="group" aria-label="What is shown">
      {(['queue', 'overview'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="checking-view"
          aria-pressed={one === view}
          onClick={() => settle({ screen: 'checking', view: one })}
        >
          {one === 'queue' ? 'For you' : 'Overview'}
        </button>
      ))}
    </div>
  );
}

function Note({ queue }: { readonly queue: CheckQueue }) {
  const { items, package: sent } = queue;
  if (sent !== null) {
    const what = sent.withheld === sent.cells ? 'own views written' : 'cells checked';
    return <>{`${sent.done} of ${sent.cells} ${what}, for ${sent.study}`}</>;
  }
  const waiting = items.filter(({ isDone }) => !isDone).length;
  return <>{waiting === 0 ? '' : waiting === 1 ? '1 cell waits for you' : `${waiting} cells wait for you`}</>;
}

interface QueueProps {
  readonly queue: CheckQueue;
  /** The cell that was asked for; null for the first that waits. */
  readonly wanted: string | null;
  readonly hasMatrix: boolean;
}

/** The list at the left, one cell of it at the right. A cell stays until the person goes on. */
function Queue({ queue, wanted, hasMatrix }: QueueProps) {
  const { items } = queue;
  const [current, setCurrent] = useState<string | null>(null);
  const coderId = useSession(({ project }) => project?.coderId ?? null);
  const shown = current ?? wanted ?? (items.find(({ isDone }) => !isDone) ?? items[0])?.cellUid ?? null;
  const next = useMemo(() => nextOf(items, shown), [items, shown]);
  const [focusAsked, setFocusAsked] = useState(1);
  const show = (cellUid: string, byStep: boolean): void => {
    setFocusAsked((before) => (byStep ? 0 : before + 1));
    setCurrent(cellUid);
    settle({ screen: 'checking', cellUid, ...(coderId === null ? {} : { coderId }) });
  };
  const go = (cellUid: string): void => show(cellUid, false);
  if (shown === null) return <NothingWaits hasMatrix={hasMatrix} />;
  return (
    <div className="checking-queue">
      <CheckList
        items={items}
        current={shown}
        onGo={go}
        onStep={(cellUid) => show(cellUid, true)}
        onEnter={() => setFocusAsked((before) => before + 1)}
      />
      <CheckCard
        key={`${shown} ${coderId ?? ''}`}
        cellUid={shown}
        task={items.find(({ cellUid }) => cellUid === shown)?.task ?? null}
        onNext={next === null ? null : () => go(next)}
        focusAsked={focusAsked}
      />
    </div>
  );
}

/** The first cell after this one that is not decided yet, from the beginning again at the end. */
function nextOf(items: readonly QueueItem[], cellUid: string | null): string | null {
  const at = items.findIndex((item) => item.cellUid === cellUid);
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return order.find(({ isDone }) => !isDone)?.cellUid ?? null;
}

function NothingWaits({ hasMatrix }: { readonly hasMatrix: boolean }) {
  if (!hasMatrix) return <NoMatrix />;
  return (
    <EmptyState
      title="Nothing waits for you"
      actions={
        <Button onPress={() => settle({ screen: 'checking', view: 'overview' })}>Show the overview</Button>
      }
    >
      Cells come here when somebody asks you to check them, when a checker differs from what you wrote, or
      when an author has answered you. Ask for a check of your own cells with “Ask for a check…”.
    </EmptyState>
  );
}

function NoMatrix() {
  return (
    <EmptyState
      title="No matrix to check yet"
      actions={<Button onPress={() => goToScreen('matrices')}>Go to Matrices</Button>}
    >
      What is checked are the summaries in the cells of a matrix. Make one, write in it, then ask a co-author
      to check it. Cells that a colleague sent you as a file are opened with “Open a check package…” (Ctrl+K).
    </EmptyState>
  );
}
