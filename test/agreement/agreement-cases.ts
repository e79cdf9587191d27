import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '#test/support/test-core.ts';

export interface Expected {
  readonly coefficient: string;
  readonly value: number | null;
}

interface Case<Kind extends string, Data> {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly data: Data;
  readonly expected: readonly Expected[];
}

type Coded = readonly [start: number, end: number, code: string];
type Lengthy = readonly [start: number, length: number, code?: string];

export type AgreementCase =
  | Case<
      'units',
      | {
          readonly coders: readonly string[];
          readonly rows: readonly (readonly (string | number | null)[])[];
        }
      | { readonly counts_units_by_category: readonly (readonly number[])[] }
    >
  | Case<'contingency', { readonly table_rows_coder1_cols_coder2: readonly (readonly number[])[] }>
  | Case<
      'unitizing-2016',
      { readonly length: number; readonly coders: Readonly<Record<string, readonly Coded[]>> }
    >
  | Case<
      'unitizing-2004',
      {
        readonly begin: number;
        readonly length: number;
        readonly coders: Readonly<Record<string, readonly Lengthy[]>>;
      }
    >
  | Case<
      'gamma',
      {
        readonly alpha: number;
        readonly beta: number;
        readonly delta_empty: number;
        readonly coders: Readonly<Record<string, readonly Coded[]>>;
      }
    >;

/** Worked examples from publications and other programs, with the values that the formulas give in exact fractions. */
export const agreementCases = (
  JSON.parse(fs.readFileSync(path.join(REPOSITORY, 'test/fixtures/agreement-cases.json'), 'utf8')) as {
    readonly cases: readonly AgreementCase[];
  }
).cases;

export function casesOf<Kind extends AgreementCase['kind']>(
  kind: Kind,
): readonly Extract<AgreementCase, { readonly kind: Kind }>[] {
  return agreementCases.filter(
    (item): item is Extract<AgreementCase, { readonly kind: Kind }> => item.kind === kind,
  );
}
