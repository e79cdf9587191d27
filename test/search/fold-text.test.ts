import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '#shared/search/fold-text.ts';
import { findPhrase, readPhrase } from '#shared/search/phrase.ts';

const fold = (text: string): string => foldText(text).text;

test('folds case, diacritics in both forms, ligatures and letters that Unicode does not take apart', () => {
  expect(fold('COÖRDINATIE coördinatie coo\u0308rdinatie')).toBe('coordinatie coordinatie coordinatie');
  expect(fold('Straße œuvre smørrebrød Łódź ﬁets ĳs İstanbul ΛΌΓΟΣ')).toBe(
    'strasse oeuvre smorrebrod lodz fiets ijs istanbul λογοσ',
  );
  expect(fold('co\u00adördinatie')).toBe('coordinatie');
});

test('keeps apart what readers keep apart', () => {
  expect(fold('か が')).not.toBe(fold('か か'));
  expect(fold('कि')).not.toBe(fold('क'));
});

test('whatever is not a word becomes a space, and no code point becomes two words', () => {
  expect(fold('“ja”… 👩‍⚕️ ⑴')).toBe(' ja      ⑴');
});

test('the way back from a folded position is exact at every code point', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const folded = foldText(text);
      let at = 0;
      for (const character of text) {
        const original = folded.toOriginal(fold(text.slice(0, at)).length);
        expect(original).toBeGreaterThanOrEqual(at);
        // Only marks that fold to nothing may lie between: they belong to what stands before them.
        expect(fold(text.slice(at, original))).toBe('');
        at += character.length;
      }
      expect(folded.toOriginal(folded.text.length)).toBe(text.length);
    }),
  );
});

test('a found phrase is exactly the words asked for, wherever marks and emoji shift the positions', () => {
  const word = fc.constantFrom(
    'coördinatie',
    'coo\u0308rdinatie',
    'huisarts',
    'Straße',
    'é',
    'ﬁets',
    '수업',
    '數',
    '各',
  );
  const gap = fc.constantFrom(' ', ', ', ' 👩‍⚕️ ', '… “', '\n\nR: ', '🇳🇱');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 }), word, (pieces, asked) => {
      const text = pieces.map(([w, g]) => w + g).join('');
      const found = findPhrase(foldText(text), readPhrase(asked)!, 100);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
        pieces.map(([w]) => w).filter((w) => fold(w) === fold(asked)),
      );
    }),
  );
});

test('reads any text as a phrase', () => {
  expect(readPhrase('  De “HUISARTS”! ')).toEqual({ words: ['de', 'huisarts'], prefix: false });
  expect(readPhrase('de huis*')).toEqual({ words: ['de', 'huis'], prefix: true });
  expect(readPhrase('huis *')).toEqual({ words: ['huis'], prefix: false });
  expect(readPhrase(' … 👍🏽 "*" ')).toBeNull();
});

test('an occurrence may begin inside another', () => {
  expect(findPhrase(foldText('Nee, nee, nee!'), readPhrase('nee nee')!, 10)).toEqual([
    { start: 0, end: 8 },
    { start: 5, end: 13 },
  ]);
});
