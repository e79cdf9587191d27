import { expect, test } from 'vitest';
import { parseCodebook } from '#shared/codebook/codebook-json.ts';
import { findTemplate, listTemplates } from '#shared/codebook/codebook-templates.ts';
import { jsonErrorLine } from '#shared/codebook/json-error-line.ts';

function problemsOf(json: string): readonly string[] {
  try {
    parseCodebook('codes.json', json);
  } catch (error) {
    expect(error).toMatchObject({ code: 'codebook-invalid', detail: { name: 'codes.json' } });
    return (error as { detail: { problems: string[] } }).detail.problems;
  }
  return [];
}

const problemsIn = (...codes: readonly unknown[]) => problemsOf(JSON.stringify({ name: 'X', codes }));

test('the template Networks and motives has 47 codes of eight kinds', () => {
  expect(listTemplates()).toEqual([
    {
      id: 'networks-and-motives',
      name: 'Networks and motives',
      source: expect.stringContaining('Van den Beemt'),
      codes: 47,
    },
  ]);
  const { codes } = findTemplate('networks-and-motives')!;
  const kinds = Object.entries(Object.groupBy(codes, ({ kind }) => kind)).map(([kind, of]) => [
    kind,
    of.length,
  ]);
  expect(Object.fromEntries(kinds)).toEqual({
    theme: 3,
    dimension: 4,
    indicator: 14,
    group: 3,
    cost: 5,
    reward: 7,
    'symbolic motive': 8,
    degree: 3,
  });
  expect(findTemplate('no-such')).toBeUndefined();
  expect(findTemplate('toString')).toBeUndefined();
});

test('lists a child after its parent, whatever the order of the file', () => {
  const { codes } = parseCodebook(
    'codes.json',
    JSON.stringify({
      codes: [
        { id: 'a.1', parent: 'a', name: 'One' },
        { id: 'b', name: 'B' },
        { id: 'a', name: ' A ', phrases: ['x', ' x', ''] },
      ],
    }),
  );
  expect(codes.map(({ id, name, kind, phrases }) => [id, name, kind, phrases])).toEqual([
    ['b', 'B', 'code', []],
    ['a', 'A', 'code', ['x']],
    ['a.1', 'One', 'code', []],
  ]);
});

test('names every problem of a file, so that it can be mended', () => {
  const code = { id: 'a', name: 'A' };
  expect(problemsIn(code, { id: 'a', name: 'B' })).toEqual(['The id “a” is given to more than one code.']);
  expect(problemsIn({ ...code, parent: 'x' })).toEqual(['Code “a”: its parent “x” is not in the file.']);
  expect(problemsIn({ ...code, parent: 'b' }, { id: 'b', name: 'B', parent: 'a' })).toEqual([
    'Code “a” lies inside itself.',
    'Code “b” lies inside itself.',
  ]);
  expect(problemsIn({ ...code, parent: 'a' })).toEqual(['Code “a” lies inside itself.']);
  expect(problemsIn({ ...code, kind: 'motive' })[0]).toMatch(
    /^Code “a”: “motive” is not a kind of code; a kind is theme,/,
  );
  const poles = ['Code “a”: poles are two texts: the low one and the high one.'];
  expect(problemsIn({ ...code, poles: ['low'] })).toEqual(poles);
  expect(problemsIn({ ...code, poles: ['low', ' '] })).toEqual(poles);
  expect(problemsIn({ ...code, poles: 'low' })).toEqual(poles);
  expect(problemsIn(code, { name: 'B' }, { id: 'c', name: '  ' }, 7)).toEqual([
    'Code number 2: it has no id.',
    'Code “c”: it has no name.',
    'Code number 4: it is not an object with id and name.',
  ]);
  expect(problemsIn(code, { id: 'b', name: 'a' })).toEqual([
    'Code “b”: there is already a code “a” at that place.',
  ]);
  expect(problemsIn({ ...code, color: 'red' })).toEqual(['Code “a”: color: a colour is written as #rrggbb.']);
  expect(problemsIn()).toEqual(['Its list of codes is empty.']);
  expect(problemsOf('[]')).toEqual(['It is JSON, but it has no list “codes”.']);
  const many = problemsIn(...Array.from({ length: 11 }, () => ({ name: 'x' })));
  expect(many).toHaveLength(9);
  expect(many.at(-1)).toBe('And 3 more.');
});

test('says in which line a file stops being JSON', () => {
  expect(problemsOf('{\n "codes": [\n  {"id": "a",}\n ]\n}')).toEqual(['It stops being JSON at line 3.']);
  const broken: readonly (readonly [string, number])[] = [
    ['', 1],
    ['{"a": 1', 1],
    ['{"a": 1,\n\n  b: 2}', 3],
    ['[1, 2\n 3]', 2],
    ['{"a": "line\nbreak"}', 1],
    ['{"a": tru}', 1],
    ['[1]\n\nx', 3],
    ["{\n'a': 1}", 2],
    ['['.repeat(5000), 1],
  ];
  for (const [text, line] of broken) {
    expect(() => JSON.parse(text) as unknown, text.slice(0, 40)).toThrow(SyntaxError);
    expect(jsonErrorLine(text), text.slice(0, 40)).toBe(line);
  }
});

test('takes for JSON what the engine takes for JSON', () => {
  const sound = [
    '{}',
    ' [ ] ',
    '-1.5e+3',
    '"\\u00e9\\n"',
    '{"a":[true,null,{"b":"x"}]}',
    JSON.stringify({ é: ['😀'] }),
  ];
  for (const text of sound) expect(jsonErrorLine(text), text).toBeNull();
});
