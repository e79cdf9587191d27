import type { ReadableDb } from '#electron/database/handles.ts';

// Databases of other programs, read only. Columns that came with later versions are asked for by `columnsOf`.

export function tableNames(db: ReadableDb): ReadonlySet<string> {
  return new Set(db.column<string>("SELECT name FROM sqlite_schema WHERE type = 'table'"));
}

export function columnsOf(db: ReadableDb, table: string): ReadonlySet<string> {
  return new Set(db.column<string>('SELECT name FROM pragma_table_info(?)', table));
}

export interface QualCoderSource {
  readonly id: number;
  readonly name: string;
  readonly fulltext: string | null;
  readonly memo: string | null;
  readonly mediapath: string | null;
}

export function qualCoderProject(db: ReadableDb): {
  readonly date: string | null;
  readonly memo: string | null;
} {
  return db.get('SELECT date, memo FROM project') ?? { date: null, memo: null };
}

export function qualCoderSources(db: ReadableDb): QualCoderSource[] {
  return db.all('SELECT id, name, fulltext, memo, mediapath FROM source ORDER BY id');
}

export function qualCoderCategories(db: ReadableDb): {
  readonly id: number;
  readonly name: string;
  readonly memo: string | null;
  readonly parent: number | null;
  readonly date: string | null;
}[] {
  return db.all('SELECT catid AS id, name, memo, supercatid AS parent, date FROM code_cat ORDER BY catid');
}

export function qualCoderCodes(
  db: ReadableDb,
  hasSubCodes: boolean,
): {
  readonly id: number;
  readonly name: string;
  readonly memo: string | null;
  readonly category: number | null;
  readonly parent: number | null;
  readonly color: string | null;
  readonly date: string | null;
}[] {
  const parent = hasSubCodes ? 'supercid' : 'NULL';
  return db.all(
    `SELECT cid AS id, name, memo, catid AS category, ${parent} AS parent, color, date FROM code_name ORDER BY cid`,
  );
}

export interface QualCoderCoding {
  readonly id: number;
  readonly code: number;
  readonly source: number;
  readonly words: string | null;
  readonly start: number;
  readonly end: number;
  readonly owner: string | null;
  readonly date: string | null;
  readonly memo: string | null;
}

/** Version 1 of the format had no key of its own. */
export function qualCoderCodings(db: ReadableDb, hasKey: boolean): QualCoderCoding[] {
  return db.all(
    `SELECT ${hasKey ? 'ctid' : 'rowid'} AS id, cid AS code, fid AS source, seltext AS words, pos0 AS start, pos1 AS "end",
            owner, date, memo
     FROM code_text ORDER BY fid, pos0, pos1, id`,
  );
}

export function qualCoderAnnotations(db: ReadableDb): Omit<QualCoderCoding, 'code' | 'words'>[] {
  return db.all(
    'SELECT anid AS id, fid AS source, pos0 AS start, pos1 AS "end", owner, date, memo FROM annotation ORDER BY anid',
  );
}

export function qualCoderCases(db: ReadableDb): {
  readonly id: number;
  readonly name: string;
  readonly memo: string | null;
  readonly date: string | null;
}[] {
  return db.all('SELECT caseid AS id, name, memo, date FROM cases ORDER BY caseid');
}

export function qualCoderCaseTexts(
  db: ReadableDb,
): { readonly caseId: number; readonly source: number; readonly start: number; readonly end: number }[] {
  return db.all(
    'SELECT caseid AS caseId, fid AS source, pos0 AS start, pos1 AS "end" FROM case_text ORDER BY id',
  );
}

export function qualCoderAttributeTypes(
  db: ReadableDb,
): { readonly name: string; readonly type: string | null; readonly memo: string | null }[] {
  return db.all('SELECT name, valuetype AS type, memo FROM attribute_type ORDER BY name');
}

export function qualCoderAttributes(
  db: ReadableDb,
): { readonly name: string; readonly on: string; readonly id: number; readonly value: string | null }[] {
  return db.all('SELECT name, attr_type AS "on", id, value FROM attribute ORDER BY attrid');
}

export function qualCoderJournal(db: ReadableDb): {
  readonly id: number;
  readonly name: string | null;
  readonly text: string | null;
  readonly owner: string | null;
  readonly date: string | null;
}[] {
  return db.all('SELECT jid AS id, name, jentry AS text, owner, date FROM journal ORDER BY jid');
}

export function countIn(db: ReadableDb, table: 'code_image' | 'code_av'): number {
  const statement = {
    code_image: 'SELECT count(*) FROM code_image',
    code_av: 'SELECT count(*) FROM code_av',
  }[table];
  return db.column<number>(statement)[0] ?? 0;
}

export function taguetteProjects(db: ReadableDb): {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly created: string | null;
}[] {
  return db.all('SELECT id, name, description, created FROM projects ORDER BY id');
}

export function taguetteDocuments(
  db: ReadableDb,
  projectId: number,
): {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly contents: string;
}[] {
  return db.all(
    'SELECT id, name, description, contents FROM documents WHERE project_id = ? ORDER BY id',
    projectId,
  );
}

export function taguetteTags(
  db: ReadableDb,
  projectId: number,
): { readonly id: number; readonly path: string; readonly description: string | null }[] {
  return db.all('SELECT id, path, description FROM tags WHERE project_id = ? ORDER BY path', projectId);
}

export function taguetteHighlights(
  db: ReadableDb,
  documentId: number,
): { readonly id: number; readonly start: number; readonly end: number; readonly snippet: string | null }[] {
  return db.all(
    `SELECT id, start_offset AS start, end_offset AS "end", snippet FROM highlights WHERE document_id = ?
     ORDER BY start_offset, end_offset, id`,
    documentId,
  );
}

export function taguetteHighlightTags(
  db: ReadableDb,
  documentId: number,
): { readonly highlightId: number; readonly tagId: number }[] {
  return db.all(
    `SELECT highlight_id AS highlightId, tag_id AS tagId FROM highlight_tags
     WHERE highlight_id IN (SELECT id FROM highlights WHERE document_id = ?) ORDER BY highlight_id, tag_id`,
    documentId,
  );
}
