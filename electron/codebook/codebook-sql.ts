import type { CodeKind } from '#shared/codebook/codebook-contract.ts';
import { must } from '#shared/assert.ts';
import type { CodeId, CoderId, CodingId } from '#shared/ids.ts';
import { OLD_VERSIONS } from '#electron/coding/fragments-sql.ts';
import { withoutConsensus } from '#electron/coding/consensus-layers-sql.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface CodeRow {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly key: string | null;
  readonly kind: CodeKind;
  readonly name: string;
  readonly definition: string;
  readonly color: string;
  readonly poleLow: string | null;
  readonly poleHigh: string | null;
  readonly useWhen: string;
  readonly notWhen: string;
  readonly insteadId: CodeId | null;
  readonly definedAt: string | null;
}

export interface CodingCount {
  readonly codeId: CodeId;
  readonly codings: number;
  readonly ownCodings: number;
}

export interface RemovalCounts {
  readonly codes: number;
  readonly codings: number;
  readonly columns: number;
  readonly evidence: number;
}

const CODE_COLUMNS = `id, parent_id AS parentId, key, kind, name, definition, color,
                      pole_low AS poleLow, pole_high AS poleHigh, use_when AS useWhen, not_when AS notWhen,
                      instead_id AS insteadId, defined_at AS definedAt`;

/** The code given and everything below it, as the table `subtree (id)`. */
const SUBTREE = `WITH RECURSIVE subtree (id) AS (
  SELECT id FROM code WHERE id = ?
  UNION
  SELECT code.id FROM code JOIN subtree ON code.parent_id = subtree.id
)`;

/** Siblings in their order; parents not necessarily before their children. */
export function listCodes(db: ReadableDb): CodeRow[] {
  return db.all<CodeRow>(`SELECT ${CODE_COLUMNS} FROM code ORDER BY position, id`);
}

export function findCode(db: ReadableDb, id: CodeId): CodeRow | undefined {
  return db.get<CodeRow>(`SELECT ${CODE_COLUMNS} FROM code WHERE id = ?`, id);
}

export function listChildren(db: ReadableDb, parentId: CodeId | null): CodeRow[] {
  return db.all<CodeRow>(
    `SELECT ${CODE_COLUMNS} FROM code WHERE parent_id IS ? ORDER BY position, id`,
    parentId,
  );
}

export interface CueRow {
  readonly codeId: CodeId;
  readonly phrase: string;
  /** Empty: any language. */
  readonly language: string;
}

export function listCues(db: ReadableDb): CueRow[] {
  return db.all('SELECT code_id AS codeId, phrase, language FROM cue ORDER BY code_id, position');
}

export function cuesOf(db: ReadableDb, codeId: CodeId): CueRow[] {
  return db.all(
    'SELECT code_id AS codeId, phrase, language FROM cue WHERE code_id = ? ORDER BY position',
    codeId,
  );
}

/** One walk along the index coding_by_code: its order makes the groups, and it holds all that is asked. */
export function countCodings(db: ReadableDb, coderId: CoderId | null): CodingCount[] {
  return db.all<CodingCount>(
    `SELECT code_id AS codeId, count(*) AS codings,
            count(*) FILTER (WHERE layer_id IN (SELECT id FROM layer WHERE coder_id = ?)) AS ownCodings
     FROM coding WHERE version_id NOT IN (${OLD_VERSIONS}) ${withoutConsensus(db, null)} GROUP BY code_id`,
    coderId,
  );
}

/** The same for some codes; one without codings is counted too. */
export function countCodingsOf(
  db: ReadableDb,
  coderId: CoderId | null,
  codeIds: readonly CodeId[],
): CodingCount[] {
  return db.all<CodingCount>(
    `SELECT code.id AS codeId, count(coding.id) AS codings,
            count(*) FILTER (WHERE coding.layer_id IN (SELECT id FROM layer WHERE coder_id = ?)) AS ownCodings
     FROM code LEFT JOIN coding ON coding.code_id = code.id ${withoutConsensus(db, null)}
     WHERE code.id IN (SELECT value FROM json_each(?)) GROUP BY code.id`,
    coderId,
    JSON.stringify(codeIds),
  );
}

/** What the journal tells of codings: which of them it knows, and which codes they have or had. */
export function codesOverTime(
  db: ReadableDb,
  codingIds: readonly CodingId[],
): readonly { readonly codingId: CodingId; readonly codeId: CodeId }[] {
  return db.all(
    `WITH touched AS (
       SELECT row_id, row_before, row_after FROM change
       WHERE table_name = 'coding' AND row_id IN (SELECT value FROM json_each(?))
     )
     SELECT row_id AS codingId, row_before ->> '$.code_id' AS codeId FROM touched WHERE row_before IS NOT NULL
     UNION
     SELECT row_id, row_after ->> '$.code_id' FROM touched WHERE row_after IS NOT NULL`,
    JSON.stringify(codingIds),
  );
}

export function countCodes(db: ReadableDb): number {
  return must(db.column<number>('SELECT count(*) FROM code')[0], 'a count returns one row');
}

export function nextPosition(db: ReadableDb, parentId: CodeId | null): number {
  const found = db.column<number>(
    'SELECT coalesce(max(position), -1) + 1 FROM code WHERE parent_id IS ?',
    parentId,
  );
  return must(found[0], 'an aggregate returns one row');
}

/** What a code begins with when nobody said more. */
export const NO_GUIDANCE = { useWhen: '', notWhen: '', insteadId: null, definedAt: null } as const;

export function insertCode(db: WritableDb, uid: string, code: Omit<CodeRow, 'id'>, position: number): CodeId {
  return db.insert<CodeId>(
    `INSERT INTO code (uid, parent_id, key, kind, name, definition, color, pole_low, pole_high,
                       use_when, not_when, instead_id, defined_at, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    code.parentId,
    code.key,
    code.kind,
    code.name,
    code.definition,
    code.color,
    code.poleLow,
    code.poleHigh,
    code.useWhen,
    code.notWhen,
    code.insteadId,
    code.definedAt,
    position,
  );
}

export function updateCode(db: WritableDb, code: CodeRow): void {
  db.runOne(
    `UPDATE code SET kind = ?, name = ?, definition = ?, color = ?, pole_low = ?, pole_high = ?,
                     use_when = ?, not_when = ?, instead_id = ?, defined_at = ? WHERE id = ?`,
    code.kind,
    code.name,
    code.definition,
    code.color,
    code.poleLow,
    code.poleHigh,
    code.useWhen,
    code.notWhen,
    code.insteadId,
    code.definedAt,
    code.id,
  );
}

export function placeCode(db: WritableDb, id: CodeId, parentId: CodeId | null, position: number): void {
  db.runOne('UPDATE code SET parent_id = ?, position = ? WHERE id = ?', parentId, position, id);
}

export function insertCue(db: WritableDb, { codeId, phrase, language }: CueRow, position: number): void {
  db.runOne(
    'INSERT INTO cue (code_id, phrase, language, position) VALUES (?, ?, ?, ?)',
    codeId,
    phrase,
    language,
    position,
  );
}

export function updateColor(db: WritableDb, id: CodeId, color: string): void {
  db.run('UPDATE code SET color = ? WHERE id = ? AND color <> ?', color, id, color);
}

export function deleteCode(db: WritableDb, id: CodeId): void {
  db.runOne('DELETE FROM code WHERE id = ?', id);
}

export function deleteCuesOf(db: WritableDb, codeId: CodeId): void {
  db.run('DELETE FROM cue WHERE code_id = ?', codeId);
}

export function countSubtree(db: ReadableDb, id: CodeId): RemovalCounts {
  const counts = db.get<RemovalCounts>(
    `${SUBTREE}
     SELECT (SELECT count(*) FROM subtree) AS codes,
            (SELECT count(*) FROM coding WHERE code_id IN subtree) AS codings,
            (SELECT count(DISTINCT column_id) FROM matrix_column_code WHERE code_id IN subtree) AS columns,
            (SELECT count(*) FROM cell_evidence JOIN coding ON coding.id = cell_evidence.coding_id
             WHERE coding.code_id IN subtree) AS evidence`,
    id,
  );
  return must(counts, 'a select of counts returns one row');
}

/** The names of the layers that hold codings of the code or of anything below it. */
export function codersOfSubtree(db: ReadableDb, id: CodeId): string[] {
  return db.column<string>(
    `${SUBTREE}
     SELECT name FROM layer
     WHERE id IN (SELECT layer_id FROM coding WHERE code_id IN subtree) ORDER BY name`,
    id,
  );
}

/** The code itself and everything below it. */
export function idsOfSubtree(db: ReadableDb, id: CodeId): CodeId[] {
  return db.column<CodeId>(`${SUBTREE} SELECT id FROM subtree`, id);
}

export function deleteCuesOfSubtree(db: WritableDb, id: CodeId): void {
  db.run(`${SUBTREE} DELETE FROM cue WHERE code_id IN subtree`, id);
}

export function deleteSubtree(db: WritableDb, id: CodeId): void {
  db.run(`${SUBTREE} DELETE FROM code WHERE id IN subtree`, id);
}
