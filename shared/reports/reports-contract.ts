import { z } from 'zod';
import { command } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';

export const reportKinds = [
  'quotations by code',
  'quotations by case',
  'codebook',
  'memo book',
  'participants',
  'audit trail',
] as const;
export const reportKind = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKind>;

export const reportFormats = ['html', 'docx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportsContract = {
  /** One self-contained file. Runs as a task: progress and cancel come as events. */
  make: command(z.object({ kind: reportKind, format: z.enum(reportFormats) })).returns<ExportedFile>(),
  /** The whole study in open formats (txt, csv, json, docx, html), with a README and checksums, as one zip. */
  archive: command(z.object({})).returns<ExportedFile>(),
};
