import { useState } from 'react';
import type { SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { goToCode } from './go-to-code.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeDialog, showSession, useComparison } from './comparison-store.ts';
import { DIFFERENCE_TABLES } from './difference-tables.ts';
import { filterDifferences } from './filter-differences.ts';
import { NewSessionDialog } from './new-session-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';

export function ComparisonDialogs({ session }: { readonly session: SessionSummary | undefined }) {
  const dialog = useComparison((state) => state.dialog);
  if (dialog === 'new session') return <NewSessionDialog />;
  if (session === undefined) return null;
  switch (dialog) {
    case 'remove':
      return <RemoveDialog session={session} />;
    case 'report':
      return <ReportDialog session={session} />;
    case 'codebook change':
      return <CodebookChangeDialog session={session} />;
    case null:
      return null;
  }
}

function RemoveDialog({ session }: { readonly session: SessionSummary }) {
  const remove = (): void => {
    api.comparison.remove({ id: session.id }).then(() => {
      showSession(null);
      notify(`Removed “${session.name}”`, { undo: true });
    }, reportError);
  };
  return (
    <ConfirmDialog
      title={`Remove “${session.name}”?`}
      isOpen
      confirmLabel="Remove"
      onConfirm={remove}
      onClose={closeDialog}
    >
      {session.decisions > 0
        ? `Its ${session.decisions} decisions and its consensus layer go with it.`
        : 'Nothing has been settled in it.'}{' '}
      The codings of the coders stay as they are.
    </ConfirmDialog>
  );
}

/** A change of the codebook is noted with the differences that show why it is needed. */
function CodebookChangeDialog({ session }: { readonly session: SessionSummary }) {
  const { filter, selected } = useComparison();
  const { value: all } = useLive(() => api.comparison.differences({ id: session.id }), DIFFERENCE_TABLES, [
    session.id,
  ]);
  const [which, setWhich] = useState<'this' | 'shown'>('this');
  const [note, setNote] = useState('');
  const [codeUid, setCodeUid] = useState<string | null>(null);
  if (all === undefined) return null;
  const shown = filterDifferences(all.differences, filter);
  const current = shown.find(({ key }) => key === selected) ?? shown[0];
  if (current === undefined) return null;
  const chosen = codeUid ?? current.codeUids[0] ?? '';
  const keep = async (andGo: boolean): Promise<void> => {
    await api.comparison.noteCodebookChange({
      id: session.id,
      codeUid: chosen,
      note,
      differences: (which === 'this' ? [current] : shown).map(({ key }) => key),
    });
    closeDialog();
    notify('Noted the change of the codebook', { undo: true });
    if (andGo) await goToCode(all.codes.find(({ uid }) => uid === chosen)?.name ?? '');
  };
  return (
    <Dialog
      title="Change the codebook because of this"
      isOpen
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button isDisabled={note.trim() === ''} onPress={() => void keep(false).catch(reportError)}>
            Note it
          </Button>
          <Button
            tone="primary"
            isDisabled={note.trim() === ''}
            onPress={() => void keep(true).catch(reportError)}
          >
            Note it and open the code
          </Button>
        </>
      }
    >
      <Select
        label="Code"
        choices={all.codes.map(({ uid, name }) => ({ value: uid, label: name }))}
        value={chosen}
        onChange={setCodeUid}
      />
      <TextField
        label="What should change"
        description="For instance: use when …; do not use when …; merge with …"
        rows={3}
        value={note}
        onChange={setNote}
      />
      <Select
        label="Because of"
        choices={[
          { value: 'this' as const, label: 'this difference' },
          { value: 'shown' as const, label: `the ${shown.length} differences that are shown` },
        ]}
        value={which}
        onChange={setWhich}
      />
    </Dialog>
  );
}
