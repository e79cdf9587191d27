import { freeColor, type ColoredCode } from '#shared/codebook/code-colors.ts';
import { inTreeOrder } from '#shared/codebook/code-tree.ts';
import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { requireCode } from './code-rules.ts';
import {
  countCodings,
  listChildren,
  listCodes,
  placeCode,
  updateColor,
  type CodeRow,
} from './codebook-sql.ts';

/** By name as people read it (2 before 10), or the code with most codings first. */
export function sortSiblings(
  { db, label, coderId }: MutationContext,
  parentId: CodeId | null,
  by: 'name' | 'count',
): void {
  const where = parentId === null ? 'at the top' : `below “${requireCode(db, parentId).name}”`;
  label(`Sort the codes ${where} by ${by}`);
  const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const counts = new Map(countCodings(db, coderId).map(({ codeId, codings }) => [codeId, codings]));
  const countOf = ({ id }: CodeRow): number => counts.get(id) ?? 0;
  listChildren(db, parentId)
    .toSorted((a, b) => (by === 'count' ? countOf(b) - countOf(a) : 0) || byName.compare(a.name, b.name))
    .forEach(({ id }, position) => placeCode(db, id, parentId, position));
}

/** In the order of the tree, as if the codes were made one after the other. */
export function recolour({ db, label }: MutationContext): void {
  label('Colour all codes anew');
  const colored: ColoredCode[] = [];
  for (const { id, parentId, kind } of inTreeOrder<CodeId, CodeRow>(listCodes(db))) {
    const color = freeColor({ parentId, kind }, colored);
    colored.push({ id, parentId, kind, color });
    updateColor(db, id, color);
  }
}
