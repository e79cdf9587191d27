import type { CodingToReview } from '#shared/codebook/code-depth-contract.ts';
import type { VersionId } from '#shared/ids.ts';
import { quotation } from '#shared/text/text-range.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { CodingPlaceRow } from './reorganise-sql.ts';

/** Codings with their words; each transcript is opened once. */
export function withWords(db: ReadableDb, rows: readonly CodingPlaceRow[]): CodingToReview[] {
  const texts = new Map<VersionId, string>();
  return rows.map((row) => {
    const text = texts.get(row.versionId) ?? readVersionText(db, row.versionId) ?? '';
    texts.set(row.versionId, text);
    return {
      codingId: row.codingId,
      codeId: row.codeId,
      transcriptId: row.transcriptId,
      source: sourceOf(row),
      quotation: quotation(text, row),
      createdAt: row.createdAt,
    };
  });
}

export function sourceOf({
  participantCode,
  title,
}: Pick<CodingPlaceRow, 'participantCode' | 'title'>): string {
  return participantCode === null || participantCode === title ? title : `${participantCode} · ${title}`;
}
