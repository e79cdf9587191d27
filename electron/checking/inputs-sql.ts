import { SITE_UID } from '#shared/checking/cell-inputs.ts';
import type { TraitId, CellId, CodeId, CodingId, LayerId, ParticipantId, VersionId } from '#shared/ids.ts';
import { NONE_CLEARLY } from '#shared/matrices/traits.ts';
import { withoutConsensus } from '#electron/coding/consensus-layers-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { thatCount } from '#electron/matrices/excluded-passages-sql.ts';

/** Codings of one code in one version, summed up: how many, and a sum that is another when one of them is. */
export type SummedCodings = readonly [
  codeId: CodeId,
  versionId: VersionId,
  layerId: LayerId,
  count: number,
  sum: number,
];

/** The pole and the certainty as one number, 0 when nobody said either. */
const MARKS = '(coalesce(weight + 10, 0) * 8 + coalesce(certainty, 0))';

/**
 * One coding as a number below 2³¹: the product of two residues, each with its own mixture of where the coding is and what
 * it says. Sums of it over half a million codings stay far inside SQLite's integers, and are worked out while the index
 * coding_by_code is walked, without touching the table.
 */
const AS_NUMBER = `(((coding.id * 48271 + start * 69621 + code_id * 104729 + ${MARKS} * 7919 + 11) % 2147483647)
  * ((coding.id * 16807 + "end" * 39373 + version_id * 65537 + 7) % 2147483647)) % 2147483647`;

/** `versionIds` null: all of them. The plus before layer_id keeps SQLite from the index of layers. */
export function sumCodings(
  db: ReadableDb,
  codeIds: readonly CodeId[],
  layerId: LayerId | null,
  byLayer: boolean,
  versionIds: readonly VersionId[] | null,
): SummedCodings[] {
  return db.rawRows<[CodeId, VersionId, LayerId, number, number]>(
    `SELECT code_id, version_id, ${byLayer ? 'layer_id' : '0'}, count(*), sum(${AS_NUMBER}) FROM coding
     WHERE code_id IN (SELECT value FROM json_each(?)) AND (? IS NULL OR +layer_id = ?) ${thatCount(db)}
       ${byLayer ? '' : withoutConsensus(db, layerId)}
       ${versionIds === null ? '' : 'AND version_id IN (SELECT value FROM json_each(?))'}
     GROUP BY code_id, version_id${byLayer ? ', layer_id' : ''}`,
    JSON.stringify(codeIds),
    layerId,
    layerId,
    ...(versionIds === null ? [] : [JSON.stringify(versionIds)]),
  );
}

/** For every one of the cells, the fragments that it is said to rest on, summed up in the same way. */
export function sumEvidence(
  db: ReadableDb,
  cellIds: readonly CellId[],
): { readonly cellId: CellId; readonly sum: number }[] {
  return db.all(
    `SELECT evidence.cell_id AS cellId, sum(${AS_NUMBER}) AS sum
     FROM cell_evidence AS evidence JOIN coding ON coding.id = evidence.coding_id
     WHERE evidence.cell_id IN (SELECT value FROM json_each(?)) GROUP BY evidence.cell_id`,
    JSON.stringify(cellIds),
  );
}

/** A coding with its place. A tuple: a pooled cell has thousands. */
export type PlacedCoding = readonly [
  id: CodingId,
  codeId: CodeId,
  versionId: VersionId,
  layerId: LayerId,
  start: number,
];

/** The codings of some codes in some versions. */
export function codingsIn(
  db: ReadableDb,
  codeIds: readonly CodeId[],
  versionIds: readonly VersionId[],
  layerId: LayerId | null,
  byCoder: boolean,
): PlacedCoding[] {
  return db.rawRows<[CodingId, CodeId, VersionId, LayerId, number]>(
    `SELECT id, code_id, version_id, layer_id, start FROM coding
     WHERE code_id IN (SELECT value FROM json_each(?)) AND version_id IN (SELECT value FROM json_each(?))
       AND (? IS NULL OR +layer_id = ?) ${thatCount(db)}
       ${byCoder ? '' : withoutConsensus(db, layerId)}`,
    JSON.stringify(codeIds),
    JSON.stringify(versionIds),
    layerId,
    layerId,
  );
}

export interface FragmentRecord {
  readonly id: CodingId;
  readonly uid: string;
  readonly codeUid: string;
  readonly versionId: VersionId;
  readonly versionUid: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number | null;
  readonly certainty: number | null;
}

/** In the order of their versions, so that each text is opened once. */
export function fragmentsByIds(db: ReadableDb, ids: readonly CodingId[]): FragmentRecord[] {
  return db.all<FragmentRecord>(
    `SELECT coding.id, coding.uid, code.uid AS codeUid, coding.version_id AS versionId, version.uid AS versionUid,
            coding.start, coding."end", coding.weight, coding.certainty
     FROM coding JOIN code ON code.id = coding.code_id
     JOIN transcript_version AS version ON version.id = coding.version_id
     WHERE coding.id IN (SELECT value FROM json_each(?)) ORDER BY coding.version_id, coding.start`,
    JSON.stringify(ids),
  );
}

/**
 * Of codings that a cell rested on, those that are still in the file, whether this person may see them or not: while a
 * study is coded blind, what is hidden is not gone.
 */
export function stillThere(db: ReadableDb, uids: readonly string[]): ReadonlySet<string> {
  return new Set(
    db.column<string>(
      'SELECT uid FROM main.coding WHERE uid IN (SELECT value FROM json_each(?))',
      JSON.stringify(uids),
    ),
  );
}

export function isCodedBlind(db: ReadableDb): boolean {
  return db.column<number>('SELECT blind FROM project')[0] === 1;
}

/** Of codings, those that this person sees. */
export function visibleAmong(db: ReadableDb, uids: readonly string[]): ReadonlySet<string> {
  return new Set(
    db.column<string>(
      'SELECT uid FROM coding WHERE uid IN (SELECT value FROM json_each(?))',
      JSON.stringify(uids),
    ),
  );
}

export interface PlaceNow {
  readonly uid: string;
  readonly codeUid: string;
  /** In a passage that is left out of the analysis. */
  readonly isLeftOut: 0 | 1;
  /** It stayed behind in an earlier version of the text. */
  readonly isLost: 0 | 1;
}

/** Where codings are now that a cell rested on and no longer asks for; those that are gone are absent. */
export function whereNow(db: ReadableDb, uids: readonly string[]): PlaceNow[] {
  return db.all<PlaceNow>(
    `SELECT coding.uid, code.uid AS codeUid, EXISTS (
       SELECT 1 FROM span WHERE span.version_id = coding.version_id AND span.kind = 'excluded'
         AND span.start <= coding.start AND span."end" >= coding."end") AS isLeftOut,
       EXISTS (SELECT 1 FROM transcript_version AS later WHERE later.transcript_id = version.transcript_id
         AND later.number > version.number) AS isLost
     FROM coding JOIN code ON code.id = coding.code_id
     JOIN transcript_version AS version ON version.id = coding.version_id
     WHERE coding.uid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(uids),
  );
}

export interface CodeWording {
  readonly id: CodeId;
  readonly uid: string;
  readonly name: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly notWhen: string;
  readonly poleLow: string | null;
  readonly poleHigh: string | null;
}

export function listWordings(db: ReadableDb): CodeWording[] {
  return db.all<CodeWording>(
    `SELECT id, uid, name, definition, use_when AS useWhen, not_when AS notWhen, pole_low AS poleLow,
            pole_high AS poleHigh FROM code`,
  );
}

export interface TypeWording {
  readonly traitId: TraitId;
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly definition: string;
}

export function listTypeWordings(db: ReadableDb): TypeWording[] {
  return db.all<TypeWording>('SELECT -typology_id AS traitId, id, uid, name, definition FROM type');
}

export function evidenceCodings(
  db: ReadableDb,
  cellIds: readonly CellId[],
): { readonly cellId: CellId; readonly codingId: CodingId }[] {
  return db.all(
    `SELECT cell_id AS cellId, coding_id AS codingId FROM cell_evidence
     WHERE coding_id IS NOT NULL AND cell_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(cellIds),
  );
}

export interface ValueRecord {
  readonly id: number;
  readonly traitId: TraitId;
  readonly participantId: ParticipantId;
  readonly value: string;
}

/** Of a typology the uid of the type, so that another name for it changes nothing. */
export function valuesOfTraits(db: ReadableDb, traitIds: readonly TraitId[]): ValueRecord[] {
  return db.all<ValueRecord>(
    `SELECT id, attribute_id AS traitId, participant_id AS participantId, value FROM attribute_value
     WHERE attribute_id IN (SELECT value FROM json_each(?))
     UNION ALL
     SELECT place.id, -place.typology_id, place.participant_id, coalesce(type.uid, ?)
     FROM type_assignment AS place LEFT JOIN type ON type.id = place.type_id
     WHERE -place.typology_id IN (SELECT value FROM json_each(?))
     UNION ALL
     SELECT participant.id, 0, participant.id, site.uid FROM participant JOIN site ON site.id = participant.site_id
     WHERE 0 IN (SELECT value FROM json_each(?))`,
    JSON.stringify(traitIds),
    NONE_CLEARLY,
    JSON.stringify(traitIds),
    JSON.stringify(traitIds),
  );
}

export function traitNames(
  db: ReadableDb,
): { readonly id: TraitId; readonly uid: string; readonly name: string }[] {
  return db.all(
    `SELECT id, uid, name FROM attribute UNION ALL SELECT -id, uid, name FROM typology
     UNION ALL SELECT 0, '${SITE_UID}', 'Site'`,
  );
}
