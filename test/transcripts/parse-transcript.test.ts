import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';
import { findHeadings } from '#shared/transcripts/headings.ts';
import { guessParticipantCode } from '#shared/transcripts/participant-code.ts';
import { parseSections } from '#shared/transcripts/parse-sections.ts';
import { nearDuplicates } from '#shared/transcripts/near-duplicates.ts';
import { parseTranscript, type StructureOptions } from '#shared/transcripts/parse-transcript.ts';
import { parseTurns } from '#shared/transcripts/parse-turns.ts';
import { interviewText } from '#test/support/interview-text.ts';
import { REPOSITORY } from '#test/support/test-core.ts';

const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data/transcripts');

/** What was said by whom, as a reader would write it down. */
const said = (text: string, code: string | null = null): [string | null, string, string][] =>
  parseTurns(text, code).map(({ speaker, role, start, end }) => [speaker, role, text.slice(start, end)]);

describe('turns', () => {
  test('begin at a label and hold all paragraphs up to the next one', () => {
    const text =
      '# Interview T01\n# School S1\n\n## Background\n\nI: Age?\n\nT01: Thirty-four.\n\nAnd a half.\n\nI: So.';
    expect(said(text)).toEqual([
      ['I', 'interviewer', 'Age?'],
      ['T01', 'participant', 'Thirty-four.\n\nAnd a half.'],
      ['I', 'interviewer', 'So.'],
    ]);
    expect(parseTurns(text, null)[1]).toEqual({
      number: 2,
      speaker: 'T01',
      role: 'participant',
      labelStart: text.indexOf('T01:'),
      start: text.indexOf('Thirty'),
      end: text.indexOf('\n\nI: So'),
      startMs: null,
      endMs: null,
    });
  });

  test('end at a heading, and what follows without a label is said by nobody', () => {
    expect(said('I: One\n## Part\nLoose remark\nT01: Two')).toEqual([
      ['I', 'interviewer', 'One'],
      [null, 'none', 'Loose remark'],
      ['T01', 'participant', 'Two'],
    ]);
  });

  test.each([
    [
      'names',
      'Interviewer: Hello\nAnna de Vries: Hi\nInterviewer: And?\nAnna de Vries: Well',
      'Anna de Vries',
    ],
    ['a name that speaks once', 'Onderzoeker: Hallo\nAnne-Fleur: Hoi', 'Anne-Fleur'],
    ['times before the name', '[00:00:01] I: Hello\n[00:00:09] P3: Hi\n00:12 I: So', 'P3'],
    ['times after the name', 'Speaker 1 (00:01): Hi\nSpeaker 2 [0:04]: Hello, a longer answer', 'Speaker 2'],
    ['a label on a line of its own', 'INT:\nHello\nRESP:\nHi there', 'RESP'],
    ['labels without a space', 'I:Hello\nR:Hi there\nI:“Well”', 'R'],
    ['roles behind the name', 'I (interviewer): Hello\nT01 [teacher]: Hi', 'T01'],
    ['bold names', '**I:** Hello\n\n**T01**: Hi', 'T01'],
    ['wide colons', 'I：Hello\nP1：こんにちは', 'P1'],
    ['questions and answers', 'Q: Hello\nA: Hi\nQ: And', 'A'],
    ['spaces before the colon', 'Interviewer 1 : Hello\nBSR06 : Hi\nInterviewer 1: So', 'BSR06'],
    [
      'names and times above the words',
      'Anna de Vries   0:03\nHello?\n\nBram   0:07\nHi, all well here.\n\nAnna de Vries   0:09\nAnd?\n\nBram   0:12\nFine.',
      'Bram',
    ],
    [
      'names in brackets above the words',
      '[Anna] 10:02:13\nHello?\n\n[Bram] 10:02:15\nHi, all well.\n\n[Anna] 10:02:20\nAnd?\n\n[Bram] 10:03:00\nFine.',
      'Bram',
    ],
    ['names in brackets', '[Anna] Hello?\n[Bram] Hi there, well.\n[Anna] And?\n[Bram] Fine.', 'Bram'],
    ['names and dashes', 'Anna – Hello?\nBram – Hi there, well.\nAnna – And?\nBram – Fine.', 'Bram'],
    ['names and tabs', 'Anna\tHello?\nBram\tHi there, well.\nAnna\tAnd?\nBram\tFine.', 'Bram'],
    [
      'names as headings',
      '# Talk\n\n## Anna\n\nHello?\n\n## Bram\n\nHi there, well.\n\n## Anna\n\nAnd?\n\n## Bram\n\nFine.',
      'Bram',
    ],
    [
      'times on a line of their own',
      '00:00:00\n\nAnna: Hello?\nBram: Hi there, well.\n\n00:05:00\n\nAnna: And?\nBram: Fine.',
      'Bram',
    ],
    [
      'capitals with chevrons',
      '>> ANNA: Hello?\n>> BRAM: Hi there, well.\n>> ANNA: And?\n>> BRAM: Fine.',
      'BRAM',
    ],
  ])('recognise %s', (_, text, participant) => {
    const turns = parseTurns(text, null);
    expect(turns.filter(({ role }) => role === 'participant').map(({ speaker }) => speaker)).toContain(
      participant,
    );
    expect(turns.every(({ speaker }) => speaker !== null)).toBe(true);
  });

  test.each([
    ['a time', 'I: When?\nT01: At\n10:30 sharp, and\n11:00: nothing'],
    ['a web address', 'I: Where?\nT01: See\nhttps://example.org\nhttp: that is'],
    ['a ratio or a drive', 'I: So?\nT01: Well.\nA:3 to one\nC:\\\\folder'],
    ['a note', 'I: So?\nT01: Well.\nNote: she laughs\nAnd then she said: no\nNote: again'],
    ['a sentence that recurs', 'I: So?\nT01: Well.\nShe said to me: no\nShe said to me: yes'],
    ['a name too long', `I: So?\nT01: Well.\n${'Anna '.repeat(9)}: no\n${'Anna '.repeat(9)}: no`],
  ])('do not take %s for a speaker', (_, text) => {
    expect(parseTurns(text, null).map(({ speaker }) => speaker)).toEqual(['I', 'T01']);
  });

  test('are paragraphs of nobody where nobody is named', () => {
    expect(said('One line\nof two\n\nNext: this')).toEqual([
      [null, 'none', 'One line\nof two'],
      [null, 'none', 'Next: this'],
    ]);
    expect(said('One\nTwo')).toHaveLength(2);
  });

  test('know the participant by the code, however little was said', () => {
    const text = 'I: So?\nBram: A very long story, longer than anything else.\nt7: Yes.\nBram: And on.';
    expect(said(text, 'T7').map(([, role]) => role)).toEqual([
      'interviewer',
      'other',
      'participant',
      'other',
    ]);
    expect(said(text).map(([, role]) => role)).toEqual([
      'interviewer',
      'participant',
      'other',
      'participant',
    ]);
  });

  test('keep a label that nothing follows', () => {
    const text = 'I: Hm?\nT01: \nI: Never mind.';
    expect(said(text)[1]).toEqual(['T01', 'participant', '']);
  });
});

test('time codes are read from labels, and from the end of a turn', () => {
  const times = (text: string): (number | null)[][] =>
    parseTurns(text, null).map(({ startMs, endMs }) => [startMs, endMs]);
  expect(times('[00:01:02] I: So?\n[00:01:04.5] T01: Well.')).toEqual([
    [62_000, null],
    [64_500, null],
  ]);
  expect(times('I: So? #00:00:10-5#\nT01: Well. #00:01:12#')).toEqual([
    [null, 10_500],
    [null, 72_000],
  ]);
  expect(times('00:05\nI: So?\nT01: Well.')).toEqual([
    [5000, null],
    [null, null],
  ]);
});

test('a group has several participants; who asks most and says less is the interviewer', () => {
  const round =
    'Anna: And you?\nBram: Yes, we do that every week.\nCees: Not us, really.\nDirk: Sometimes, in spring.\n';
  expect(
    Object.fromEntries(parseTurns(round.repeat(3), null).map(({ speaker, role }) => [speaker, role])),
  ).toEqual({
    Anna: 'interviewer',
    Bram: 'participant',
    Cees: 'participant',
    Dirk: 'participant',
  });
});

test('a person can say how speakers are marked, who is none, and who is who', () => {
  const text = 'Wk3/Anna/ So?\nWk3/Bram/ Well.\nWk3/Anna/ And?';
  const turns = (options: StructureOptions) => parseTranscript({ text, hints: [] }, options).turns;
  expect(turns({}).every(({ speaker }) => speaker === null)).toBe(true);
  const pattern = { style: 'pattern', pattern: 'Wk3/NAME/' } as const;
  expect(turns(pattern).map(({ speaker }) => speaker)).toEqual(['Anna', 'Bram', 'Anna']);
  expect(
    turns({ ...pattern, joins: { Bram: 'Anna' }, roles: { Anna: 'other' } }).map(({ speaker, role }) => [
      speaker,
      role,
    ]),
  ).toEqual([
    ['Anna', 'other'],
    ['Anna', 'other'],
    ['Anna', 'other'],
  ]);
  expect(turns({ ...pattern, notSpeakers: ['Bram'] })).toHaveLength(2);
});

test('labels that are slips of another are flagged, numbers of other people are not', () => {
  const near = (labels: Readonly<Record<string, number>>) =>
    nearDuplicates(Object.entries(labels).map(([label, turns]) => ({ label, turns }))).map(
      ({ label, of }) => [label, of],
    );
  expect(near({ BSR06: 40, BSRO6: 2, I: 41 })).toEqual([['BSRO6', 'BSR06']]);
  expect(near({ 'Interviewer 1': 30, 'interviewer  1': 1, Interveiwer: 1, Interviewer: 20 })).toEqual([
    ['interviewer  1', 'Interviewer 1'],
    ['Interveiwer', 'Interviewer'],
  ]);
  expect(near({ T01: 40, T02: 40, T10: 1, 'Speaker 1': 5, 'Speaker 2': 5, Anna: 9, Hanna: 9 })).toEqual([]);
});

describe('sections', () => {
  test('run from heading to heading; the header of the file is none', () => {
    const text = '# Interview\n\n# School\n\nBefore.\n## One\n\nI: a\n\n### Two \nI: b\n\n## Three';
    expect(parseSections(text).map(({ title, start, end }) => [title, text.slice(start, end)])).toEqual([
      ['One', 'I: a'],
      ['Two', 'I: b'],
      ['Three', ''],
    ]);
    expect(findHeadings(text).header.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# Interview',
      '# School',
    ]);
    expect(parseSections('# Interview\n# One\nI: a\n# Two\nI: b').map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ]);
    expect(parseSections('#hashtag\n#1 is first\nI: #yes')).toEqual([]);
  });
});

test.each([
  ['T07.txt', 'I: a\nT07: b', [], 'T07'],
  ['Interview t7 (final).txt', 'I: a\nAnna: b', ['T7', 'T8'], 'T7'],
  ['Interview P12.txt', 'I: a\nAnna: b', [], 'P12'],
  ['Anna.txt', 'I: a\nAnna: b', [], null],
  ['Anna.txt', 'I: a\nAnna: b', ['anna'], 'anna'],
  ['recording.txt', 'I: a\nR3: b', [], 'R3'],
])('reads the participant of %s', (fileName, text, known, code) => {
  expect(guessParticipantCode(fileName, parseTurns(text, null), known)).toBe(code);
});

const lineOf = fc.oneof(
  fc.constantFrom(
    '## Part',
    '# Interview',
    '',
    '  ',
    'I: Hello',
    'T01: Yes \u0301',
    '[00:01] T01:',
    'Anna: hm',
    '10:30: x',
  ),
  interviewText,
);
const transcript = fc.array(lineOf, { maxLength: 14 }).map((lines) => lines.join('\n'));

test('every character that is not white space lies in exactly one turn, label, heading, header or front matter', () => {
  fc.assert(
    fc.property(transcript, (text) => {
      const { turns, frontMatter } = parseTranscript({ text, hints: [] });
      const { header, headings } = findHeadings(text);
      const ranges = [
        ...header,
        ...headings,
        ...frontMatter,
        ...turns.map(({ labelStart, end }) => ({ start: labelStart, end })),
      ];
      const ordered = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
      let covered = 0;
      for (const { start, end } of ordered) {
        expect(start).toBeGreaterThanOrEqual(covered);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(text.slice(covered, start).trim()).toBe('');
        covered = end;
      }
      expect(text.slice(covered).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('turns are numbered in order, and their words are not cut inside a grapheme', () => {
  fc.assert(
    fc.property(transcript, (text) => {
      parseTurns(text, null).forEach(({ number, speaker, labelStart, start, end }, index) => {
        expect(number).toBe(index + 1);
        expect(labelStart).toBeLessThanOrEqual(start);
        expect(speaker === null).toBe(labelStart === start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trimEnd());
        expect([labelStart, start, end].every((position) => isGraphemeBoundary(text, position))).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('the 25 interviews of the sample study have three sections and the turns that a plain count finds', () => {
  let interviewer = 0;
  for (const name of fs.readdirSync(SAMPLE)) {
    const text = fs.readFileSync(path.join(SAMPLE, name), 'utf8');
    const code = path.basename(name, '.txt');
    const turns = parseTurns(text, code);
    const count = (label: string): number => text.match(new RegExp(`^${label}: `, 'gm'))?.length ?? 0;
    const spokenBy = (role: string): number => turns.filter((turn) => turn.role === role).length;
    expect(parseSections(text)).toHaveLength(3);
    expect(spokenBy('interviewer')).toBe(count('I'));
    expect(spokenBy('participant')).toBe(count(code));
    expect(turns).toHaveLength(count('I') + count(code));
    interviewer += spokenBy('interviewer');
  }
  expect(interviewer).toBe(518);
});

test('a participant called V1 beside an interviewer is the one who answers, not a numbered question', () => {
  const text =
    'Interviewer: Kun je vertellen?\n\nV1: Druk. Heel druk, de hele week.\n\nInterviewer: En nu?\n\nV1: Beter.\n';
  const turns = parseTurns(text, null);
  expect(turns.map(({ speaker, role }) => [speaker, role])).toEqual([
    ['Interviewer', 'interviewer'],
    ['V1', 'participant'],
    ['Interviewer', 'interviewer'],
    ['V1', 'participant'],
  ]);
  expect(guessParticipantCode('V1 verpleegkundige.txt', turns, [])).toBe('V1');
});
