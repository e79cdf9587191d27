import type { ImportReport } from '#shared/exchange/import-report.ts';
import type { FileRef } from '#shared/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeExchangeDialog, importForeign, preview, type SameNames } from './exchange-actions.ts';
import { ReportView } from './report-view.tsx';

interface ImportDialogProps {
  readonly file: FileRef;
  readonly fileName: string;
  readonly sameNames: SameNames;
  readonly report: ImportReport;
}

/** What would be taken over, in full, before anything is. */
export function ImportDialog({ file, fileName, sameNames, report }: ImportDialogProps) {
  const added = [
    ...report.counts.map((count) => count.added),
    ...report.restored.map(({ count }) => count),
  ].reduce((sum, count) => sum + count, 0);
  return (
    <Dialog
      title={`Import “${report.name}”`}
      size="large"
      isOpen
      onClose={closeExchangeDialog}
      footer={
        <>
          <span className="exchange-promise muted">
            {added === 0 ? 'All of it is here already.' : 'One step: undo takes all of it back.'}
          </span>
          <Button onPress={closeExchangeDialog}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            isDisabled={added === 0}
            onPress={() => void importForeign(file, sameNames).catch(reportError)}
          >
            Import
          </Button>
        </>
      }
    >
      {report.sameNames.length > 0 && (
        <div className="exchange-same">
          <p>
            {report.sameNames.length === 1 ? 'One name stands' : `${report.sameNames.length} names stand`} in
            the file and here: {shortList(report.sameNames.map(({ name }) => name))}.
          </p>
          <Select<SameNames>
            label="The same name is"
            choices={[
              { value: 'join', label: 'the same thing: join them' },
              { value: 'keep apart', label: 'another thing: keep both' },
            ]}
            value={sameNames}
            onChange={(value) => void preview(file, fileName, value).catch(reportError)}
          />
        </div>
      )}
      <ReportView report={report} />
    </Dialog>
  );
}

const SHOWN = 8;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
