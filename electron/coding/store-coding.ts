import type { Certainty } from '#shared/coding/coding-contract.ts';
import type { CodeId, CoderId, CodingId, LayerId, VersionId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { insertCoding } from './coding-sql.ts';

export interface NewCoding {
  /** The identity that it brings along from another file; left out: a new one. */
  readonly uid?: string;
  readonly layerId: LayerId;
  readonly versionId: VersionId;
  readonly codeId: CodeId;
  /** UTF-16 code units of the version's text, half-open, at grapheme boundaries. */
  readonly start: number;
  readonly end: number;
  readonly weight?: number | null;
  readonly certainty?: Certainty | null;
  readonly goodQuotation?: boolean;
  readonly memo?: string;
  readonly translation?: string;
  readonly translatorId?: CoderId | null;
  /** Left out: now. */
  readonly createdAt?: string;
}

/**
 * Stores one coding, in any layer. For work in bulk (the sample study, an import), which has checked its ranges and
 * codes itself; what a person does goes through `coding.apply`.
 */
export function storeCoding(
  context: Pick<MutationContext, 'db' | 'newUid' | 'now'>,
  coding: NewCoding,
): CodingId {
  return insertCoding(context.db, coding.uid ?? context.newUid(), {
    layerId: coding.layerId,
    versionId: coding.versionId,
    codeId: coding.codeId,
    start: coding.start,
    end: coding.end,
    weight: coding.weight ?? null,
    certainty: coding.certainty ?? null,
    goodQuotation: coding.goodQuotation ?? false,
    memo: coding.memo ?? '',
    translation: coding.translation ?? '',
    translatorId: coding.translatorId ?? null,
    createdAt: coding.createdAt ?? context.now(),
  });
}
