import { GitCompare } from 'lucide-react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen } from '../app/navigation.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { KeptList } from './kept-list.tsx';
import { MergePreview } from './merge-preview.tsx';
import { usePackages } from './packages-store.ts';
import { PastMerges } from './past-merges.tsx';
import { TeamTable } from './team-table.tsx';
import './packages.css';

const TEAM = ['project', 'coder', 'transcript', 'participant', 'finished_mark', 'coding_assignment'];

/** The keys scroll it where nothing in it takes the focus. */
const scrolledByKeys = { tabIndex: 0, role: 'group', 'aria-label': 'Team' } as const;

/** Who codes what, what others may see of it, and what came back. */
export function TeamScreen() {
  const merge = usePackages((state) => state.merge);
  const { value: team } = useLive(() => api.project.team({}), TEAM, []);
  if (merge !== null) return <MergePreview merge={merge} />;
  return (
    <Screen
      title="Team"
      toolbar={
        <>
          <Button onPress={() => runAction('packages.send')}>Send a coding package…</Button>
          <Button onPress={() => runAction('packages.return')}>Send my coding back…</Button>
          <Button onPress={() => runAction('packages.merge')}>Merge…</Button>
          <Button icon={<GitCompare />} onPress={() => goToScreen('comparison')}>
            Compare
          </Button>
        </>
      }
    >
      {team !== undefined && (
        <div className="team" {...scrolledByKeys}>
          <div className="team-blind">
            <input
              id="code-blind"
              type="checkbox"
              aria-describedby="code-blind-note"
              checked={team.blind}
              onChange={(event) => {
                api.project.setBlind({ blind: event.target.checked }).catch(reportError);
              }}
            />
            <div>
              <label htmlFor="code-blind">Code blind</label>
              <p id="code-blind-note" className="muted">
                What others did in a transcript is not shown, counted, found or exported until all who code it
                have marked it as finished.
              </p>
            </div>
          </div>
          <KeptList />
          <TeamTable team={team} />
          <PastMerges />
        </div>
      )}
    </Screen>
  );
}
