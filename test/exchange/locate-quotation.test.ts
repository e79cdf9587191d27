import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuotationFinder } from '#shared/exchange/locate-quotation.ts';

const TEXT = `I: Waarom doe je mee?
T01: We delen het werk, en dat scheelt tijd. Eerlijk gezegd had ik dat niet verwacht.
I: En nu?
T01: Nu is het beter. We delen het werk nog steeds, maar niemand leidt het. Café's sluiten vroeg.`;

const words = ({ start, end }: { readonly start: number; readonly end: number }) => TEXT.slice(start, end);

test('words that stand once are found exactly, line breaks and quotation marks aside', () => {
  const found = new QuotationFinder(TEXT).locate('“Eerlijk gezegd  had ik dat\nniet verwacht.”');
  expect(found.how).toBe('exact');
  expect(found.how === 'exact' && words(found.range)).toBe('Eerlijk gezegd had ik dat niet verwacht.');
});

test('words that stand twice are for the researcher to decide', () => {
  expect(new QuotationFinder(TEXT).locate('We delen het werk')).toMatchObject({ how: 'several', places: 2 });
});

test('a quotation that was corrected, shortened or written without accents is found nearly', () => {
  const found = new QuotationFinder(TEXT).locate('Eerlijk gezegd had ik dit niet verwacht');
  expect(found.how === 'near' && [words(found.range), found.likeness]).toEqual([
    'Eerlijk gezegd had ik dat niet verwacht',
    6 / 7,
  ]);
  const folded = new QuotationFinder(TEXT).locate("maar niemand leidt het. Cafe's sluiten vroeg");
  expect(folded.how === 'near' && words(folded.range)).toBe("maar niemand leidt het. Café's sluiten vroeg");
});

test('what was never said is nowhere', () => {
  expect(new QuotationFinder(TEXT).locate('Dat heeft zij nooit zo gezegd in dit gesprek')).toEqual({
    how: 'nowhere',
  });
  expect(new QuotationFinder(TEXT).locate('   ')).toEqual({ how: 'nowhere' });
  expect(new QuotationFinder(TEXT).locate('nu beter')).toEqual({ how: 'nowhere' });
});

test('whatever stretch of words is taken out of a text, it is found there again', () => {
  const vocabulary = [
    'aap',
    'noot',
    'mies',
    'wim',
    'zus',
    'jet',
    'teun',
    'vuur',
    'gijs',
    'lam',
    'kees',
    'bok',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...vocabulary), { minLength: 8, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 4, max: 12 }),
      (list, from, length) => {
        const text = list.join(' ');
        const start = from % list.length;
        const quoted = list.slice(start, start + length).join(' ');
        const found = new QuotationFinder(text).locate(quoted);
        expect(found.how === 'exact' || found.how === 'several').toBe(true);
        if (found.how === 'exact' || found.how === 'several')
          expect(text.slice(found.range.start, found.range.end)).toBe(quoted);
      },
    ),
  );
});
