import { must } from '#shared/assert.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MemoId } from '#shared/ids.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { createMemo } from '#electron/memos/write-memos.ts';
import { ensureCell } from './change-cells.ts';
import { cellUid } from './cells-sql.ts';
import { nameOfPlace } from './find-row.ts';
import { requireMatrix } from './read-matrix.ts';

/** A memo about several cells: its body links to each of them, so that it is found from all of them. */
export function noteOnCells(
  context: MutationContext,
  { id, places }: InputOf<typeof matricesContract.noteOnCells>,
): MemoId {
  const { name } = requireMatrix(context.db, id);
  const links = places.map((place) => {
    const called = nameOfPlace(context.db, place);
    const uid = must(cellUid(context.db, ensureCell(context, place)), 'the cell is there');
    return { type: 'link', kind: 'cell', uid, name: called } as const;
  });
  const memo = createMemo(context, {
    class: 'analytic',
    comparison: null,
    title: `Pattern in ${name}`,
    target: null,
    body: [
      { type: 'list', ordered: false, items: links.map((link) => ({ children: [link] })) },
      { type: 'paragraph', children: [] },
    ],
  });
  context.label(`Write a memo on ${places.length === 1 ? 'a cell' : `${places.length} cells`} of “${name}”`);
  return memo;
}
