import { ExportDialog } from './export-dialog.tsx';
import { closeExchangeDialog, useExchangeDialog } from './exchange-actions.ts';
import { ImportDialog } from './import-dialog.tsx';
import { NewFromFileDialog } from './new-from-file-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { SegmentsDialog } from './segments-dialog.tsx';
import './exchange.css';

/** Mounted for as long as they are open, so that each opening starts afresh. */
export function ExchangeDialogs() {
  const open = useExchangeDialog((state) => state.open);
  switch (open?.kind) {
    case 'import':
      return <ImportDialog {...open} />;
    case 'new':
      return <NewFromFileDialog file={open.file} fileName={open.fileName} />;
    case 'report':
      return <ReportDialog report={open.report} onClose={closeExchangeDialog} />;
    case 'segments':
      return <SegmentsDialog file={open.file} preview={open.preview} />;
    case 'export':
      return <ExportDialog format={open.format} losses={open.losses} />;
    case undefined:
      return null;
  }
}
