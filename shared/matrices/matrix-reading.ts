import { z } from 'zod';
import { columnId, traitId } from '../ids.ts';
import { cellSymbols } from './cell-kinds.ts';
import { expectations } from './patterns.ts';
import { rowKey } from './row-keys.ts';

/** How one person reads across one matrix on this machine. It is not of the study: the history does not know of it. */
export const matrixReading = z.object({
  /** Rows that stand above all others, to be compared. */
  pins: z.array(rowKey).max(500),
  /** Whether cells are shaded by their counts. */
  heat: z.boolean(),
  pattern: z
    .object({
      attributeId: traitId,
      value: z.string(),
      columnId,
      expected: z.enum([...expectations, ...cellSymbols]),
    })
    .nullable(),
});

export type MatrixReading = z.infer<typeof matrixReading>;

export const PLAIN_READING: MatrixReading = { pins: [], heat: false, pattern: null };
