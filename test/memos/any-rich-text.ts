import * as fc from 'fast-check';
import { linkKinds } from '#shared/memos/linked-things.ts';
import type { Block, Inline, List, RichText, TextRun } from '#shared/memos/rich-text.ts';

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('# a', '- b', '1. c', '> d', '*e*', '<b>&"\'', '  ', '[x](y)', 'zoë 👩‍👩‍👧‍👦', '`g`'),
);

const mark = fc.constantFrom<Pick<TextRun, 'bold' | 'italic'>>(
  {},
  { bold: true },
  { italic: true },
  { bold: true, italic: true },
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(words, mark).map(([text, marks]): Inline => ({ type: 'text', text, ...marks })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...linkKinds), fc.uuid(), words)
      .map(([kind, uid, name]): Inline => ({ type: 'link', kind, uid, name })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
);

const children = fc.array(inline, { maxLength: 5 });

const { list } = fc.letrec<{ list: List; below: List | undefined }>((tie) => ({
  list: fc
    .tuple(fc.boolean(), fc.array(fc.tuple(children, tie('below')), { minLength: 1, maxLength: 3 }))
    .map(([ordered, items]) => ({
      type: 'list',
      ordered,
      items: items.map(([line, below]) => ({ children: line, ...(below === undefined ? {} : { below }) })),
    })),
  below: fc.oneof({ maxDepth: 2, withCrossShrink: true }, fc.constant(undefined), tie('list')),
}));

const block: fc.Arbitrary<Block> = fc.oneof(
  children.map((line): Block => ({ type: 'paragraph', children: line })),
  fc
    .tuple(fc.constantFrom<1 | 2 | 3>(1, 2, 3), children)
    .map(([level, line]): Block => ({ type: 'heading', level, children: line })),
  children.map((line): Block => ({ type: 'quote', children: line })),
  list,
);

/** Any text that the format allows. */
export const anyRichText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 6 });
