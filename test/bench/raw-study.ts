import Database from 'better-sqlite3';

/**
 * The same questions put to the same file by better-sqlite3 alone: no door, no journal, no rules, one hand-written
 * statement each. It makes the same rows as objects, so that the difference is what Crosscase adds.
 */
export class RawStudy {
  readonly connection: Database.Database;

  constructor(file: string) {
    this.connection = new Database(file);
    this.connection.pragma('foreign_keys = ON');
    this.connection.pragma('journal_mode = WAL');
    this.connection.pragma('synchronous = FULL');
    this.connection.pragma('cache_size = -65536');
    this.connection.pragma('mmap_size = 268435456');
  }

  close(): void {
    this.connection.close();
  }

  rows<Row>(sql: string, ...values: (string | number | null)[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  row<Row>(sql: string, ...values: (string | number | null)[]): Row {
    return this.#statement(sql).get(...values) as Row;
  }

  run(sql: string, ...values: (string | number | null)[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  readonly #statements = new Map<string, Database.Statement>();

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql) ?? this.connection.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

/** What the first screens show: the transcripts and the codes, with their counts. */
export function rawLists(raw: RawStudy): { transcripts: unknown[]; codes: unknown[] } {
  return {
    transcripts: raw.rows(
      `SELECT t.id, v.id AS versionId, t.title, t.file_name, t.participant_id, p.code, v.words, v.length,
              (SELECT count(*) FROM turn WHERE version_id = v.id) AS turns,
              (SELECT count(*) FROM section WHERE version_id = v.id) AS sections,
              (SELECT count(*) FROM coding WHERE version_id = v.id) AS codings,
              (SELECT count(*) FROM coding WHERE version_id = v.id AND layer_id = 1) AS ownCodings
       FROM transcript t JOIN transcript_version v ON v.transcript_id = t.id
       LEFT JOIN participant p ON p.id = t.participant_id ORDER BY t.position`,
    ),
    codes: raw.rows(
      `SELECT c.*, (SELECT count(*) FROM coding WHERE code_id = c.id) AS codings,
              (SELECT count(*) FROM coding WHERE code_id = c.id AND layer_id = 1) AS ownCodings
       FROM code c ORDER BY c.parent_id, c.position`,
    ),
  };
}

export interface RawTranscript {
  readonly text: string;
  readonly turns: unknown[];
  readonly codings: { readonly id: number }[];
}

export function rawTranscript(raw: RawStudy, transcriptId: number): RawTranscript {
  const version = raw.row<{ id: number; text: string }>(
    'SELECT id, text FROM transcript_version WHERE transcript_id = ?',
    transcriptId,
  );
  return {
    text: version.text,
    turns: raw.rows('SELECT * FROM turn WHERE version_id = ? ORDER BY number', version.id),
    codings: raw.rows('SELECT * FROM coding WHERE version_id = ? ORDER BY start, "end" DESC, id', version.id),
  };
}

export interface RawFragment {
  readonly id: number;
  readonly quotation: string;
}

/** Fragments of a code with their words, case, coder and turn; positions are UTF-16, so the words are cut here. */
export function rawFragments(raw: RawStudy, codeId: number, limit: number): RawFragment[] {
  const order = `WHERE c.code_id = ? ORDER BY p.position, t.position, c.start, c."end" DESC, c.code_id, c.layer_id LIMIT ?`;
  return withQuotations(raw, raw.rows<FragmentRow>(`${FRAGMENTS} ${order}`, codeId, limit));
}

/** All fragments of one transcript, in the order of its text. */
export function rawFragmentsOfVersion(raw: RawStudy, versionId: number): RawFragment[] {
  const order = `WHERE c.version_id = ? ORDER BY c.start, c."end" DESC, c.code_id, c.layer_id`;
  return withQuotations(raw, raw.rows<FragmentRow>(`${FRAGMENTS} ${order}`, versionId));
}

interface FragmentRow {
  readonly id: number;
  readonly versionId: number;
  readonly start: number;
  readonly end: number;
}

const FRAGMENTS = `
  SELECT c.id, c.layer_id, c.version_id AS versionId, c.code_id, c.start, c."end", c.weight, c.memo, c.translation,
         c.created_at, t.id AS transcriptId, t.title, p.id AS participantId, p.code AS caseCode, l.name AS coder,
         (SELECT number || ' ' || speaker FROM turn WHERE version_id = c.version_id AND "end" > c.start
          ORDER BY number LIMIT 1) AS turn
  FROM coding c
  JOIN transcript_version v ON v.id = c.version_id
  JOIN transcript t ON t.id = v.transcript_id
  LEFT JOIN participant p ON p.id = t.participant_id
  JOIN layer l ON l.id = c.layer_id`;

function withQuotations(raw: RawStudy, rows: readonly FragmentRow[]): RawFragment[] {
  const texts = new Map<number, string>();
  return rows.map((row) => {
    const text = texts.get(row.versionId) ?? textOf(raw, row.versionId);
    texts.set(row.versionId, text);
    return { ...row, quotation: text.slice(row.start, row.end) };
  });
}

function textOf(raw: RawStudy, versionId: number): string {
  return raw.row<{ text: string }>('SELECT text FROM transcript_version WHERE id = ?', versionId).text;
}

export interface RawCell {
  readonly codeId: number;
  readonly participantId: number;
  readonly count: number;
  readonly summary: string | null;
}

export function rawMatrix(raw: RawStudy): { cases: unknown[]; values: unknown[]; cells: RawCell[] } {
  return {
    cases: raw.rows('SELECT id, code FROM participant ORDER BY position'),
    values: raw.rows('SELECT participant_id, attribute_id, value FROM attribute_value'),
    cells: raw.rows(
      `SELECT counted.codeId, t.participant_id AS participantId, sum(counted.count) AS count, cell.summary
       FROM (SELECT code_id AS codeId, version_id AS versionId, count(*) AS count
             FROM coding GROUP BY code_id, version_id) AS counted
       JOIN transcript_version v ON v.id = counted.versionId
       JOIN transcript t ON t.id = v.transcript_id
       JOIN matrix_column_code mc ON mc.code_id = counted.codeId
       LEFT JOIN matrix_cell cell ON cell.column_id = mc.column_id AND cell.participant_id = t.participant_id
       GROUP BY counted.codeId, t.participant_id`,
    ),
  };
}

export function rawInsertCoding(
  raw: RawStudy,
  uid: string,
  versionId: number,
  start: number,
  codeId: number,
): number {
  return raw.run(
    `INSERT INTO coding (uid, layer_id, version_id, code_id, start, "end", created_at) VALUES (?, 1, ?, ?, ?, ?, ?)`,
    uid,
    versionId,
    codeId,
    start,
    start + 40,
    new Date().toISOString(),
  );
}

export function rawDeleteCoding(raw: RawStudy, id: number): void {
  raw.run('DELETE FROM coding WHERE id = ?', id);
}
