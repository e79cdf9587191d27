import { allActions } from '../actions/action-registry.ts';
import { spokenShortcut } from '../actions/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay, useOverlay } from './app-actions.ts';
import { screenKeys } from './screen-keys.ts';

export function KeysDialog() {
  const isOpen = useOverlay((state) => state.open === 'keys');
  return (
    <Dialog title="Keys" size="medium" isText isOpen={isOpen} onClose={closeOverlay}>
      <div className="keys">
        {groups().map(([group, keys]) => (
          <section key={group}>
            <h2>{group}</h2>
            <dl>
              {keys.map(([key, label]) => (
                <div key={label}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function groups(): readonly (readonly [string, readonly (readonly [string, string])[]])[] {
  const byGroup = Map.groupBy(
    allActions().filter(({ shortcut }) => shortcut !== undefined),
    ({ group }) => group,
  );
  const ofActions = [...byGroup].map(
    ([group, actions]) =>
      [
        group,
        actions.map(
          ({ shortcut, everywhere, label }) =>
            [[spokenShortcut(shortcut ?? ''), everywhere].filter(Boolean).join(' or '), label] as const,
        ),
      ] as const,
  );
  return [...ofActions, ...screenKeys];
}
