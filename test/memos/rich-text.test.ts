import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHtml } from '#shared/memos/html.ts';
import { toMarkdown } from '#shared/memos/markdown.ts';
import { memoExcerpt, memoHeading } from '#shared/memos/memo-heading.ts';
import { plainText } from '#shared/memos/plain-text.ts';
import {
  linkedUids,
  normalised,
  presentNames,
  richText,
  sameText,
  savedName,
  type RichText,
} from '#shared/memos/rich-text.ts';
import { anyRichText } from './any-rich-text.ts';

const document: RichText = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'Time & money' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'See ' },
      { type: 'link', kind: 'code', uid: 'u1', name: 'Time' },
      { type: 'text', text: ' and ' },
      { type: 'text', text: 'never ', bold: true },
      { type: 'text', text: 'alone', bold: true, italic: true },
      { type: 'break' },
      { type: 'text', text: '# no heading' },
    ],
  },
  { type: 'quote', children: [{ type: 'text', text: 'I <could> not' }] },
  {
    type: 'list',
    ordered: true,
    items: [
      {
        children: [{ type: 'text', text: 'first' }],
        below: { type: 'list', ordered: false, items: [{ children: [{ type: 'text', text: 'deeper' }] }] },
      },
      { children: [{ type: 'text', text: 'second' }] },
    ],
  },
];

test('is stored as JSON and read back the same', () => {
  fc.assert(
    fc.property(anyRichText, (any) => {
      const stored = JSON.stringify(normalised(any));
      const read = richText.parse(JSON.parse(stored));
      expect(read).toEqual(normalised(any));
      expect(JSON.stringify(normalised(read))).toBe(stored);
      expect(sameText(read, any)).toBe(true);
      expect(linkedUids(read)).toEqual(linkedUids(any));
    }),
  );
});

test('refuses what the format does not know', () => {
  const refused = [
    [{ type: 'table', children: [] }],
    [{ type: 'heading', level: 7, children: [] }],
    [{ type: 'paragraph', children: [{ type: 'text', text: 'x', onclick: 'y' }] }],
    [{ type: 'list', ordered: false, items: [] }],
    [{ type: 'paragraph', children: [{ type: 'link', kind: 'website', uid: 'u', name: 'n' }] }],
  ];
  for (const body of refused) expect(richText.safeParse(body).success).toBe(false);
});

/** Whatever was written, found without knowing the format: every text and every name. */
function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inside]) => (key === 'text' || key === 'name' ? String(inside) : written(inside)))
    .join('');
}

test('loses no word on the way to plain text', () => {
  fc.assert(
    fc.property(anyRichText, (any) => {
      expect(plainText(any, savedName).replaceAll(/\s/g, '')).toBe(written(any).replaceAll(/\s/g, ''));
    }),
  );
});

test('becomes HTML in which nothing that was written is markup', () => {
  expect(toHtml(document, savedName, 2)).toBe(
    [
      '<h3>Time &amp; money</h3>',
      '<p>See <span class="link" title="Code">Time</span> and <strong>never </strong><strong><em>alone</em></strong><br># no heading</p>',
      '<blockquote>I &lt;could&gt; not</blockquote>',
      '<ol><li>first<ul><li>deeper</li></ul></li><li>second</li></ol>',
    ].join('\n'),
  );
  const tags = /<\/?(?:h[1-6]|p|blockquote|ol|ul|li|strong|em|br|span(?: class="link" title="\w+")?)>/g;
  fc.assert(
    fc.property(anyRichText, (any) => {
      expect(toHtml(any, savedName).replaceAll(tags, '')).not.toMatch(/[<>]/);
    }),
  );
});

test('becomes Markdown in which what was written is not syntax', () => {
  expect(
    toMarkdown(document, presentNames({ links: [{ uid: 'u1', name: 'Hours_*' }], brokenLinks: [] })),
  ).toBe(
    [
      '## Time \\& money',
      '',
      'See Hours\\_\\* and **never** **_alone_**\\',
      '\\# no heading',
      '',
      '> I \\<could\\> not',
      '',
      '1. first',
      '   - deeper',
      '2. second',
    ].join('\n'),
  );
  const starts = ['- a', '+ a', '1. a', '1) a', '> a', '# a', '---', '===', '    code', '~~~', '| a |'];
  for (const text of starts) {
    const markdown = toMarkdown([{ type: 'paragraph', children: [{ type: 'text', text }] }], savedName);
    expect(markdown).not.toMatch(/^\s*([-+#>=~|]|\d+[.)]| {4})/);
  }
});

test('names what was removed', () => {
  expect(
    plainText(document, presentNames({ links: [], brokenLinks: [{ uid: 'u1', name: 'Hours' }] })).split(
      '\n',
    )[1],
  ).toBe('See Hours (removed) and never alone');
});

test('a memo is called by its title, or else by how it begins', () => {
  expect(memoHeading(' A title ', 'Text')).toBe('A title');
  expect(memoHeading('', '\nFirst line\nSecond')).toBe('First line');
  expect(memoHeading('', '  ')).toBe('Empty memo');
  expect(memoHeading('', `${'a'.repeat(79)}👩‍👩‍👧‍👦 and more`)).toBe(`${'a'.repeat(79)}👩‍👩‍👧‍👦…`);
  expect(memoExcerpt('', 'First line\nSecond\nthird')).toBe('Second third');
  expect(memoExcerpt('Title', 'First line\nSecond')).toBe('First line Second');
});
