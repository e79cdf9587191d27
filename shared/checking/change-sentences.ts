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
  | {
      /** It is there, and all of it lies in a passage that does not count. */
      readonly kind: 'fragment left out';
      readonly words: string;
      readonly code: string;
      readonly source: string;
    }
  | {
      /** Lost: a correction took its passage out of the text. Elsewhere: it is there, and the cell no longer asks for it. */
      readonly kind: 'fragment lost' | 'fragment elsewhere';
      readonly words: string;
      readonly code: string;
      readonly source: string;
    }
  | {
      readonly kind: 'pole' | 'certainty';
      readonly words: string;
      readonly code: string;
      readonly source: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'with its transcript'; readonly fragments: number }
  | { readonly kind: 'withdrawn'; readonly fragments: number }
  | {
      readonly kind: 'definition';
      readonly code: string;
      readonly before: string | null;
      readonly after: string;
    }
  | {
      readonly kind: 'poles';
      readonly code: string;
      readonly before: string | null;
      readonly after: string;
    }
  | { readonly kind: 'case removed'; readonly name: string }
  | {
      readonly kind: 'value in';
      readonly name: string;
      readonly source: string;
      readonly after: string | null;
    }
  | {
      readonly kind: 'value out';
      readonly name: string;
      readonly source: string;
      readonly before: string | null;
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
  /** The words that it is about, where they are what they were. */
  readonly about?: string;
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
        after: null,
        about: change.words,
      };
    case 'fragment left out':
      return {
        title: `A fragment in ${change.source} coded “${change.code}” lies in a passage that is now left out of the analysis`,
        before: change.words,
        after: null,
      };
    case 'fragment lost':
      return {
        title: `The passage of a fragment in ${change.source} coded “${change.code}” was taken out of the text`,
        before: change.words,
        after: null,
      };
    case 'fragment elsewhere':
      return {
        title: `A fragment in ${change.source} coded “${change.code}” no longer counts in this cell`,
        before: change.words,
        after: null,
      };
    case 'pole':
    case 'certainty':
      return {
        title: `A fragment in ${change.source} coded “${change.code}” went from ${change.before} to ${change.after}`,
        before: null,
        after: null,
        about: change.words,
      };
    case 'with its transcript':
      return {
        title:
          change.fragments === 1
            ? 'A fragment was removed with its transcript'
            : `${change.fragments} fragments were removed with their transcript`,
        before: null,
        after: null,
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
    case 'poles':
      return {
        title: `The poles of “${change.code}” are named anew`,
        before: change.before,
        after: change.after,
      };
    case 'case removed':
      return {
        title: `A case that counted here for its ${change.name} was removed`,
        before: null,
        after: null,
      };
    case 'value in':
      return {
        title: `${change.name} of ${change.source} counts in this cell now`,
        before: null,
        after: change.after ?? 'no value',
      };
    case 'value out':
      return {
        title: `${change.name} of ${change.source} no longer counts in this cell`,
        before: change.before ?? 'no value',
        after: null,
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
  'fragment left out': ['fragment left out of the analysis', 'fragments left out of the analysis'],
  'fragment lost': ['fragment lost in a correction', 'fragments lost in a correction'],
  'fragment elsewhere': ['fragment that no longer counts here', 'fragments that no longer count here'],
  pole: ['pole changed', 'poles changed'],
  certainty: ['certainty changed', 'certainties changed'],
  'with its transcript': ['transcript removed', 'transcripts removed'],
  withdrawn: ['erasure', 'erasures'],
  definition: ['definition changed', 'definitions changed'],
  poles: ['pair of poles renamed', 'pairs of poles renamed'],
  'case removed': ['case removed', 'cases removed'],
  'value in': ['case that counts here now', 'cases that count here now'],
  'value out': ['case that no longer counts here', 'cases that no longer count here'],
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
