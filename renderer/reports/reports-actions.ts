import { create } from 'zustand';
import type { ReportFormat, ReportKind } from '#shared/reports/reports-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';

export const useReportsDialog = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function closeReportsDialog(): void {
  useReportsDialog.setState({ isOpen: false });
}

export async function makeReport(kind: ReportKind, format: ReportFormat): Promise<void> {
  closeReportsDialog();
  const made = await api.reports.make({ kind, format });
  if (await saveExport(made)) notify(`Wrote “${made.name}”`);
}

async function makeArchive(): Promise<void> {
  closeReportsDialog();
  const made = await api.reports.archive({});
  if (await saveExport(made)) notify(`Wrote “${made.name}”`);
}

export const reportsActions: readonly Action[] = [
  {
    id: 'reports.open',
    label: 'Reports…',
    group: 'Project',
    keywords: 'quotations memo book audit trail codebook participants html docx word',
    enabled: hasProject,
    run: () => useReportsDialog.setState({ isOpen: true }),
  },
  {
    id: 'reports.archive',
    label: 'Archive the study in open formats…',
    group: 'Project',
    keywords: 'zip csv json checksums repository deposit',
    enabled: hasProject,
    run: makeArchive,
  },
];
