import type { CodeId, ColumnId } from '../ids.ts';

export interface CodePlace {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
}

/** The given codes and everything below them, each once. */
export function withDescendants(codes: readonly CodePlace[], roots: readonly CodeId[]): Set<CodeId> {
  const children = Map.groupBy(codes, ({ parentId }) => parentId);
  const found = new Set<CodeId>(roots);
  // A Set that grows while it is walked: codes added below are visited too.
  for (const id of found) children.get(id)?.forEach((child) => found.add(child.id));
  return found;
}

/** For every code the columns that count it: a code that two columns ask for counts in both, in each of them once. */
export function columnsByCode(
  codes: readonly CodePlace[],
  columns: readonly { readonly id: ColumnId; readonly codeIds: readonly CodeId[] }[],
): Map<CodeId, ColumnId[]> {
  const columnsOf = new Map<CodeId, ColumnId[]>();
  for (const column of columns) {
    for (const codeId of withDescendants(codes, column.codeIds)) {
      const known = columnsOf.get(codeId);
      if (known === undefined) columnsOf.set(codeId, [column.id]);
      else known.push(column.id);
    }
  }
  return columnsOf;
}
