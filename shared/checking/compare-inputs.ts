import {
  SITE_UID,
  valueKey,
  type CellInputs,
  type InputCell,
  type InputCode,
  type InputFragment,
  type InputValue,
} from './cell-inputs.ts';

/** One thing that is not as it was when somebody last stood by the claim. */
export type InputDifference =
  | { readonly kind: 'fragment added'; readonly now: InputFragment }
  | { readonly kind: 'fragment removed'; readonly was: InputFragment }
  | { readonly kind: 'fragment reworded'; readonly was: InputFragment; readonly now: InputFragment }
  | { readonly kind: 'fragment recoded'; readonly was: InputFragment; readonly now: InputFragment }
  | { readonly kind: 'pole'; readonly was: InputFragment; readonly now: InputFragment }
  | { readonly kind: 'certainty'; readonly was: InputFragment; readonly now: InputFragment }
  | { readonly kind: 'definition'; readonly was: InputCode; readonly now: InputCode }
  | { readonly kind: 'poles'; readonly was: InputCode; readonly now: InputCode }
  | { readonly kind: 'value'; readonly was: InputValue | null; readonly now: InputValue | null }
  | { readonly kind: 'cell added'; readonly now: InputCell }
  | { readonly kind: 'cell removed'; readonly was: InputCell }
  | { readonly kind: 'cell changed'; readonly was: InputCell; readonly now: InputCell }
  | { readonly kind: 'cell stale'; readonly now: InputCell };

/**
 * What changed from `then` to `now`. A claim is stale when this list is not empty. A fragment that a new version of its
 * transcript has moved along is unchanged as long as its words are; a code that came or went with its fragments is told
 * by them.
 */
export function compareInputs(then: CellInputs, now: CellInputs): readonly InputDifference[] {
  return [
    ...fragmentDifferences(then.fragments, now.fragments),
    ...definitionDifferences(then.codes, now.codes),
    ...valueDifferences(then.values, now.values),
    ...cellDifferences(then.cells, now.cells),
  ];
}

function fragmentDifferences(
  then: readonly InputFragment[],
  now: readonly InputFragment[],
): InputDifference[] {
  const { added, removed, both } = pair(then, now, ({ uid }) => uid);
  return [
    ...added.map((fragment) => ({ kind: 'fragment added', now: fragment }) as const),
    ...removed.map((fragment) => ({ kind: 'fragment removed', was: fragment }) as const),
    ...both.flatMap(([before, after]): InputDifference[] => [
      ...(isReworded(before, after) ? [{ kind: 'fragment reworded', was: before, now: after } as const] : []),
      ...(before.codeUid === after.codeUid
        ? []
        : [{ kind: 'fragment recoded', was: before, now: after } as const]),
      ...(isOther(before.weight, after.weight) ? [{ kind: 'pole', was: before, now: after } as const] : []),
      ...(isOther(before.certainty, after.certainty)
        ? [{ kind: 'certainty', was: before, now: after } as const]
        : []),
    ]),
  ];
}

/** What was not kept at the time is not held against the claim. */
function isOther<Value>(then: Value | undefined, now: Value | undefined): boolean {
  return then !== undefined && now !== undefined && then !== now;
}

/** In one version of a text, other positions are another passage even where the words are the same. */
function isReworded(then: InputFragment, now: InputFragment): boolean {
  if (then.words !== now.words) return true;
  return then.versionUid === now.versionUid && (then.start !== now.start || then.end !== now.end);
}

function definitionDifferences(then: readonly InputCode[], now: readonly InputCode[]): InputDifference[] {
  return pair(then, now, ({ uid }) => uid).both.flatMap(([before, after]): InputDifference[] => [
    ...(before.wording === after.wording ? [] : [{ kind: 'definition', was: before, now: after } as const]),
    ...(isOther(before.poles, after.poles) ? [{ kind: 'poles', was: before, now: after } as const] : []),
  ]);
}

function valueDifferences(then: readonly InputValue[], now: readonly InputValue[]): InputDifference[] {
  const { added, removed, both } = pair(then, now, valueKey);
  // Sites were no inputs at first: what was kept then says nothing of them.
  const knewSites = then.some(({ attributeUid }) => attributeUid === SITE_UID);
  const told = added.filter(({ attributeUid }) => knewSites || attributeUid !== SITE_UID);
  return [
    ...told.map((value) => ({ kind: 'value', was: null, now: value }) as const),
    ...removed.map((value) => ({ kind: 'value', was: value, now: null }) as const),
    ...both
      .filter(([before, after]) => before.value !== after.value)
      .map(([before, after]) => ({ kind: 'value', was: before, now: after }) as const),
  ];
}

function cellDifferences(then: readonly InputCell[], now: readonly InputCell[]): InputDifference[] {
  const { added, removed, both } = pair(then, now, ({ uid }) => uid);
  return [
    ...added.map((cell) => ({ kind: 'cell added', now: cell }) as const),
    ...removed.map((cell) => ({ kind: 'cell removed', was: cell }) as const),
    ...both.flatMap(([before, after]): InputDifference[] => {
      if (before.claim !== after.claim) return [{ kind: 'cell changed', was: before, now: after }];
      // Out of date already when somebody stood by this claim: they knew.
      return after.isStale && !before.isStale ? [{ kind: 'cell stale', now: after }] : [];
    }),
  ];
}

interface Pairs<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly both: readonly (readonly [was: Item, now: Item])[];
}

function pair<Item>(then: readonly Item[], now: readonly Item[], key: (item: Item) => string): Pairs<Item> {
  const before = new Map(then.map((item) => [key(item), item]));
  const after = new Map(now.map((item) => [key(item), item]));
  return {
    added: [...after].flatMap(([name, item]) => (before.has(name) ? [] : [item])),
    removed: [...before].flatMap(([name, item]) => (after.has(name) ? [] : [item])),
    both: [...before].flatMap(([name, item]) => {
      const found = after.get(name);
      return found === undefined ? [] : [[item, found] as const];
    }),
  };
}
