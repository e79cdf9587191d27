import { api } from '../api/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeCheckingDialog } from './checking-store.ts';
import { PackageChoice, type ChosenPackage } from './package-choice.tsx';

/** A file that an author sent: it becomes a small project of its own, in which the verdicts are given. */
export function OpenPackageDialog() {
  async function open(chosen: ChosenPackage): Promise<void> {
    await api.checking.openPackage(chosen);
    closeCheckingDialog();
  }
  return (
    <Dialog title="Open a check package" isOpen onClose={closeCheckingDialog}>
      <p>
        An author has sent you cells to check, as a file that ends in .crosscase-package. It is opened as a
        project of its own; when you are done, “Send verdicts back…” makes the file that goes to the author.
        Where you are asked for your own view first, the author’s words are not in the file: they come in a
        second one, for your verdict.
      </p>
      <PackageChoice onTry={open} />
    </Dialog>
  );
}
