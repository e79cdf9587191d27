import type { KeptRow } from '#shared/packages/packages-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { TouchedList } from '../corrections/touched-list.tsx';
import { VersionDiff } from '../corrections/version-diff.tsx';
import '../corrections/corrections.css';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closePackagesDialog } from './packages-store.ts';

/** A colleague corrected a transcript: what differs, and what becomes of the codings when their text is taken over. */
export function TakeTextDialog({ row }: { readonly row: KeptRow }) {
  const { id, fromName } = row;
  const { value: preview } = useLive(
    () => api.packages.previewText({ id }),
    ['transcript_version', 'coding'],
    [id],
  );
  const take = async (): Promise<void> => {
    await api.packages.takeText({ id });
    closePackagesDialog();
    notify(`“${preview?.title}” has the text of ${fromName} now. The text before it stays as a version.`, {
      undo: true,
    });
  };
  const changed = preview?.touched.filter(({ outcome }) => outcome === 'changed').length ?? 0;
  const lost = (preview?.touched.length ?? 0) - changed;
  return (
    <Dialog
      title={`The text of ${fromName}${preview === undefined ? '' : `: ${preview.title}`}`}
      size="large"
      isOpen
      onClose={closePackagesDialog}
      footer={
        <>
          <Button onPress={closePackagesDialog}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={preview === undefined || preview.ours === preview.theirs}
            onPress={() => void take().catch(reportError)}
          >
            Take it over as a new version
          </Button>
        </>
      }
    >
      {preview !== undefined && (
        <div className="package-form">
          <p className="muted">
            {preview.kept} of our codings {preview.kept === 1 ? 'keeps its words' : 'keep their words'}
            {changed > 0 && `, ${changed} ${changed === 1 ? 'changes' : 'change'}`}
            {lost > 0 && `, ${lost} ${lost === 1 ? 'is' : 'are'} lost and can be placed by hand`}. What came
            from {fromName} and found no place here goes to where it stands in this text.
          </p>
          <VersionDiff before={preview.ours} after={preview.theirs} />
          <TouchedList touched={preview.touched} />
        </div>
      )}
    </Dialog>
  );
}
