import { z } from 'zod';
import { command, mutation } from '../contract/method.ts';
import { columnId, fileRef, matrixId, type ColumnId, type MatrixId } from '../ids.ts';
import { rowKey } from '../matrices/row-keys.ts';
import type { ReturnedChange, ReturnedProblem } from './compare-returned.ts';
import type { ForeignPart } from './returned-sheet.ts';

/** A cell that the sheet would change, where it stands in this project. */
export type ReturnedCell = ReturnedChange & { readonly columnId: ColumnId };

/** What taking a workbook back would do. Nothing is stored by looking. */
export interface ReturnedPreview {
  readonly fileName: string;
  readonly matrixId: MatrixId;
  readonly matrixName: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly cells: readonly ReturnedCell[];
  readonly problems: readonly ReturnedProblem[];
  readonly unchanged: number;
  /** Of the export, and not in the sheet any more: they stay as they are. */
  readonly missing: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  readonly foreign: readonly ForeignPart[];
}

export const readBackContract = {
  /**
   * Compares a workbook that was exported, and edited since, with the project. Throws `sheet-without-marks`,
   * `sheet-of-other-project`, and `sheet-of-other-matrix` when it is another one than `matrixId`.
   */
  preview: command(
    z.object({ file: fileRef, matrixId: matrixId.nullable().default(null) }),
  ).returns<ReturnedPreview>(),
  /**
   * Writes what was chosen from a preview: all of it or nothing, one undo step. `before` is what the preview showed;
   * throws `cell-changed-meanwhile` where the project says something else by now.
   */
  take: mutation(
    'Take back a workbook',
    z.object({
      matrixId,
      fileName: z.string().max(500),
      cells: z
        .array(
          z.object({
            columnId,
            rowKey,
            field: z.enum(['summary', 'rating', 'symbol']),
            before: z.string(),
            text: z.string().max(32_000),
          }),
        )
        .min(1)
        .max(200_000),
    }),
  ).returns<{ readonly cells: number }>(),
};
