import * as fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import { readQde } from '#shared/exchange/read-qde.ts';
import { writeQdc } from '#shared/exchange/write-qdc.ts';
import { codePointsBefore, writeQde } from '#shared/exchange/write-qde.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { parseXml } from '#electron/exchange/parse-xml.ts';
import { NOTHING_TO_DECIDE } from '#shared/exchange/decide-positions.ts';
import { temporaryFolder } from '#test/support/test-core.ts';
import { guid } from './foreign-files.ts';

const SIGNS = ['a', 'b ', 'é', 'e\u0301', '😀', '👩‍👩‍👧', '\n', '<', '&', '"', "'", ' ', 'ñ', 'الس', '\t', '漢'];

const words = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 30 })
  .map((parts) => `x${parts.join('')}x`);
const line = fc
  .array(fc.constantFrom('a', '😀', '<b>', '&', '"', 'é'), { minLength: 1, maxLength: 6 })
  .map((parts) => `n${parts.join('')}`);

const projects: fc.Arbitrary<ForeignProject> = fc
  .record({
    name: line,
    texts: fc.array(
      fc.tuple(words, fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(3)), { maxLength: 6 })),
      { minLength: 1, maxLength: 3 },
    ),
    codeNames: fc.array(line, { minLength: 4, maxLength: 4 }),
    notes: fc.array(fc.tuple(line, words, fc.nat(3)), { maxLength: 3 }),
    values: fc.array(fc.constantFrom('yes', 'no'), { minLength: 1, maxLength: 3 }),
  })
  .map(({ name, texts, codeNames, notes, values }) => ({
    program: 'Crosscase',
    name,
    description: '',
    users: [{ guid: guid(1), name: 'Ada' }],
    codes: codeNames
      .map((codeName, index) => ({
        guid: guid(10 + index),
        parentGuid: index === 0 ? null : guid(10 + Math.floor((index - 1) / 2)),
        name: codeName,
        description: codeName,
        color: '#00ff7f',
        isCodable: index > 0,
      }))
      .toSorted((a, b) => order(a.guid) - order(b.guid)),
    variables: [{ guid: guid(20), name: 'active', description: '', type: 'yes/no' as const }],
    cases: values.map((value, index) => ({
      guid: guid(30 + index),
      name: `T${index}`,
      description: '',
      values: [[guid(20), value] as const],
      textGuids: index === 0 ? [guid(400)] : [],
    })),
    texts: texts.map(([text, marks], number) => ({
      guid: guid(400 + number),
      name: `Text ${number}`,
      description: '',
      text,
      values: [],
      passages: marks.flatMap(([from, to, code], index) => {
        const start = from % text.length;
        const end = Math.min(text.length, start + 1 + (to % text.length));
        const range = snapOutwards(text, { start, end });
        return {
          guid: guid(1000 + number * 100 + index),
          range,
          placing: 'position' as const,
          words: text.slice(range.start, range.end),
          description: '',
          codings: [
            {
              guid: guid(5000 + number * 100 + index),
              codeGuid: guid(10 + code),
              userGuid: guid(1),
              at: '2024-05-01T10:00:00.000Z',
            },
          ],
        };
      }),
      decision: NOTHING_TO_DECIDE,
    })),
    notes: notes.map(([noteName, text, code], index) => ({
      guid: guid(7000 + index),
      name: noteName,
      text,
      userGuid: guid(1),
      at: '2024-05-01T10:00:00.000Z',
      about: index === 0 ? [] : [guid(10 + code)],
    })),
    sets: [],
    links: [{ guid: guid(8000), name: '', fromGuid: guid(11), toGuid: guid(12) }],
    findings: [],
  }));

/** Pre-order of the tree of four: 10 · 11 · 13 · 12. */
function order(code: string): number {
  return [guid(10), guid(11), guid(13), guid(12)].indexOf(code);
}

test('what is written is read back the same: texts, codes, codings, cases, notes, with any sign in them', () => {
  fc.assert(
    fc.property(projects, (project) => {
      const { xml, sources } = writeQde(project, 'Crosscase', '2026-01-01T00:00:00Z');
      const { root } = parseXml(Buffer.from(xml), 'project.qde');
      const read = readQde(root, {
        textAt: (place) => sources.get(place.replace('internal://', 'sources/')) ?? null,
        newGuid: () => guid(99_999),
      });
      const comparable = ({ texts, program: _program, ...rest }: ForeignProject) => ({
        ...rest,
        texts: texts.map(({ decision: _decision, passages, ...text }) => ({
          ...text,
          passages: passages.map(({ placing: _placing, words: _words, ...passage }) => passage),
        })),
      });
      expect(comparable(read)).toEqual(comparable(project));
    }),
    { numRuns: 150 },
  );
});

test('code points are counted as an iterator of the language counts them', () => {
  fc.assert(
    fc.property(words, fc.nat(60), (text, at) => {
      const whole = snapOutwards(text, { start: at % text.length, end: text.length }).start;
      expect(codePointsBefore(text)[whole]).toBe(Array.from(text.slice(0, whole)).length);
    }),
  );
});

const hasXmllint = spawnsXmllint();

test.skipIf(!hasXmllint)(
  'an independent validator accepts both files against the schemas of the standard',
  () => {
    const folder = temporaryFolder();
    const fixtures = path.join(import.meta.dirname, '../fixtures/refi-qda');
    for (const project of fc.sample(projects, { numRuns: 20, seed: 7 })) {
      const { xml } = writeQde(project, 'Crosscase', '2026-01-01T00:00:00Z');
      const qdc = writeQdc(
        project.codes,
        [{ guid: guid(3), name: 'S', description: '', codeGuids: [guid(10)], textGuids: [], noteGuids: [] }],
        'Crosscase',
      );
      for (const [schema, content] of [
        ['Project.xsd', xml],
        ['Codebook.xsd', qdc],
      ] as const) {
        const file = path.join(folder, 'file.xml');
        fs.writeFileSync(file, content);
        execFileSync('xmllint', ['--noout', '--schema', path.join(fixtures, schema), file], {
          stdio: 'pipe',
        });
      }
    }
  },
);

function spawnsXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
