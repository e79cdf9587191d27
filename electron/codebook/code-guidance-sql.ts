import type { CodeExample } from '#shared/codebook/codebook-contract.ts';
import type { ExampleKind, ExclusiveDomain } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId, CodingId, DomainId, ExampleId, LayerId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

const CODES = '(SELECT value FROM json_each(?))';

export function listExamples(db: ReadableDb): (CodeExample & { readonly codeId: CodeId })[] {
  return db.all(
    `SELECT code_example.id, code_example.code_id AS codeId, kind, quotation, source, coding.id AS codingId,
            version.transcript_id AS transcriptId
     FROM code_example LEFT JOIN coding ON coding.uid = code_example.coding_uid
     LEFT JOIN transcript_version AS version ON version.id = coding.version_id
     ORDER BY code_example.code_id, code_example.kind, code_example.position, code_example.id`,
  );
}

export function findExample(
  db: ReadableDb,
  id: ExampleId,
): { readonly codeId: CodeId; readonly kind: ExampleKind } | undefined {
  return db.get('SELECT code_id AS codeId, kind FROM code_example WHERE id = ?', id);
}

export function uidOfCoding(db: ReadableDb, id: CodingId): string | undefined {
  return db.column<string>('SELECT uid FROM coding WHERE id = ?', id)[0];
}

export interface NewExample {
  readonly codeId: CodeId;
  readonly kind: ExampleKind;
  readonly codingUid: string | null;
  readonly quotation: string;
  readonly source: string;
}

export function insertExample(db: WritableDb, example: NewExample): void {
  db.runOne(
    `INSERT INTO code_example (code_id, kind, coding_uid, quotation, source, position)
     VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM code_example WHERE code_id = ?))`,
    example.codeId,
    example.kind,
    example.codingUid,
    example.quotation,
    example.source,
    example.codeId,
  );
}

export function deleteExample(db: WritableDb, id: ExampleId): void {
  db.runOne('DELETE FROM code_example WHERE id = ?', id);
}

export function moveExamples(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run('UPDATE code_example SET code_id = ? WHERE code_id = ?', into, from);
}

export function listLinks(db: ReadableDb): { readonly codeId: CodeId; readonly otherId: CodeId }[] {
  return db.all('SELECT code_id AS codeId, other_id AS otherId FROM code_link ORDER BY id');
}

export function linksOfCode(db: ReadableDb, id: CodeId): CodeId[] {
  return db.column<CodeId>(
    `SELECT other_id FROM code_link WHERE code_id = ? UNION SELECT code_id FROM code_link WHERE other_id = ?`,
    id,
    id,
  );
}

/** In either direction: the smaller id stands first. */
export function insertLink(db: WritableDb, one: CodeId, other: CodeId): void {
  db.run(
    'INSERT INTO code_link (code_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    Math.min(one, other),
    Math.max(one, other),
  );
}

export function deleteLink(db: WritableDb, one: CodeId, other: CodeId): void {
  db.run(
    'DELETE FROM code_link WHERE code_id = ? AND other_id = ?',
    Math.min(one, other),
    Math.max(one, other),
  );
}

export function replaceInstead(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run('UPDATE code SET instead_id = nullif(?, id) WHERE instead_id = ?', into, from);
}

/** For the removal of codes: nothing points to them any more, and what they hold of their own is gone. */
export function deleteGuidanceOf(db: WritableDb, codeIds: readonly CodeId[]): void {
  const ids = JSON.stringify(codeIds);
  db.run(`DELETE FROM code_example WHERE code_id IN ${CODES}`, ids);
  db.run(`DELETE FROM code_link WHERE code_id IN ${CODES} OR other_id IN ${CODES}`, ids, ids);
  db.run(`DELETE FROM exclusive_domain_code WHERE code_id IN ${CODES}`, ids);
  db.run(`DELETE FROM split_target WHERE code_id IN ${CODES} OR target_id IN ${CODES}`, ids, ids);
  db.run(`UPDATE code SET instead_id = NULL WHERE instead_id IN ${CODES}`, ids);
}

export function listDomains(db: ReadableDb): ExclusiveDomain[] {
  const members = Map.groupBy(
    db.all<{ readonly domainId: DomainId; readonly codeId: CodeId }>(
      'SELECT domain_id AS domainId, code_id AS codeId FROM exclusive_domain_code ORDER BY id',
    ),
    ({ domainId }) => domainId,
  );
  return db
    .all<Omit<ExclusiveDomain, 'codeIds'>>('SELECT id, name FROM exclusive_domain ORDER BY name')
    .map((domain) => ({ ...domain, codeIds: (members.get(domain.id) ?? []).map(({ codeId }) => codeId) }));
}

export function insertDomain(db: WritableDb, uid: string, name: string): DomainId {
  return db.insert<DomainId>('INSERT INTO exclusive_domain (uid, name) VALUES (?, ?)', uid, name);
}

export function renameDomain(db: WritableDb, id: DomainId, name: string): void {
  db.runOne('UPDATE exclusive_domain SET name = ? WHERE id = ?', name, id);
}

export function deleteDomain(db: WritableDb, id: DomainId): void {
  db.run('DELETE FROM exclusive_domain_code WHERE domain_id = ?', id);
  db.runOne('DELETE FROM exclusive_domain WHERE id = ?', id);
}

export function insertDomainCode(db: WritableDb, id: DomainId, codeId: CodeId): void {
  db.runOne('INSERT INTO exclusive_domain_code (domain_id, code_id) VALUES (?, ?)', id, codeId);
}

export function deleteDomainCode(db: WritableDb, id: DomainId, codeId: CodeId): void {
  db.run('DELETE FROM exclusive_domain_code WHERE domain_id = ? AND code_id = ?', id, codeId);
}

export interface Rival {
  readonly codingId: CodingId;
  readonly codeId: CodeId;
  readonly name: string;
  readonly domain: string;
  readonly start: number;
  readonly end: number;
}

/** Codings that overlap the passage in the layer, of codes that share a domain with the code. */
export function rivalsOf(
  db: ReadableDb,
  codeId: CodeId,
  place: {
    readonly layerId: LayerId;
    readonly versionId: VersionId;
    readonly start: number;
    readonly end: number;
  },
): Rival[] {
  return db.all<Rival>(
    `SELECT coding.id AS codingId, other.code_id AS codeId, code.name, exclusive_domain.name AS domain,
            coding.start, coding."end" AS "end"
     FROM exclusive_domain_code AS own
     JOIN exclusive_domain_code AS other ON other.domain_id = own.domain_id AND other.code_id <> own.code_id
     JOIN exclusive_domain ON exclusive_domain.id = own.domain_id
     JOIN code ON code.id = other.code_id
     JOIN coding ON coding.code_id = other.code_id AND coding.version_id = ? AND coding.layer_id = ?
     WHERE own.code_id = ? AND coding.start < ? AND coding."end" > ?
     ORDER BY coding.start LIMIT 20`,
    place.versionId,
    place.layerId,
    codeId,
    place.end,
    place.start,
  );
}
