import { mapQuery, mapUids } from './map-references.ts';
import type { Row } from './merge-sql.ts';
import { freeName, type RowIndex } from './row-index.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

/** Finds here what has an id, or a uid, there. */
export interface Finder {
  idHere(table: string, id: number): number | undefined;
  uidHere(uid: string): string;
}

/** What is here already stays where it stands when their text is not the one that it stands in. */
export function inPlace(
  ours: StudyRows,
  theirRows: StudyRows,
  theirs: Row,
  row: Row,
  found: Row,
  missing: string | null,
  { rule }: TableShape,
): Row {
  if (rule.anchored !== true) return row;
  const version = ours.get('transcript_version', Number(found['version_id']));
  const theirVersion = theirRows.get('transcript_version', Number(theirs['version_id']));
  if (missing === null && version?.['sha256'] === theirVersion?.['sha256']) return row;
  const { version_id: versionId, start, end } = found;
  return { ...row, version_id: versionId ?? null, start: start ?? null, end: end ?? null };
}

/** The ids and uids that stand in a column of JSON are those of here. */
export function withJson({ idHere, uidHere }: Finder, { rule: { json } }: TableShape, row: Row): Row {
  const value = json === undefined ? null : row[json.column];
  if (json === undefined || typeof value !== 'string') return row;
  const mapped = json.holds === 'uids' ? mapUids(value, uidHere) : mapQuery(value, idHere);
  return { ...row, [json.column]: mapped };
}

/** A name or a number that is taken here is another one, and lists go on after ours. */
export function withoutClash(
  { rule }: TableShape,
  row: Row,
  {
    index,
    fromName,
    offset,
  }: { readonly index: RowIndex | undefined; readonly fromName: string; readonly offset: number },
): Row {
  const { name, number } = rule;
  let placed = row;
  if (name !== undefined && index !== undefined) {
    const free = freeName(String(row[name]), fromName, (candidate) => index.hasName(candidate, row.id));
    placed = { ...placed, [name]: free };
    index.addName(free, row.id);
  }
  if (number !== undefined && index !== undefined)
    placed = { ...placed, [number]: index.freeNumber(Number(row[number])) };
  for (const column of rule.empty ?? []) placed = { ...placed, [column]: '' };
  if (typeof row['position'] === 'number' && rule.ours?.includes('position'))
    placed = { ...placed, position: row['position'] + offset };
  return placed;
}

/** By what a row that was kept is known. */
export function placeOfKept(row: Row): string {
  return JSON.stringify([row['table_name'], row['row_key'], row['state']]);
}
