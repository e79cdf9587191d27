import { must } from '#shared/assert.ts';
import type { CorrectionKind } from '#shared/corrections/corrections-contract.ts';
import { reAnchorStructure } from '#shared/corrections/re-anchor-structure.ts';
import type { TranscriptId, VersionId } from '#shared/ids.ts';
import type { Anchored, Anchors } from '#shared/text/re-anchor.ts';
import type { SpeakerRole } from '#shared/transcripts/transcripts-contract.ts';
import { moveCoding } from '#electron/coding/coding-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { decisionsOfVersion, moveDecision } from '#electron/cues/cues-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { hashOfText, wordsSpoken } from '#electron/transcripts/store-transcript.ts';
import { insertVersion } from '#electron/transcripts/transcripts-sql.ts';
import { insertRow, rowsOfVersion, type WholeRow } from '#electron/transcripts/version-rows-sql.ts';
import {
  codingsOfVersion,
  insertCorrection,
  insertTouched,
  type CodingPlace,
  type VersionRow,
} from './corrections-sql.ts';

export interface FollowedCoding {
  readonly coding: CodingPlace;
  readonly now: Anchored;
}

/**
 * Where every coding of a version stands after the correction. Two of one code and layer that would fall on the same words
 * cannot both stand there: the one that changed is lost, and waits for the researcher.
 */
export function followCodings(
  db: ReadableDb,
  versionId: VersionId,
  anchors: Anchors,
): readonly FollowedCoding[] {
  const followed = codingsOfVersion(db, versionId).map((coding) => ({ coding, now: anchors.follow(coding) }));
  const taken = new Set<string>();
  const firstKept = followed.toSorted(
    (a, b) => Number(b.now.outcome === 'kept') - Number(a.now.outcome === 'kept'),
  );
  const doubled = new Set<CodingPlace>();
  for (const { coding, now } of firstKept) {
    if (now.outcome === 'lost') continue;
    const place = [coding.layerId, coding.codeId, now.start, now.end].join();
    if (taken.has(place)) doubled.add(coding);
    else taken.add(place);
  }
  return followed.map(({ coding, now }) => ({
    coding,
    now: doubled.has(coding) ? { outcome: 'lost', start: coding.start, end: coding.end } : now,
  }));
}

export interface StoredCorrection {
  readonly versionId: VersionId;
  readonly number: number;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
}

/** Makes the new version and brings everything that stands in the old one over to it, inside the mutation that calls it. */
export function storeCorrection(
  context: MutationContext,
  correction: {
    readonly transcriptId: TranscriptId;
    readonly from: VersionRow;
    readonly anchors: Anchors;
    readonly kind: CorrectionKind;
    readonly reason: string;
  },
): StoredCorrection {
  const { db } = context;
  const { transcriptId, from, anchors, kind, reason } = correction;
  const at = context.now();
  const structure = structureOf(db, from, anchors);
  const number = from.number + 1;
  const versionId = insertVersion(db, {
    uid: context.newUid(),
    transcriptId,
    number,
    text: anchors.after,
    words: wordsSpoken(anchors.after, structure.spoken),
    sha256: hashOfText(anchors.after),
    at,
  });
  for (const row of structure.turns) insertRow(db, 'turn', { ...row, version_id: versionId });
  for (const row of structure.sections) insertRow(db, 'section', { ...row, version_id: versionId });
  copySpans(context, from.id, versionId, anchors);
  const followed = followCodings(db, from.id, anchors);
  const kept = followed.filter(({ now }) => now.outcome === 'kept').length;
  const correctionId = insertCorrection(db, {
    uid: context.newUid(),
    versionId,
    madeFrom: from.id,
    kind,
    reason,
    coderId: context.coderId,
    at,
    kept,
  });
  for (const { coding, now } of followed) {
    if (now.outcome !== 'lost') moveCoding(db, coding.id, versionId, now);
    if (now.outcome !== 'kept') insertTouched(db, correctionId, coding.uid, now.outcome, coding);
  }
  for (const decision of decisionsOfVersion(db, from.id)) {
    const now = anchors.follow(decision);
    if (now.outcome !== 'lost') moveDecision(db, decision.id, versionId, now);
  }
  const lost = followed.filter(({ now }) => now.outcome === 'lost').length;
  return { versionId, number, kept, changed: followed.length - kept - lost, lost };
}

function structureOf(db: ReadableDb, from: VersionRow, anchors: Anchors) {
  const turnRows = rowsOfVersion(db, 'turn', from.id);
  const sectionRows = rowsOfVersion(db, 'section', from.id);
  const { turns, sections } = reAnchorStructure(
    from.text,
    anchors,
    turnRows.map((row) => ({
      speaker: row['speaker'] === null ? null : String(row['speaker']),
      // The table allows no other.
      role: String(row['role']) as SpeakerRole,
      labelStart: Number(row['label_start']),
      start: Number(row['start']),
      end: Number(row['end']),
    })),
    sectionRows.map((row) => ({
      title: String(row['title']),
      headingStart: Number(row['heading_start']),
      start: Number(row['start']),
      end: Number(row['end']),
    })),
  );
  return {
    spoken: turns,
    turns: turns.map(({ from: index, labelStart, ...turn }, position) => ({
      ...copyOf(turnRows, index),
      ...turn,
      label_start: labelStart,
      number: position + 1,
    })),
    sections: sections.map(({ from: index, headingStart, ...section }, position) => ({
      ...copyOf(sectionRows, index),
      ...section,
      heading_start: headingStart,
      number: position + 1,
    })),
  };
}

/** All columns of the row that it was, but for its id. */
function copyOf(rows: readonly WholeRow[], index: number | null): WholeRow {
  if (index === null) return {};
  const { id: _, ...columns } = must(rows[index], 'the index of one of these rows');
  return columns;
}

function copySpans(
  context: MutationContext,
  fromId: VersionId,
  versionId: VersionId,
  anchors: Anchors,
): void {
  const places = new Set<string>();
  for (const row of rowsOfVersion(context.db, 'span', fromId)) {
    const now = anchors.follow({ start: Number(row['start']), end: Number(row['end']) });
    const place = [row['kind'], now.start, now.end].join();
    if (now.outcome === 'lost' || places.has(place)) continue;
    places.add(place);
    const { id: _, ...columns } = row;
    insertRow(context.db, 'span', {
      ...columns,
      uid: context.newUid(),
      version_id: versionId,
      start: now.start,
      end: now.end,
    });
  }
}
