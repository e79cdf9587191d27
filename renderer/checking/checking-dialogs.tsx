import { assertNever } from '#shared/assert.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { useChecking } from './checking-store.ts';
import { OpenPackageDialog } from './open-package-dialog.tsx';
import { ReadReturnDialog } from './read-return-dialog.tsx';
import { SendPackageDialog } from './send-package-dialog.tsx';

export function CheckingDialogs() {
  const dialog = useChecking((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'assign':
      return <AssignDialog matrixId={dialog.matrixId} cellIds={dialog.cellIds} />;
    case 'send':
      return <SendPackageDialog matrixId={dialog.matrixId} checkerId={dialog.checkerId} />;
    case 'open-package':
      return <OpenPackageDialog />;
    case 'read-return':
      return <ReadReturnDialog />;
    default:
      return assertNever(dialog);
  }
}
