import type { CellId, CodingId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** What a sentence may rest on, each kind in a table of its own: fragments, and cells of the matrix it is drawn from. */
type LinkTable = 'cell_sentence' | 'cell_sentence_source';

export interface SentenceRecord {
  readonly table: LinkTable;
  readonly id: number;
  readonly sentence: string;
  /** Of a link to a fragment; null when that is not there any more, or hidden. */
  readonly codingId: CodingId | null;
  /** Of a link to a cell; null when that is not there any more. */
  readonly sourceCellId: CellId | null;
  readonly isGone: 0 | 1;
}

export function sentencesOfCell(db: ReadableDb, cellId: CellId): SentenceRecord[] {
  return [
    ...db.all<SentenceRecord>(
      `SELECT 'cell_sentence' AS "table", link.id, link.sentence, coding.id AS codingId, NULL AS sourceCellId,
              NOT EXISTS (SELECT 1 FROM main.coding WHERE uid = link.coding_uid) AS isGone
       FROM cell_sentence AS link LEFT JOIN coding ON coding.uid = link.coding_uid
       WHERE link.cell_id = ? ORDER BY link.id`,
      cellId,
    ),
    ...db.all<SentenceRecord>(
      `SELECT 'cell_sentence_source' AS "table", link.id, link.sentence, NULL AS codingId,
              source.id AS sourceCellId, source.id IS NULL AS isGone
       FROM cell_sentence_source AS link LEFT JOIN matrix_cell AS source ON source.uid = link.source_uid
       WHERE link.cell_id = ? ORDER BY link.id`,
      cellId,
    ),
  ];
}

export function insertSentence(db: WritableDb, cellId: CellId, sentence: string, codingId: CodingId): void {
  db.run(
    `INSERT INTO cell_sentence (cell_id, sentence, coding_uid)
     SELECT ?, ?, uid FROM coding WHERE id = ? ON CONFLICT DO NOTHING`,
    cellId,
    sentence,
    codingId,
  );
}

export function insertSourceSentence(
  db: WritableDb,
  cellId: CellId,
  sentence: string,
  sourceId: CellId,
): void {
  db.run(
    `INSERT INTO cell_sentence_source (cell_id, sentence, source_uid)
     SELECT ?, ?, uid FROM matrix_cell WHERE id = ? ON CONFLICT DO NOTHING`,
    cellId,
    sentence,
    sourceId,
  );
}

export function deleteSentence(db: WritableDb, { table, id }: Pick<SentenceRecord, 'table' | 'id'>): void {
  db.runOne(`DELETE FROM ${table} WHERE id = ?`, id);
}

/** By what each kind of link knows what it leads to. */
const LINKED_BY: Readonly<Record<LinkTable, string>> = {
  cell_sentence: 'coding_uid',
  cell_sentence_source: 'source_uid',
};

/** Links of one sentence become those of another; what both have stays linked once. */
export function renameSentence(db: WritableDb, cellId: CellId, from: string, to: string): void {
  for (const [table, linkedBy] of Object.entries(LINKED_BY)) {
    db.run(
      `DELETE FROM ${table} WHERE cell_id = ? AND sentence = ? AND ${linkedBy} IN (
         SELECT ${linkedBy} FROM ${table} WHERE cell_id = ? AND sentence = ?)`,
      cellId,
      from,
      cellId,
      to,
    );
    db.run(`UPDATE ${table} SET sentence = ? WHERE cell_id = ? AND sentence = ?`, to, cellId, from);
  }
}
