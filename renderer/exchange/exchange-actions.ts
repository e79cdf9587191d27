import { create } from 'zustand';
import type { ExchangeFormat, SegmentsPreview } from '#shared/exchange/exchange-contract.ts';
import type { Finding } from '#shared/exchange/findings.ts';
import type { ImportReport } from '#shared/exchange/import-report.ts';
import type { SegmentColumns } from '#shared/exchange/segment-table.ts';
import type { FileRef } from '#shared/ids.ts';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify } from '../ui/toasts-store.ts';

export type SameNames = 'join' | 'keep apart';

type ExchangeDialog =
  | null
  | {
      readonly kind: 'import';
      readonly file: FileRef;
      readonly fileName: string;
      readonly sameNames: SameNames;
      readonly report: ImportReport;
    }
  /** No project is open: one is made from the file. */
  | { readonly kind: 'new'; readonly file: FileRef; readonly fileName: string }
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'segments'; readonly file: FileRef; readonly preview: SegmentsPreview }
  | { readonly kind: 'export'; readonly format: ExchangeFormat; readonly losses: readonly Finding[] };

export const useExchangeDialog = create<{ readonly open: ExchangeDialog }>(() => ({ open: null }));

export function closeExchangeDialog(): void {
  useExchangeDialog.setState({ open: null });
}

/** What other programs write; QualCoder calls its database data.qda. */
const ACCEPT = '.qdpx,.qde,.qdc,.qda,.sqlite3,.sqlite,.db';

export async function chooseForeignProject(): Promise<void> {
  const [chosen] = await chooseFiles(ACCEPT, false);
  if (chosen !== undefined) await openForeignProject(chosen);
}

/** Reads a file and shows what importing it would do. */
export async function openForeignProject(chosen: File): Promise<void> {
  const file = await host.offerFile(chosen);
  const fileName = chosen.name;
  if (!hasProject()) {
    useExchangeDialog.setState({ open: { kind: 'new', file, fileName } });
    return;
  }
  await preview(file, fileName, 'join');
}

export async function preview(file: FileRef, fileName: string, sameNames: SameNames): Promise<void> {
  const report = await api.exchange.preview({ file, sameNames });
  useExchangeDialog.setState({ open: { kind: 'import', file, fileName, sameNames, report } });
}

export async function importForeign(file: FileRef, sameNames: SameNames): Promise<void> {
  const report = await api.exchange.import({ file, sameNames });
  closeExchangeDialog();
  notify(`“${report.name}” was imported.`, { undo: true });
}

export async function importAsNew(file: FileRef, coderName: string): Promise<void> {
  const { report } = await api.exchange.importAsNew({ file, coderName });
  useExchangeDialog.setState({ open: { kind: 'report', report } });
}

export async function chooseSegments(): Promise<void> {
  const [chosen] = await chooseFiles('.xlsx,.csv,.tsv', false);
  if (chosen !== undefined) await previewSegments(await host.offerFile(chosen), null);
}

export async function previewSegments(file: FileRef, columns: SegmentColumns | null): Promise<void> {
  const found = await api.exchange.previewSegments({ file, columns });
  useExchangeDialog.setState({ open: { kind: 'segments', file, preview: found } });
}

export async function importSegments(
  file: FileRef,
  columns: SegmentColumns,
  lines: readonly number[],
): Promise<void> {
  const { added } = await api.exchange.importSegments({ file, columns, lines: [...lines] });
  closeExchangeDialog();
  notify(`${added.toLocaleString()} ${added === 1 ? 'segment was' : 'segments were'} coded.`, { undo: true });
}

export async function showExport(format: ExchangeFormat): Promise<void> {
  const losses = await api.exchange.losses({ format });
  useExchangeDialog.setState({ open: { kind: 'export', format, losses } });
}

export async function exportForOthers(format: ExchangeFormat, sidecar: boolean): Promise<void> {
  const made = await api.exchange.export({ format, sidecar });
  closeExchangeDialog();
  const saved = await saveExport(made);
  if (saved) notify(`Exported “${made.name}”`);
}

export const exchangeActions: readonly Action[] = [
  {
    id: 'exchange.import',
    label: 'Import from another program…',
    group: 'Project',
    keywords: 'refi qda qdpx qdc nvivo maxqda atlas.ti qualcoder taguette exchange',
    run: chooseForeignProject,
  },
  {
    id: 'exchange.segments',
    label: 'Import coded segments from a spreadsheet…',
    group: 'Project',
    keywords: 'excel csv xlsx quotations codings',
    enabled: hasProject,
    run: chooseSegments,
  },
  {
    id: 'exchange.export',
    label: 'Export for other programs…',
    group: 'Project',
    keywords: 'refi qda qdpx qdc nvivo maxqda atlas.ti exchange',
    enabled: hasProject,
    run: () => showExport('qdpx'),
  },
];
