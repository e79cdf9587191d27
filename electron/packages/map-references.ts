import type { SqlValue } from '#electron/database/handles.ts';
import type { Row } from './merge-sql.ts';
import type { TableShape } from './table-shapes.ts';

/** Finds the id here of what has this id there; undefined when it could not take its place. */
export type FindHere = (table: string, id: number) => number | undefined;

/** In a saved question: the keys under which ids stand, and what they are ids of. */
const IN_QUERY: Readonly<Record<string, string>> = {
  ids: 'code',
  codeIds: 'code',
  layerIds: 'layer',
  attributeId: 'attribute',
  typologyId: 'typology',
};

/** The ids in the JSON of a saved question, as they are here. Names are kept under “code 12”. */
export function mapQuery(json: string, find: FindHere): string {
  const map = (value: unknown, key: string): unknown => {
    const table = IN_QUERY[key];
    if (typeof value === 'number') return table === undefined ? value : (find(table, value) ?? value);
    if (Array.isArray(value)) return value.map((item) => map(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        key === 'names' ? mapName(name, find) : name,
        map(item, name),
      ]),
    );
  };
  return JSON.stringify(map(JSON.parse(json), ''));
}

function mapName(name: string, find: FindHere): string {
  const [, table, id] = /^(\w+) (\d+)$/.exec(name) ?? [];
  if (table === undefined) return name;
  return `${table} ${find(table, Number(id)) ?? id}`;
}

/** The JSON of a document with the uids that are known under another one here. */
export function mapUids(json: string, uidHere: (uid: string) => string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      key === 'uid' && typeof value === 'string' ? uidHere(value) : value,
    ),
  );
}

const UID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export interface MappedRow {
  readonly row: Row;
  /** The first column that refers to something that is not here. */
  readonly missing: string | null;
}

/**
 * A row of theirs with the ids of ours. `later` names columns that cannot be mapped yet, because they refer to rows that
 * were not looked at: they keep their value until then.
 */
export function mapRow(
  { references, rule }: TableShape,
  theirs: Row,
  find: FindHere,
  uidHere: (uid: string) => string,
  later: (column: string, table: string) => boolean,
): MappedRow {
  const values: Record<string, SqlValue> = { ...theirs };
  let missing: string | null = null;
  for (const [column, table] of references) {
    const value = theirs[column];
    if (typeof value !== 'number' || later(column, table)) continue;
    const here = find(table, value);
    if (here !== undefined) values[column] = here;
    else if (rule.detach?.includes(column)) values[column] = null;
    else missing ??= column;
  }
  for (const column of rule.uids ?? []) {
    const value = theirs[column];
    if (typeof value === 'string') values[column] = uidHere(value);
  }
  for (const column of rule.uidsWithin ?? []) {
    const value = theirs[column];
    if (typeof value === 'string') values[column] = value.replaceAll(UID, uidHere);
  }
  if (rule.ordered !== undefined && missing === null) {
    const [low, high] = rule.ordered;
    const [a, b] = [Number(values[low]), Number(values[high])];
    [values[low], values[high]] = [Math.min(a, b), Math.max(a, b)];
  }
  // `id` is among the values: they are those of a row.
  return { row: values as unknown as Row, missing };
}
