import type { UnitKind } from '#shared/agreement/unit-rules.ts';
import { must } from '#shared/assert.ts';

import type { CoderId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import { WritableDb, type ReadableDb, type SqlValue } from '#electron/database/handles.ts';
import type { Migration } from '#electron/database/migrate.ts';
import { createProjectFile } from '#electron/database/project-file.ts';
import { replay } from '#electron/history/journal.ts';
import type { StudyPart } from './merge-rules.ts';
import { changedRows, insertRow, nextId, optionalColumns, type Row } from './merge-sql.ts';
import { RowHistory } from './row-history.ts';
import { StudyRows } from './study-rows.ts';
import { readShapes, type TableShape } from './table-shapes.ts';

export interface StudyCopy {
  readonly parts: ReadonlySet<StudyPart>;
  /** Whose work and name go along; null: nobody's. */
  readonly coder: { readonly id: CoderId; readonly layerIds: readonly LayerId[] } | null;
  /** Null: all of them. */
  readonly transcriptIds: readonly TranscriptId[] | null;
  /** In which units the texts are to be coded. */
  readonly units: readonly {
    readonly versionId: VersionId;
    readonly session: string;
    readonly unitKind: UnitKind;
    readonly units: string;
  }[];
  /** What the copy is called as a project. */
  readonly project: { readonly uid: string; readonly originUid: string };
}

/**
 * Writes a part of a study as a project file of its own, without its history: only what is chosen is ever written, so
 * that nothing else can be found in it. What refers to something that is left out goes without that reference, or is left
 * out too.
 */
export function writeStudy(
  file: string,
  migrations: readonly Migration[],
  from: ReadableDb,
  copy: StudyCopy,
): void {
  const shapes = readShapes(from);
  const study = new StudyRows(from, shapes);
  const made = createProjectFile(file, migrations);
  try {
    const db = new WritableDb(made.connection);
    replay(made.connection, () => {
      const written = new Map<string, Set<number>>(shapes.map(({ table }) => [table, new Set()]));
      const cases = casesOf(study, copy);
      for (const shape of shapes) {
        const optional = new Set(optionalColumns(from, shape.table));
        for (const row of study.rows(shape.table)) {
          if (!isChosen(shape, row, copy, cases)) continue;
          const fitting = withoutLoose(shape, row, written, optional);
          if (fitting === null) continue;
          must(written.get(shape.table), 'every table has its set').add(row.id);
          insertRow(db, shape.table, fitting);
        }
      }
      writeUnits(db, copy, written);
      writeEarlierStates(db, from, study, written);
    });
  } finally {
    made.close();
  }
}

function writeUnits(
  db: WritableDb,
  { units }: StudyCopy,
  written: ReadonlyMap<string, ReadonlySet<number>>,
): void {
  const sent = units.filter(({ versionId }) => written.get('transcript_version')?.has(versionId));
  for (const { versionId, session, unitKind, units: ranges } of sent) {
    insertRow(db, 'sent_unit_list', {
      id: nextId(db, 'sent_unit_list'),
      version_id: versionId,
      session_name: session,
      unit_kind: unitKind,
      units: ranges,
    });
  }
}

/** The participants whose transcripts go along; null when all do. */
function casesOf(study: StudyRows, { transcriptIds }: StudyCopy): ReadonlySet<SqlValue> | null {
  if (transcriptIds === null) return null;
  const chosen = new Set<number>(transcriptIds);
  return new Set(
    study
      .rows('transcript')
      .filter(({ id }) => chosen.has(id))
      .map((row) => row['participant_id'] ?? null),
  );
}

function isChosen(
  { table, rule }: TableShape,
  row: Row,
  { parts, coder, transcriptIds }: StudyCopy,
  cases: ReadonlySet<SqlValue> | null,
): boolean {
  if (!parts.has(rule.part)) return false;
  if (table === 'project') return true;
  if (table === 'coder') return row.id === coder?.id;
  if (table === 'layer') return coder !== null && row['coder_id'] === coder.id;
  if (table === 'transcript') return transcriptIds === null || transcriptIds.some((id) => id === row.id);
  if (table === 'participant' && cases !== null) return cases.has(row.id);
  const owner = rule.owner === undefined ? null : row[rule.owner];
  if (rule.owner === undefined) return true;
  return rule.owner === 'layer_id'
    ? coder !== null && coder.layerIds.some((id) => id === owner)
    : owner === coder?.id;
}

/** References to rows that are still to come (those of a table to itself) are checked by the database at the end. */
function withoutLoose(
  { table, references, rule }: TableShape,
  row: Row,
  written: ReadonlyMap<string, ReadonlySet<number>>,
  optional: ReadonlySet<string>,
): Row | null {
  const values: Record<string, SqlValue> = { ...row };
  for (const [column, target] of references) {
    const value = row[column];
    if (typeof value !== 'number' || target === table || rule.refersTo?.[column] !== undefined) continue;
    if (written.get(target)?.has(value)) continue;
    if (!optional.has(column)) return null;
    values[column] = null;
  }
  // `id` is among the values: they are those of a row.
  return values as unknown as Row;
}

/** So that an older package of the same coder is known as older when it arrives after a newer one. */
function writeEarlierStates(
  db: WritableDb,
  from: ReadableDb,
  study: StudyRows,
  written: ReadonlyMap<string, ReadonlySet<number>>,
): void {
  const history = new RowHistory(from, study);
  const seen = new Set<string>();
  let id = 1;
  for (const { table, id: rowId } of changedRows(from)) {
    if (written.get(table)?.has(rowId) !== true) continue;
    const shape = study.shape(table);
    const row = must(study.get(table, rowId), 'a row that was written is there');
    const key = study.keyOf(shape, row);
    for (const state of history.leftBehind(study, shape, row, key, (same) => same)) {
      const place = JSON.stringify([table, key, state]);
      if (seen.has(place)) continue;
      seen.add(place);
      insertRow(db, 'merge_known', { id, table_name: table, row_key: key, state });
      id += 1;
    }
  }
}
