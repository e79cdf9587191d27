import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { fileRef } from '../ids.ts';
import type { OpenProjectInfo } from '../project/project-contract.ts';
import type { Finding } from './findings.ts';
import type { ImportReport } from './import-report.ts';

export const exchangeFormats = ['qdpx', 'qdc'] as const;
export const exchangeFormat = z.enum(exchangeFormats);
export type ExchangeFormat = z.infer<typeof exchangeFormat>;

/** What a name means that stands in the file and here. */
export const sameNames = z.enum(['join', 'keep apart']).default('join');

/**
 * Projects of other programs: REFI-QDA (`.qdpx`, `.qde`, `.qdc`), QualCoder (`data.qda`) and Taguette (`.sqlite3`). Which
 * of them a file is, is seen from its content.
 */
export const exchangeContract = {
  /** What `import` would do, in full; nothing is changed. Throws `archive-refused`, `xml-invalid`, `file-…`. */
  preview: command(z.object({ file: fileRef, sameNames })).returns<ImportReport>(),
  /** Into the open project: one transaction, one step of undo. The same file a second time changes nothing. */
  import: mutation('Import a project', z.object({ file: fileRef, sameNames })).returns<ImportReport>(),
  /** As a project of its own. Left out: a free name beside the other projects. On any failure no file is left behind. */
  importAsNew: command(
    z.object({ file: fileRef, path: z.string().optional(), coderName: z.string().trim().min(1) }),
  ).returns<{ readonly project: OpenProjectInfo; readonly report: ImportReport }>(),

  /** What a file of this format cannot hold, or holds in another form: to be read before it is written. */
  losses: query(z.object({ format: exchangeFormat })).returns<readonly Finding[]>(),
  /** `.qdpx` of the whole project, or `.qdc` of the codebook; the same guids every time. */
  export: command(z.object({ format: exchangeFormat })).returns<
    ExportedFile & { readonly losses: readonly Finding[] }
  >(),
};
