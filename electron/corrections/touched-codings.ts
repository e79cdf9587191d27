import { must } from '#shared/assert.ts';
import type {
  CorrectionOutcome,
  QuotedWords,
  TouchedCoding,
} from '#shared/corrections/corrections-contract.ts';
import type { CoderId, TranscriptId, VersionId } from '#shared/ids.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import { contextOf } from '#shared/text/words.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { followCodings } from './correct-transcript.ts';
import {
  changedCodings,
  lostCodings,
  newestVersion,
  type CodingPlace,
  type VersionRow,
} from './corrections-sql.ts';

const AROUND = 60;

interface Titled {
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
}

/** What a correction would do, before it is made. */
export function previewCorrection(
  db: ReadableDb,
  coderId: CoderId | null,
  titled: Titled,
  from: VersionRow,
  anchors: Anchors,
): CorrectionOutcome {
  const followed = followCodings(db, from.id, anchors);
  const touched = followed.flatMap(({ coding, now }): TouchedCoding[] => {
    if (now.outcome === 'kept') return [];
    const lost = now.outcome === 'lost';
    return [
      {
        ...about(coding, coderId, titled),
        id: null,
        outcome: now.outcome,
        before: quoted(from.text, coding),
        after: lost ? null : quoted(anchors.after, now),
        position: lost ? anchors.positionAfter(coding.start) : now.start,
      },
    ];
  });
  return { kept: followed.length - touched.length, touched };
}

/** What corrections did and nobody has settled yet: first what is lost. */
export function listTouched(
  db: ReadableDb,
  coderId: CoderId | null,
  transcriptId: TranscriptId | null,
): readonly TouchedCoding[] {
  const textOf = (id: VersionId): string => must(readVersionText(db, id), 'a coding refers to a version');
  const routes = new Map<VersionId, Anchors>();
  const lost = lostCodings(db, transcriptId).map((row): TouchedCoding => {
    let route = routes.get(row.versionId);
    if (route === undefined) {
      const newest = must(newestVersion(db, row.transcriptId), 'every transcript has a version');
      route = Anchors.between(textOf(row.versionId), newest.text);
      routes.set(row.versionId, route);
    }
    return {
      ...about(row, coderId, row),
      id: null,
      outcome: 'lost',
      before: quoted(textOf(row.versionId), row),
      after: null,
      position: Math.min(route.positionAfter(row.start), route.after.length),
    };
  });
  const changed = changedCodings(db, transcriptId).map((row): TouchedCoding => ({
    ...about(row, coderId, row),
    id: row.touchedId,
    outcome: 'changed',
    before: quoted(textOf(row.oldVersionId), { start: row.oldStart, end: row.oldEnd }),
    after: quoted(textOf(row.versionId), row),
    position: row.start,
  }));
  return [...lost, ...changed];
}

function about(coding: CodingPlace, coderId: CoderId | null, { transcriptId, transcriptTitle }: Titled) {
  return {
    codingId: coding.id,
    transcriptId,
    transcriptTitle,
    codeId: coding.codeId,
    codeName: coding.codeName,
    layerName: coding.layerName,
    mine: coderId !== null && coding.coderId === coderId,
    shared: coding.coderId === null,
  };
}

function quoted(text: string, range: TextRange): QuotedWords {
  const { before, after } = contextOf(text, range, AROUND);
  return { lead: before, words: text.slice(range.start, range.end), tail: after };
}
