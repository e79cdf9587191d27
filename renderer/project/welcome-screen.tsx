import { FileBox } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { openSampleStudy } from './project-actions.ts';
import './project.css';

export function WelcomeScreen() {
  const { value: recent = [], reload } = useLive(() => api.project.recent({}), [], []);
  const [building, setBuilding] = useState(false);

  const open = (path: string): void => {
    api.project.open({ path }).catch(reportError);
  };
  const forget = (path: string): void => {
    api.project.forgetRecent({ path }).then(reload, reportError);
  };
  const sample = (): void => {
    setBuilding(true);
    openSampleStudy()
      .catch(reportError)
      .finally(() => setBuilding(false));
  };

  return (
    <main className="welcome">
      <header>
        <h1>Crosscase</h1>
        <p>From the quotation to the conclusion, with every step checkable. Offline, on your own disk.</p>
      </header>
      <div className="welcome-start">
        <Button tone="primary" autoFocus onPress={() => runAction('project.new')}>
          New project…
        </Button>
        <Button onPress={() => runAction('project.open')}>Open project…</Button>
        <Button onPress={() => runAction('packages.open')}>Open a coding package…</Button>
        <Button onPress={() => runAction('exchange.import')}>From another program…</Button>
        <Button isDisabled={building} onPress={sample}>
          {building ? 'Building the sample study…' : 'Open the sample study'}
        </Button>
      </div>
      <section aria-labelledby="recent-projects">
        <h2 id="recent-projects">Recent projects</h2>
        {recent.length === 0 ? (
          <p className="muted">
            None yet. The sample study has 25 interviews with teachers, coded by three coders: a quick way to
            look around.
          </p>
        ) : (
          <ul className="recent-list">
            {recent.map(({ path, title, openedAt, present }) => (
              <li key={path}>
                <button
                  type="button"
                  className="recent-project"
                  disabled={!present}
                  onClick={() => open(path)}
                >
                  <FileBox aria-hidden />
                  <strong>{title}</strong>
                  <span className="muted">{present ? path : `No longer at ${path}`}</span>
                  <time dateTime={openedAt}>
                    {new Date(openedAt).toLocaleDateString(undefined, { dateStyle: 'medium' })}
                  </time>
                </button>
                {!present && (
                  <Button tone="quiet" onPress={() => forget(path)}>
                    Forget
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}
