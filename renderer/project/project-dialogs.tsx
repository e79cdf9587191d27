import { useSession } from '../app/session-store.ts';
import { CoderDialog } from './coder-dialog.tsx';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { OpenProjectDialog } from './open-project-dialog.tsx';
import { closeProjectDialog, useProjectDialog } from './project-actions.ts';

/** Mounted for as long as they are open, so that each opening starts afresh. */
export function ProjectDialogs() {
  const open = useProjectDialog((state) => state.open);
  const project = useSession((state) => state.project);
  if (open === 'new') return <NewProjectDialog onClose={closeProjectDialog} />;
  if (open === 'open') return <OpenProjectDialog onClose={closeProjectDialog} />;
  // Nobody can code before somebody has said who they are.
  if (project && (open === 'coder' || project.coderId === null))
    return <CoderDialog onClose={closeProjectDialog} />;
  return null;
}
