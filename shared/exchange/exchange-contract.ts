import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { fileRef, type TranscriptId } from '../ids.ts';
import type { OpenProjectInfo } from '../project/project-contract.ts';
import type { SegmentColumns } from './segment-table.ts';
import type { Finding } from './findings.ts';
import type { ImportReport } from './import-report.ts';

export const exchangeFormats = ['qdpx', 'qdc'] as const;
export const exchangeFormat = z.enum(exchangeFormats);
export type ExchangeFormat = z.infer<typeof exchangeFormat>;

/** What a name means that stands in the file and here. */
export const sameNames = z.enum(['join', 'keep apart']).default('join');

const segmentColumns = z.object({
  source: z.string(),
  code: z.string(),
  quotation: z.string(),
  memo: z.string().nullable(),
});

/** What was found for one row of a table of coded segments. */
export interface SegmentFound {
  readonly line: number;
  readonly source: string;
  readonly code: string;
  readonly quotation: string;
  /**
   * `exact` can be imported as it is; `several` (places) and `near` are for a person to look at; with `no source`,
   * `nowhere` and `empty` there is nothing to code; `present` is coded so already.
   */
  readonly outcome: 'exact' | 'several' | 'near' | 'present' | 'nowhere' | 'no source' | 'empty';
  /** Null when there is no such transcript. */
  readonly transcript: { readonly id: TranscriptId; readonly title: string } | null;
  /** The words that would be coded, with a little of what stands around them; null when there are none. */
  readonly found: { readonly before: string; readonly words: string; readonly after: string } | null;
  /** Places for `several`; share of words in common for `near`, 0 to 1. */
  readonly places: number;
  readonly likeness: number;
}

export interface SegmentsPreview {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly columns: SegmentColumns;
  readonly rows: readonly SegmentFound[];
  /** Codes that are not there yet and would be made, as paths. */
  readonly newCodes: readonly string[];
}

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

  /** Coded segments of a spreadsheet (`.xlsx`, `.csv`), looked up in the transcripts. Left out: columns are guessed. */
  previewSegments: command(
    z.object({ file: fileRef, columns: segmentColumns.nullable().default(null) }),
  ).returns<SegmentsPreview>(),
  /** The rows of the given lines, in the layer of who sits here. Codes that are not there are made. */
  importSegments: mutation(
    'Import coded segments',
    z.object({ file: fileRef, columns: segmentColumns, lines: z.array(z.int().min(1)).max(100_000) }),
  ).returns<{ readonly added: number; readonly present: number; readonly notFound: number }>(),

  /** What a file of this format cannot hold, or holds in another form: to be read before it is written. */
  losses: query(z.object({ format: exchangeFormat })).returns<readonly Finding[]>(),
  /**
   * `.qdpx` of the whole project, or `.qdc` of the codebook; the same guids every time. With `sidecar`, the project itself
   * lies in the `.qdpx` too, for Crosscase to restore what the standard has no place for; never while coding is blind.
   */
  export: command(z.object({ format: exchangeFormat, sidecar: z.boolean().default(true) })).returns<
    ExportedFile & { readonly losses: readonly Finding[] }
  >(),
};
