import type { CodebookSnapshot } from '../codebook/codebook-snapshot.ts';
import type { AgreementResult } from './agreement-result.ts';
import type { Variable } from './compared.ts';
import type { OverlapRule, UnitKind } from './unit-rules.ts';

/** Everything that has to stand beside a figure for it to mean something, and the figures. */
export interface AgreementReport {
  readonly coders: readonly string[];
  readonly unitKind: UnitKind;
  readonly overlap: OverlapRule;
  /** Whose spans are the units. */
  readonly unitCoder: string | null;
  readonly withInterviewer: boolean;
  /** `version 3 (after round 1)`, or that the codebook was not frozen. */
  readonly codebook: string;
  readonly transcripts: readonly { readonly id: number; readonly title: string }[];
  /** Asked for, and not compared by all: who has not finished them. */
  readonly leftOut: readonly { readonly title: string; readonly missing: readonly string[] }[];
  readonly codes: readonly ReportCode[];
  readonly structuralLeftOut: number;
  readonly allowMissing: boolean;
  readonly result: AgreementResult;
}

export interface ReportCode {
  readonly uid: string;
  readonly name: string;
  /** Names from the top down, itself included. */
  readonly path: readonly string[];
}

export interface VariablesOfCodebook {
  readonly codes: readonly ReportCode[];
  readonly variables: readonly Variable[];
  readonly labels: readonly {
    readonly code: number | null;
    readonly hasPoles: boolean;
    readonly valueNames: readonly string[];
  }[];
  readonly structuralLeftOut: number;
}

/**
 * What of a codebook is compared: each code, each code that has others below it once more together with these, each
 * exclusive domain, and any code against none. Structural codes say where one is in the interview and not what it means:
 * they are left out unless they are asked for by name.
 */
export function variablesOf(
  codebook: CodebookSnapshot,
  asked: readonly string[] | null,
): VariablesOfCodebook {
  const byUid = new Map(codebook.codes.map((code) => [code.uid, code]));
  const wanted = codebook.codes.filter(({ uid, kind }) =>
    asked === null ? kind !== 'structural' : asked.includes(uid),
  );
  const place = new Map(wanted.map(({ uid }, index) => [uid, index]));
  const pathTo = (uid: string): readonly string[] => {
    const code = byUid.get(uid);
    if (code === undefined) return [];
    return [...(code.parentUid === null ? [] : pathTo(code.parentUid)), code.name];
  };
  const below = (uid: string): readonly number[] =>
    codebook.codes
      .filter(({ parentUid }) => parentUid === uid)
      .flatMap((child) => [
        ...(place.has(child.uid) ? [place.get(child.uid) ?? -1] : []),
        ...below(child.uid),
      ]);
  const codes = wanted.map(({ uid, name }): ReportCode => ({ uid, name, path: pathTo(uid) }));
  const variables: Variable[] = [];
  const labels: VariablesOfCodebook['labels'][number][] = [];
  wanted.forEach(({ name, poles }, index) => {
    variables.push({ kind: 'code', name, values: [new Set([index])] });
    labels.push({ code: index, hasPoles: poles !== '', valueNames: [] });
  });
  wanted.forEach(({ uid, name }, index) => {
    const children = below(uid);
    if (children.length === 0) return;
    variables.push({ kind: 'parent', name, values: [new Set([index, ...children])] });
    labels.push({ code: index, hasPoles: false, valueNames: [] });
  });
  const domains = new Set(wanted.flatMap((code) => code.domains));
  for (const domain of domains) {
    const members = wanted.filter((code) => code.domains.includes(domain));
    if (members.length < 2) continue;
    variables.push({
      kind: 'domain',
      name: domain,
      values: members.map(({ uid }) => new Set([place.get(uid) ?? -1])),
    });
    labels.push({ code: null, hasPoles: false, valueNames: members.map(({ name }) => name) });
  }
  variables.push({ kind: 'any code', name: 'Any code', values: [new Set(wanted.keys())] });
  labels.push({ code: null, hasPoles: false, valueNames: [] });
  return {
    codes,
    variables,
    labels,
    structuralLeftOut: asked === null ? codebook.codes.length - wanted.length : 0,
  };
}
