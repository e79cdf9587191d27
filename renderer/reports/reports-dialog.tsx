import { useState } from 'react';
import { reportKinds, type ReportFormat, type ReportKind } from '#shared/reports/reports-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeReportsDialog, makeReport, useReportsDialog } from './reports-actions.ts';

const LABELS: Readonly<Record<ReportKind, string>> = {
  'quotations by code': 'Quotations by code, with definitions and translations',
  'quotations by case': 'Quotations by case',
  codebook: 'Codebook, with guidance and examples',
  'memo book': 'Memo book',
  participants: 'Participants and their attributes',
  'audit trail': 'Audit trail: who did what, when, in six classes',
};

const KINDS = reportKinds.map((kind) => ({ value: kind, label: LABELS[kind] }));

const FORMATS = [
  { value: 'html', label: 'Web page (.html), one file that loads nothing from elsewhere' },
  { value: 'docx', label: 'Word document (.docx)' },
] as const;

/** Mounted for as long as it is open, so that each opening starts afresh. */
export function ReportsDialogs() {
  const isOpen = useReportsDialog((state) => state.isOpen);
  return isOpen ? <ReportsDialog /> : null;
}

function ReportsDialog() {
  const [kind, setKind] = useState<ReportKind>('quotations by code');
  const [format, setFormat] = useState<ReportFormat>('html');
  return (
    <Dialog
      title="Reports"
      size="medium"
      isOpen
      onClose={closeReportsDialog}
      footer={
        <>
          <Button onPress={closeReportsDialog}>Cancel</Button>
          <Button tone="primary" autoFocus onPress={() => void makeReport(kind, format).catch(reportError)}>
            Make the report
          </Button>
        </>
      }
    >
      <Select<ReportKind> label="Report" choices={KINDS} value={kind} onChange={setKind} />
      <Select<ReportFormat> label="As" choices={FORMATS} value={format} onChange={setFormat} />
      <p className="muted">
        Participants stand in it with their pseudonyms. A project that is coded blind shows only what you may
        see.
      </p>
      <p>
        <Button onPress={() => runAction('reports.archive')}>Archive the whole study instead…</Button>
      </p>
    </Dialog>
  );
}
