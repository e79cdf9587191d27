import { UserRound } from 'lucide-react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { runAction } from '../actions/action-registry.ts';
import { useSession } from '../app/session-store.ts';

/** At the foot of the rail: who is coding. */
export function CoderMenu() {
  const coderId = useSession((state) => state.project?.coderId);
  const { value: coders = [] } = useLive(() => api.project.coders({}), ['coder'], [coderId]);
  const name = coders.find(({ id }) => id === coderId)?.name;
  return (
    <button
      type="button"
      className="rail-item"
      onClick={() => runAction('project.coder')}
      title="Change who is coding"
    >
      <UserRound aria-hidden />
      <span className="rail-coder">{name === undefined ? 'Who is coding?' : `Coding as ${name}`}</span>
    </button>
  );
}
