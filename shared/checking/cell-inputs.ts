/**
 * What a claim rested on when somebody last stood by it. It holds identities and fingerprints and never words: what a
 * fragment or a definition said then is read from the journal, so nothing of a person who withdrew stays in here.
 * `id` is where the row was in this file, a hint for the journal; rows are told apart by `uid`.
 */
export interface CellInputs {
  readonly fragments: readonly InputFragment[];
  readonly codes: readonly InputCode[];
  readonly values: readonly InputValue[];
  readonly cells: readonly InputCell[];
}

export interface InputFragment {
  readonly uid: string;
  readonly id: number;
  readonly codeUid: string;
  readonly versionUid: string;
  readonly start: number;
  readonly end: number;
  /** Fingerprint of the words: the same words in a new version of the transcript are the same fragment. */
  readonly words: string;
  /** What the coder says of it, null where nothing; absent in what was kept before these were inputs. */
  readonly weight?: number | null;
  readonly certainty?: number | null;
}

export interface InputCode {
  readonly uid: string;
  readonly id: number;
  readonly name: string;
  /** Fingerprint of what the code, or the type of cases, means: definition, when to use it and when not. */
  readonly wording: string;
  /** Fingerprint of what its poles are called, empty for none; absent in what was kept before these were inputs. */
  readonly poles?: string;
}

/** As if it were an attribute: the site of a case, which puts it into a row of sites. */
export const SITE_UID = 'site';

/** What one case has of an attribute, or its place in a typology. */
export interface InputValue {
  readonly attributeUid: string;
  readonly participantUid: string;
  /** Of the row in `attribute_value` or `type_assignment`; null when the case has no value. */
  readonly id: number | null;
  readonly name: string;
  readonly value: string;
}

/** A cell of another matrix that this one is drawn from. */
export interface InputCell {
  readonly uid: string;
  readonly id: number;
  readonly column: string;
  /** Fingerprint of its summary and rating. */
  readonly claim: string;
  /** It was itself out of date. */
  readonly isStale: boolean;
}

export const NO_INPUTS: CellInputs = { fragments: [], codes: [], values: [], cells: [] };

type PackedFragment = readonly [
  uid: string,
  id: number,
  code: number,
  version: number,
  start: number,
  end: number,
  words: string,
  weight?: number | null,
  certainty?: number | null,
];

type Packed = readonly [
  fragments: readonly PackedFragment[],
  codes: readonly (readonly [string, number, string, string, string?])[],
  versions: readonly string[],
  values: readonly (readonly [string, string, number | null, string, string])[],
  cells: readonly (readonly [string, number, string, string, 0 | 1])[],
];

/**
 * The inputs as one short text, the same for the same inputs in whatever order they were found. Codes without a fragment
 * are in it too: a column's own codes say what was looked for.
 */
export function packInputs(inputs: CellInputs): string {
  const codes = byUid(inputs.codes);
  const codeNumber = new Map(codes.map(({ uid }, index) => [uid, index]));
  const versions = [...new Set(inputs.fragments.map(({ versionUid }) => versionUid))].toSorted();
  const versionNumber = new Map(versions.map((uid, index) => [uid, index]));
  const packed: Packed = [
    byUid(inputs.fragments).map(
      ({ uid, id, codeUid, versionUid, start, end, words, weight, certainty }): PackedFragment => [
        uid,
        id,
        codeNumber.get(codeUid) ?? -1,
        versionNumber.get(versionUid) ?? -1,
        start,
        end,
        words,
        ...(weight === undefined ? ([] as const) : ([weight, certainty ?? null] as const)),
      ],
    ),
    codes.map(({ uid, id, name, wording, poles }) => [
      uid,
      id,
      name,
      wording,
      ...(poles === undefined ? ([] as const) : ([poles] as const)),
    ]),
    versions,
    inputs.values
      .toSorted((a, b) => compareText(valueKey(a), valueKey(b)))
      .map(({ attributeUid, participantUid, id, name, value }) => [
        attributeUid,
        participantUid,
        id,
        name,
        value,
      ]),
    byUid(inputs.cells).map(({ uid, id, column, claim, isStale }) => [
      uid,
      id,
      column,
      claim,
      isStale ? 1 : 0,
    ]),
  ];
  return JSON.stringify(packed);
}

/** Reads what `packInputs` wrote. */
export function unpackInputs(text: string): CellInputs {
  // Written by the function above, into a column that nothing else writes.
  const [fragments, codes, versions, values, cells] = JSON.parse(text) as Packed;
  return {
    fragments: fragments.map(([uid, id, code, version, start, end, words, weight, certainty]) => ({
      uid,
      id,
      codeUid: codes[code]?.[0] ?? '',
      versionUid: versions[version] ?? '',
      start,
      end,
      words,
      ...(weight === undefined ? {} : { weight, certainty: certainty ?? null }),
    })),
    codes: codes.map(([uid, id, name, wording, poles]) => ({
      uid,
      id,
      name,
      wording,
      ...(poles === undefined ? {} : { poles }),
    })),
    values: values.map(([attributeUid, participantUid, id, name, value]) => ({
      attributeUid,
      participantUid,
      id,
      name,
      value,
    })),
    cells: cells.map(([uid, id, column, claim, stale]) => ({ uid, id, column, claim, isStale: stale === 1 })),
  };
}

export function valueKey({ attributeUid, participantUid }: InputValue): string {
  return `${participantUid} ${attributeUid}`;
}

function byUid<Item extends { readonly uid: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareText(a.uid, b.uid));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
