import { flatten, type CodedText } from '#shared/agreement/compare-texts.ts';
import { variablesOf, type AgreementReport } from '#shared/agreement/agreement-report.ts';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import type { OverlapRule, UnitKind } from '#shared/agreement/unit-rules.ts';
import type { CodebookSnapshot } from '#shared/codebook/codebook-snapshot.ts';

export interface GatheredText extends CodedText {
  readonly id: number;
  readonly title: string;
}

/** Codings, texts and the rule by which they are compared, from a session or as they are now. */
export interface Gathered {
  readonly coders: readonly string[];
  readonly unitKind: UnitKind;
  readonly overlap: OverlapRule;
  readonly unitCoder: string | null;
  readonly withInterviewer: boolean;
  readonly codebook: { readonly name: string; readonly snapshot: CodebookSnapshot };
  /** Uids; null is all but the structural codes. */
  readonly codes: readonly string[] | null;
  readonly texts: readonly GatheredText[];
  readonly leftOut: AgreementReport['leftOut'];
  readonly allowMissing: boolean;
  readonly seed: number;
}

export function reportAgreement(
  gathered: Gathered,
  report: (done: number, total: number) => void,
): AgreementReport {
  const { coders, unitKind, overlap, texts, allowMissing, seed } = gathered;
  const { codes, variables, labels, structuralLeftOut } = variablesOf(
    gathered.codebook.snapshot,
    gathered.codes,
  );
  const places = new Map(codes.map(({ uid }, index) => [uid, index]));
  const result = measureAgreement(
    {
      coders: coders.length,
      transcripts: texts.map((text) => flatten(text, places)),
      variables,
      hasUnits: unitKind !== 'free spans',
      overlap,
      seed,
      allowMissing,
    },
    { coderNames: coders, variables: labels },
    report,
  );
  return {
    coders,
    unitKind,
    overlap,
    unitCoder: gathered.unitCoder,
    withInterviewer: gathered.withInterviewer,
    codebook: gathered.codebook.name,
    transcripts: texts.map(({ id, title }) => ({ id, title })),
    leftOut: gathered.leftOut,
    codes,
    structuralLeftOut,
    allowMissing,
    result,
  };
}
