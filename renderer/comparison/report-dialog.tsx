import { useState } from 'react';
import type { ReportFormat, SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeDialog } from './comparison-store.ts';

const FORMATS: readonly { readonly value: ReportFormat; readonly label: string }[] = [
  { value: 'docx', label: 'Word document' },
  { value: 'html', label: 'Web page (HTML)' },
  { value: 'xlsx', label: 'Excel workbook' },
  { value: 'csv', label: 'CSV files in a zip' },
];

export function ReportDialog({ session }: { readonly session: SessionSummary }) {
  const [format, setFormat] = useState<ReportFormat>('docx');
  const write = async (): Promise<void> => {
    const made = await api.comparison.report({ id: session.id, format });
    const saved = await saveExport(made);
    if (saved !== null) notify(`Exported ${saved}`);
  };
  return (
    <Dialog
      title="Report agreement"
      isOpen
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            tone="primary"
            onPress={() => {
              closeDialog();
              write().catch(reportError);
            }}
          >
            Export
          </Button>
        </>
      }
    >
      <Select label="As" choices={FORMATS} value={format} onChange={setFormat} />
      <p className="muted">
        A paragraph for the methods section, the tables with everything that must stand beside a figure, the
        discussion, and the list of all differences with how each was settled.
      </p>
    </Dialog>
  );
}
