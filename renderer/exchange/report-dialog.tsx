import type { ImportReport } from '#shared/exchange/import-report.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ReportView } from './report-view.tsx';

interface ReportDialogProps {
  readonly report: ImportReport;
  readonly onClose: () => void;
}

/** What became of a file that a project was made from. */
export function ReportDialog({ report, onClose }: ReportDialogProps) {
  return (
    <Dialog
      title={`“${report.name}” was imported`}
      size="large"
      isOpen
      isText
      onClose={onClose}
      footer={
        <Button tone="primary" onPress={onClose}>
          Begin
        </Button>
      }
    >
      <ReportView report={report} />
    </Dialog>
  );
}
