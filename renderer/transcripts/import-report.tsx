import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeImport, type ImportReport } from './import-store.ts';

/** What was imported, what was not, and why. */
export function ImportReportDialog({ report }: { readonly report: ImportReport }) {
  const { imported, left } = report;
  const amount = imported.length.toLocaleString('en-GB');
  return (
    <Dialog
      title="What was imported"
      size="medium"
      isOpen
      isText
      onClose={closeImport}
      footer={
        <>
          <Button onPress={() => void navigator.clipboard.writeText(reportText(report))}>Copy</Button>
          <Button tone="primary" autoFocus onPress={closeImport}>
            Close
          </Button>
        </>
      }
    >
      <p>
        {amount} {imported.length === 1 ? 'transcript was' : 'transcripts were'} imported, as one step that
        can be undone. {left.length.toLocaleString('en-GB')} {left.length === 1 ? 'file was' : 'files were'}{' '}
        left out:
      </p>
      <dl className="import-report">
        {left.map(({ fileName, why }, index) => (
          // Two files may have one name.
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes while it is shown
          <div key={index}>
            <dt>{fileName}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function reportText({ imported, left }: ImportReport): string {
  const lines = left.map(({ fileName, why }) => `${fileName}: ${why}`);
  return [`Imported: ${imported.join(', ')}`, 'Left out:', ...lines].join('\n');
}
