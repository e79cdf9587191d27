import type { CodeId, CodingId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** For who removes, merges or splits codes: whole sets at a time, in every layer. */

const CODES = '(SELECT value FROM json_each(?))';

/** Codings of the code `from` that stand on the same passage, in the same layer, as one of the code `into`. */
const TWINS = `SELECT one.id, other.id AS twinId
  FROM coding AS one JOIN coding AS other
    ON other.version_id = one.version_id AND other.start = one.start AND other."end" = one."end"
   AND other.layer_id = one.layer_id AND other.code_id = ?
  WHERE one.code_id = ?`;

export interface Twins {
  readonly id: CodingId;
  /** The coding that stays. */
  readonly twinId: CodingId;
}

export function idsOfCodingsOfCodes(db: ReadableDb, codeIds: readonly CodeId[]): CodingId[] {
  return db.column<CodingId>(`SELECT id FROM coding WHERE code_id IN ${CODES}`, JSON.stringify(codeIds));
}

export function deleteCodingsOfCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  db.run(`DELETE FROM coding WHERE code_id IN ${CODES}`, JSON.stringify(codeIds));
}

export function deleteCodings(db: WritableDb, ids: readonly CodingId[]): void {
  db.run(`DELETE FROM coding WHERE id IN ${CODES}`, JSON.stringify(ids));
}

export function twinsOf(db: ReadableDb, from: CodeId, into: CodeId): Twins[] {
  return db.all<Twins>(TWINS, into, from);
}

/** The coding that stays keeps what is said of it (memo, translation, pole, certainty), and takes over what it has not. */
export function absorbTwin(db: WritableDb, { id, twinId }: Twins): void {
  db.run(
    `UPDATE coding SET
       memo = CASE WHEN coding.memo = '' THEN gone.memo
                   WHEN gone.memo IN ('', coding.memo) THEN coding.memo
                   ELSE coding.memo || char(10) || char(10) || gone.memo END,
       translation = CASE WHEN coding.translation = '' THEN gone.translation ELSE coding.translation END,
       translator_id = CASE WHEN coding.translation = '' THEN gone.translator_id ELSE coding.translator_id END,
       weight = coalesce(coding.weight, gone.weight),
       certainty = coalesce(coding.certainty, gone.certainty),
       good_quotation = max(coding.good_quotation, gone.good_quotation)
     FROM coding AS gone
     WHERE coding.id = ? AND gone.id = ?
       AND (gone.memo <> '' OR gone.translation <> '' OR gone.weight IS NOT NULL OR gone.certainty IS NOT NULL
            OR gone.good_quotation = 1)`,
    twinId,
    id,
  );
}

/** After the twins are gone: a coding that would stand twice on one passage breaks the rule of the table. */
export function recodeAll(db: WritableDb, from: CodeId, into: CodeId): number {
  return db.run('UPDATE coding SET code_id = ? WHERE code_id = ?', into, from);
}

export function recode(db: WritableDb, id: CodingId, into: CodeId): void {
  db.runOne('UPDATE coding SET code_id = ? WHERE id = ?', into, id);
}
