import type { Coder, StudyOverview } from '#shared/project/project-contract.ts';
import type { CoderId, LayerId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { must } from '#shared/assert.ts';

export interface ProjectRow {
  readonly uid: string;
  readonly title: string;
  readonly research_question: string;
  readonly created_at: string;
  /** Of the study that this project was made from by a package; null for the study itself. */
  readonly origin_uid: string | null;
}

export function insertProject(db: WritableDb, uid: string, title: string, at: string): void {
  db.runOne('INSERT INTO project (id, uid, title, created_at) VALUES (1, ?, ?, ?)', uid, title, at);
}

export function findProject(db: ReadableDb): ProjectRow | undefined {
  return db.get<ProjectRow>('SELECT uid, title, research_question, created_at, origin_uid FROM project');
}

export function updateProject(db: WritableDb, title: string, researchQuestion: string): void {
  db.runOne('UPDATE project SET title = ?, research_question = ?', title, researchQuestion);
}

export function listCoders(db: ReadableDb): Coder[] {
  return db.all<Coder>(
    `SELECT coder.id, coder.name, layer.id AS layerId
     FROM coder JOIN layer ON layer.coder_id = coder.id ORDER BY coder.id`,
  );
}

export function coderNamed(db: ReadableDb, name: string): CoderId | undefined {
  return db.column<CoderId>('SELECT id FROM coder WHERE name = ? COLLATE NOCASE', name)[0];
}

export function coderByUid(
  db: ReadableDb,
  uid: string,
): { readonly id: CoderId; readonly name: string } | undefined {
  return db.get('SELECT id, name FROM coder WHERE uid = ?', uid);
}

export function uidOfCoder(db: ReadableDb, id: CoderId): string | undefined {
  return db.column<string>('SELECT uid FROM coder WHERE id = ?', id)[0];
}

export function insertCoder(db: WritableDb, uid: string, name: string, at: string): CoderId {
  return db.insert<CoderId>('INSERT INTO coder (uid, name, created_at) VALUES (?, ?, ?)', uid, name, at);
}

export function insertLayer(db: WritableDb, uid: string, coderId: CoderId, name: string): LayerId {
  return db.insert<LayerId>('INSERT INTO layer (uid, coder_id, name) VALUES (?, ?, ?)', uid, coderId, name);
}

/** A layer of nobody's: what coders agreed on. */
export function insertConsensusLayer(db: WritableDb, uid: string, name: string): LayerId {
  return db.insert<LayerId>('INSERT INTO layer (uid, coder_id, name) VALUES (?, NULL, ?)', uid, name);
}

export function deleteConsensusLayer(db: WritableDb, id: LayerId): void {
  db.runOne('DELETE FROM layer WHERE id = ? AND coder_id IS NULL', id);
}

export function countEverything(db: ReadableDb): StudyOverview['counts'] {
  return must(
    db.get<StudyOverview['counts']>(
      `SELECT (SELECT count(*) FROM participant) AS participants,
              (SELECT count(*) FROM transcript) AS transcripts,
              (SELECT count(*) FROM code) AS codes,
              (SELECT count(*) FROM coding) AS codings,
              (SELECT count(*) FROM matrix) AS matrices,
              (SELECT count(*) FROM matrix_cell WHERE summary <> '') AS cells`,
    ),
    'a select of counts returns one row',
  );
}
