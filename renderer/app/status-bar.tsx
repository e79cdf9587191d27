import { useEffect, useState } from 'react';
import type { TaskEvent } from '#shared/contract/events.ts';
import { api } from '../api/api.ts';
import { onTask } from '../api/changes.ts';
import { runAction } from '../actions/action-registry.ts';
import { spokenShortcut } from '../actions/shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { useSession } from './session-store.ts';

/** What is open, what is being worked on, and what undo would do. */
export function StatusBar() {
  const { project, undo } = useSession();
  return (
    <footer className="status-bar">
      <span className="status-project" title={project?.path}>
        {project?.title}
      </span>
      <RunningTask />
      <span className="status-undo">{undo === null ? 'All changes are saved' : `Saved · last: ${undo}`}</span>
      <button type="button" className="status-palette" onClick={() => runAction('app.palette')}>
        Find anything <kbd>{spokenShortcut('$mod+k')}</kbd>
      </button>
    </footer>
  );
}

function RunningTask() {
  const [task, setTask] = useState<TaskEvent | null>(null);
  useEffect(() => onTask((event) => setTask(event.state === 'running' ? event : null)), []);
  if (task === null) return null;
  return (
    <span className="status-task" role="status">
      {task.label}
      <progress aria-label={task.label} {...(task.total > 0 ? { value: task.done, max: task.total } : {})} />
      <Button tone="quiet" onPress={() => void api.tasks.cancel({ taskId: task.id }).catch(reportError)}>
        Cancel
      </Button>
    </span>
  );
}
