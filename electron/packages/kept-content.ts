import type { SqlValue } from '#electron/database/handles.ts';
import type { Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

/** A row as it was kept: what it refers to stands there as what that is known by. */
export type Content = Readonly<Record<string, SqlValue | { readonly refersTo: string }>>;

export function readContent(json: string): Content {
  // Written by apply-merge.ts alone.
  return JSON.parse(json) as Content;
}

export function refersTo(value: Content[string] | undefined): string {
  return typeof value === 'object' && value !== null ? value.refersTo : '';
}

export function rowWithKey(study: StudyRows, shape: TableShape, key: string): Row | undefined {
  return study.rows(shape.table).find((row) => study.keyOf(shape, row) === key);
}

/** The same, also when it came under another uid than the one that it has here. */
export function rowKnownAs(study: StudyRows, shape: TableShape, key: string): Row | undefined {
  const found = rowWithKey(study, shape, key);
  if (found !== undefined) return found;
  const alias = study.rows('merge_alias').find((row) => row['uid'] === key);
  return alias === undefined ? undefined : rowWithKey(study, shape, String(alias['same_as']));
}
