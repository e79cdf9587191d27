import { useEffect } from 'react';
import { Download, Plus, Users } from 'lucide-react';
import type { SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { onSession } from '../api/changes.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { Select } from '../ui/select.tsx';
import { AgreementView } from './agreement-view.tsx';
import { ComparisonDialogs } from './comparison-dialogs.tsx';
import {
  emptyComparison,
  openDialog,
  showSession,
  useComparison,
  type ComparisonView,
} from './comparison-store.ts';
import { ConfusionView } from './confusion-view.tsx';
import { DifferencesView } from './differences-view.tsx';
import { RoundsView } from './rounds-view.tsx';
import { SESSION_TABLES } from './session-tables.ts';
import { SessionWaiting } from './session-waiting.tsx';
import './comparison.css';
import './together.css';

const VIEWS: readonly { readonly value: ComparisonView; readonly label: string }[] = [
  { value: 'differences', label: 'Differences' },
  { value: 'agreement', label: 'Agreement' },
  { value: 'confusion', label: 'Confusion of codes' },
  { value: 'rounds', label: 'Rounds' },
];

export function ComparisonScreen() {
  const { sessionId } = useComparison();
  const { value: sessions } = useLive(() => api.comparison.sessions({}), SESSION_TABLES, []);
  useEffect(() => onSession(() => useComparison.setState(emptyComparison)), []);
  if (sessions === undefined) return <Screen title="Compare">{null}</Screen>;
  const session = sessions.find(({ id }) => id === sessionId) ?? sessions.at(-1);
  return (
    <>
      {session === undefined ? <NoSession /> : <SessionShown sessions={sessions} session={session} />}
      <ComparisonDialogs session={session} />
    </>
  );
}

function SessionShown({
  sessions,
  session,
}: {
  readonly sessions: readonly SessionSummary[];
  readonly session: SessionSummary;
}) {
  const { view, sessionId } = useComparison();
  useEffect(() => {
    if (sessionId !== session.id) showSession(session.id);
  }, [sessionId, session.id]);
  const isFrozen = session.frozenAt !== null;
  return (
    <Screen
      title="Compare"
      note={
        <span className="comparison-title">
          <Select
            label="Session"
            hideLabel
            choices={sessions.map(({ id, name }) => ({ value: id, label: name }))}
            value={session.id}
            onChange={showSession}
          />
          <span className="comparison-coders">{session.coders.map(({ name }) => name).join(' · ')}</span>
        </span>
      }
      toolbar={
        <>
          {isFrozen && (
            <Select
              label="Show"
              hideLabel
              choices={VIEWS}
              value={view}
              onChange={(value) => useComparison.setState({ view: value })}
            />
          )}
          {isFrozen && (
            <Button
              icon={<Users />}
              onPress={() => useComparison.setState({ view: 'differences', together: true })}
            >
              Two at one screen
            </Button>
          )}
          {isFrozen && (
            <Button icon={<Download />} onPress={() => openDialog('report')}>
              Report…
            </Button>
          )}
          <Button onPress={() => goToScreen('team')}>Team</Button>
          <Button icon={<Plus />} onPress={() => openDialog('new session')}>
            New session…
          </Button>
        </>
      }
    >
      {isFrozen ? <Shown view={view} session={session} /> : <SessionWaiting session={session} />}
    </Screen>
  );
}

function Shown({ view, session }: { readonly view: ComparisonView; readonly session: SessionSummary }) {
  switch (view) {
    case 'differences':
      return <DifferencesView session={session} />;
    case 'agreement':
      return <AgreementView session={session} />;
    case 'confusion':
      return <ConfusionView session={session} />;
    case 'rounds':
      return <RoundsView session={session} />;
  }
}

function NoSession() {
  return (
    <Screen title="Compare">
      <EmptyState
        title="Nothing is compared yet"
        actions={
          <>
            <Button tone="primary" onPress={() => openDialog('new session')}>
              New session…
            </Button>
            <Button onPress={() => goToScreen('team')}>Get the work of others: Team</Button>
          </>
        }
      >
        A session takes two or more coders and some transcripts that each has coded alone. When all have
        marked them as finished, look at every passage on which they differ, settle it with a reason, and
        report agreement on the codings as they were before you talked.
      </EmptyState>
    </Screen>
  );
}
