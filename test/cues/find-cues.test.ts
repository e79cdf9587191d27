import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { readCue } from '#shared/cues/cue-words.ts';
import { cueFinder, foldedWords, passagesOfHits } from '#shared/cues/find-cues.ts';
import { sentencesOf } from '#shared/text/words.ts';
import { stemOf } from '#electron/cues/stem-words.ts';

function found(text: string, phrase: string, language = ''): string[] {
  const cue = readCue(phrase, language, stemOf);
  if (cue === null) return [];
  const hits = cueFinder([cue], stemOf)(foldedWords(text, { start: 0, end: text.length }));
  return hits.map(({ start, end }) => text.slice(start, end));
}

test('a word stands for all its forms, in Dutch and in English', () => {
  expect(found('We delen veel; moeilijkheden, moeilijke dingen.', 'moeilijk')).toEqual([
    'moeilijkheden',
    'moeilijke',
  ]);
  expect(found('Sharing! She shares, they shared.', 'share')).toEqual(['Sharing', 'shares', 'shared']);
  expect(found('De netwerken en het netwerk', 'netwerk', 'nl')).toEqual(['netwerken', 'netwerk']);
});

test('a cue of one language has the forms of that language alone; of another, only itself', () => {
  expect(found('moeilijkheden', 'moeilijk', 'en')).toEqual([]);
  expect(found('moeilijkheden', 'moeilijk', 'nl-BE')).toEqual(['moeilijkheden']);
  expect(found('partages partage', 'partage', 'fr')).toEqual(['partage']);
});

test('phrases run over signs and forms, stars over letters, and quotation marks mean exactly this', () => {
  expect(found('Part of… my jobs. Part of the job.', 'part of my job')).toEqual(['Part of… my jobs']);
  expect(found('onzekerheid, zeker, teamwerk', 'onzeker*')).toEqual(['onzekerheid']);
  expect(found('teamwerk en werken', '*werk')).toEqual(['teamwerk']);
  expect(found('give and take, give or take, give take', 'give * take')).toEqual([
    'give and take',
    'give or take',
  ]);
  expect(found('shared the share', '“share”')).toEqual(['share']);
  expect(found('Café, COÖRDINATIE cafe\u0301', 'café')).toEqual(['Café', 'cafe\u0301']);
});

test('a cue without a word finds nothing', () => {
  for (const phrase of ['', ' – ', '*', '* *', '""']) expect(found('Any words at all.', phrase)).toEqual([]);
});

test('cues in one sentence are one passage; a cue over two sentences takes both', () => {
  const text = 'I share. Time and time again I share time. It stopped.';
  const cues = ['share', 'time', 'again I'].map((one) => must(readCue(one, 'en', stemOf), 'it has words'));
  const passages = passagesOfHits(
    sentencesOf(text, { start: 0, end: text.length }),
    cueFinder(cues, stemOf)(foldedWords(text, { start: 0, end: text.length })),
  );
  expect(passages.map(({ start, end, cues: by, hits }) => [text.slice(start, end), by, hits.length])).toEqual(
    [
      ['I share.', ['share'], 1],
      ['Time and time again I share time.', ['time', 'again I', 'share'], 5],
    ],
  );
  const across = must(readCue('share time', 'en', stemOf), 'it has words');
  const both = 'We share. Time passes.';
  expect(
    passagesOfHits(
      sentencesOf(both, { start: 0, end: both.length }),
      cueFinder([across], stemOf)(foldedWords(both, { start: 0, end: both.length })),
    ),
  ).toMatchObject([{ start: 0, end: both.length }]);
});

test('a hit begins and ends with words of the text, wherever it stands', () => {
  const word = fc.constantFrom('tijd', 'Tijden', 'ßtijd', 'té', 'a\u0301', '👩‍👧', '的', '…', 'x');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', ', ', '\n'), (words, gap) => {
      const text = words.join(gap);
      expect(found(text, 'tijd')).toEqual(words.filter((one) => /^tijd/i.test(one)));
    }),
  );
});
