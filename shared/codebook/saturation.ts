import type { CodeId, TranscriptId } from '../ids.ts';

/** The first time that a code was applied in a transcript. */
export interface FirstUse {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly codeId: CodeId;
  /** ISO 8601. */
  readonly at: string;
}

/** A moment at which the wording of a code was changed. */
export interface WordingChange {
  readonly codeId: CodeId;
  readonly at: string;
}

export interface SaturationStep {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  /** Different codes applied in it. */
  readonly codes: number;
  /** Of these, the ones that no transcript before had. */
  readonly fresh: readonly CodeId[];
  /** Codes whose wording was changed after its coding began and before that of the next one. */
  readonly changed: readonly CodeId[];
}

/** Transcripts in the order in which their coding began. */
export type Saturation = readonly SaturationStep[];

/**
 * How the codebook settled: a study is said to be saturated when transcript after transcript brings nothing new. Counted
 * over everybody's codings, because a code that a colleague already used is not new.
 */
export function saturation(uses: readonly FirstUse[], changes: readonly WordingChange[]): Saturation {
  const byTranscript = [...Map.groupBy(uses, ({ transcriptId }) => transcriptId).values()]
    .map((own) => own.toSorted((a, b) => compare(a.at, b.at)))
    .toSorted((a, b) => compare(a[0]?.at ?? '', b[0]?.at ?? ''));
  const seen = new Set<CodeId>();
  return byTranscript.flatMap((own, index) => {
    const [first] = own;
    if (first === undefined) return [];
    const until = byTranscript[index + 1]?.[0]?.at;
    const fresh = own.map(({ codeId }) => codeId).filter((codeId) => !seen.has(codeId));
    for (const codeId of fresh) seen.add(codeId);
    const during = changes.filter(({ at }) => at >= first.at && (until === undefined || at < until));
    const changed = [...new Set(during.map(({ codeId }) => codeId))];
    const { transcriptId, title } = first;
    return [{ transcriptId, title, codes: own.length, fresh, changed }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
