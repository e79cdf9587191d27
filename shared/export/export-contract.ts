import { z } from 'zod';
import { command } from '../contract/method.ts';
import { matrixId, type FileRef } from '../ids.ts';

export const matrixFormats = ['xlsx', 'csv', 'docx', 'html', 'cases'] as const;
export type MatrixFormat = (typeof matrixFormats)[number];

export interface ExportedFile {
  readonly file: FileRef;
  /** A name to suggest in the save dialog. */
  readonly name: string;
  readonly bytes: number;
}

export const exportContract = {
  /**
   * A matrix as a workbook, as its sheets in csv files in one zip, as a document or as a page,
   * or as a document with a report of each case. Runs as a task: progress and cancel come as events.
   * Throws `cancelled`.
   */
  matrix: command(z.object({ matrixId, format: z.enum(matrixFormats) })).returns<ExportedFile>(),
};
