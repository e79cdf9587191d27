import { must } from '#shared/assert.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import { firstTouched } from '#shared/coding/first-touched.ts';
import { lineStarts, linesOfRange } from '#shared/transcripts/line-numbers.ts';
import { quotation } from '#shared/text/text-range.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { textOfVersion } from './coding-sql.ts';
import {
  codedVersions,
  codingsOfVersion,
  sectionsOfVersion,
  turnsOfVersion,
  type CodedVersion,
  type FragmentScope,
} from './fragments-sql.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** One page of fragments. Opens only the transcripts that the page touches, and each of them once. */
export function findFragments(
  db: ReadableDb,
  scope: FragmentScope,
  { offset, limit }: Page,
): { readonly total: number; readonly fragments: readonly Fragment[] } {
  const fragments: Fragment[] = [];
  let total = 0;
  for (const version of codedVersions(db, scope)) {
    const from = Math.max(0, offset - total);
    const room = limit - fragments.length;
    if (from < version.codings && room > 0) {
      fragments.push(...fragmentsOfVersion(db, version, scope, { offset: from, limit: room }));
    }
    total += version.codings;
  }
  return { total, fragments };
}

/** A page of the fragments of one version; `version` is one that `codedVersions` found. */
export function fragmentsOfVersion(
  db: ReadableDb,
  version: CodedVersion,
  scope: FragmentScope,
  { offset, limit }: Page,
): Fragment[] {
  const { versionId, transcriptId, transcriptTitle, participantId, participantCode } = version;
  const text = must(textOfVersion(db, versionId), 'a coding refers to a version');
  const turns = turnsOfVersion(db, versionId);
  const sections = sectionsOfVersion(db, versionId);
  const starts = lineStarts(text);
  return codingsOfVersion(db, versionId, scope)
    .slice(offset, offset + limit)
    .map((coding) => {
      const turn = firstTouched(turns, ({ labelStart }) => labelStart, coding);
      const section = firstTouched(sections, ({ headingStart }) => headingStart, coding);
      return {
        ...coding,
        transcriptId,
        transcriptTitle,
        participantId,
        participantCode,
        quotation: quotation(text, coding),
        speaker: turn?.speaker ?? null,
        turnNumber: turn?.number ?? null,
        ...linesOfRange(starts, coding),
        sectionTitle: section?.title ?? null,
      };
    });
}
