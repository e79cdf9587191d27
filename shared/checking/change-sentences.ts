import { assertNever } from '../assert.ts';

/** A difference in the inputs of a cell with the words that a person needs to judge it; null where they are gone. */
export type InputChange =
  | {
      readonly kind: 'fragment added';
      readonly words: string;
      readonly code: string;
      readonly source: string;
    }
  | {
      readonly kind: 'fragment removed';
      readonly words: string | null;
      readonly code: string | null;
      readonly source: string | null;
    }
  | {
      readonly kind: 'fragment reworded';
      readonly before: string | null;
      readonly after: string;
      readonly source: string;
    }
  | {
      readonly kind: 'fragment recoded';
      readonly words: string;
      readonly before: string;
      readonly after: string;
      readonly source: string;
    }
  | { readonly kind: 'withdrawn'; readonly fragments: number }
  | {
      readonly kind: 'definition';
      readonly code: string;
      readonly before: string | null;
      readonly after: string;
    }
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly source: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'cell added'; readonly cell: string }
  | { readonly kind: 'cell removed'; readonly cell: string }
  | {
      readonly kind: 'cell changed';
      readonly cell: string;
      readonly before: string | null;
      readonly after: string;
    }
  | { readonly kind: 'cell stale'; readonly cell: string };

export interface ChangeSentence {
  readonly title: string;
  /** The words before and after, where there are any. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a person reads in the list of what changed. */
export function changeSentence(change: InputChange): ChangeSentence {
  switch (change.kind) {
    case 'fragment added':
      return {
        title: `New fragment in ${change.source}, coded “${change.code}”`,
        before: null,
        after: change.words,
      };
    case 'fragment removed':
      return {
        title: `A fragment${change.source === null ? '' : ` in ${change.source}`}${change.code === null ? '' : ` coded “${change.code}”`} is no longer there`,
        before: change.words,
        after: null,
      };
    case 'fragment reworded':
      return {
        title: `A fragment in ${change.source} has other words`,
        before: change.before,
        after: change.after,
      };
    case 'fragment recoded':
      return {
        title: `A fragment in ${change.source} was recoded from “${change.before}” to “${change.after}”`,
        before: null,
        after: change.words,
      };
    case 'withdrawn':
      return {
        title:
          change.fragments === 1
            ? 'A fragment was erased, with all that was known of it'
            : `${change.fragments} fragments were erased, with all that was known of them`,
        before: null,
        after: null,
      };
    case 'definition':
      return {
        title: `“${change.code}” is defined anew`,
        before: change.before,
        after: change.after,
      };
    case 'value':
      return {
        title: `${change.name} of ${change.source} is another`,
        before: change.before ?? 'no value',
        after: change.after ?? 'no value',
      };
    case 'cell added':
      return { title: `It now draws on ${change.cell} too`, before: null, after: null };
    case 'cell removed':
      return { title: `It no longer draws on ${change.cell}`, before: null, after: null };
    case 'cell changed':
      return { title: `${change.cell} says something else`, before: change.before, after: change.after };
    case 'cell stale':
      return { title: `${change.cell}, which it draws on, is stale itself`, before: null, after: null };
    default:
      return assertNever(change);
  }
}

const NAMES: Readonly<Record<InputChange['kind'], readonly [one: string, more: string]>> = {
  'fragment added': ['fragment added', 'fragments added'],
  'fragment removed': ['fragment removed', 'fragments removed'],
  'fragment reworded': ['fragment reworded', 'fragments reworded'],
  'fragment recoded': ['fragment recoded', 'fragments recoded'],
  withdrawn: ['erasure', 'erasures'],
  definition: ['definition changed', 'definitions changed'],
  value: ['attribute value changed', 'attribute values changed'],
  'cell added': ['cell added', 'cells added'],
  'cell removed': ['cell removed', 'cells removed'],
  'cell changed': ['cell changed', 'cells changed'],
  'cell stale': ['cell stale', 'cells stale'],
};

/** In one line and without anybody's words: `2 fragments added, 1 definition changed`. This may be kept for ever. */
export function countChanges(kinds: readonly InputChange['kind'][]): string {
  const groups = Map.groupBy(kinds, (kind) => kind);
  return [...groups]
    .map(([kind, { length }]) => `${length.toLocaleString('en')} ${NAMES[kind][length === 1 ? 0 : 1]}`)
    .join(', ');
}
