import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiers, replacementFor, type Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import { NamesOut } from '#shared/pseudonyms/names-out.ts';
import { singledOut } from '#shared/pseudonyms/singled-out.ts';

const NAMES: readonly Identifier[] = [
  { original: 'Zoë', replacement: 'T07' },
  { original: 'Jan de Vries', replacement: '[school leader]' },
  { original: 'Jan', replacement: '[a colleague]' },
  { original: 'Frans', replacement: 'T09' },
  { original: 'Hildegardisschool', replacement: '[school]' },
  { original: 'Will', replacement: 'T11' },
];

function replaced(text: string): string {
  return new NamesOut(NAMES).without(text);
}

describe('names in a text', () => {
  it('are found as whole words, diacritics and large letters folded', () => {
    expect(replaced('Zoe\u0308 en ZOE en Zoë.')).toBe('T07 en T07 en T07.');
    expect(replaced('Zoëlle was at Janssen.')).toBe('Zoëlle was at Janssen.');
    expect(replaced('She will ask Will.')).toBe('She will ask T11.');
  });

  it('are found in their plural and genitive forms, with the ending kept', () => {
    const found = findIdentifiers(
      'Zoë’s tas, Zoës jas, Frans’ boek, de Hildegardisscholen, de Hildegardisschools',
      NAMES,
    );
    expect(found.map(({ ending }) => ending)).toEqual(['’s', 's', '’', 's']);
    expect(replaced('Zoë’s tas, Frans’ boek')).toBe('T07’s tas, T09’ boek');
    expect(replaced("hij zei ‘Zoë’ en 'Jan'")).toBe("hij zei ‘T07’ en '[a colleague]'");
  });

  it('are taken by the longest name', () => {
    expect(replaced('Jan de Vries and Jan')).toBe('[school leader] and [a colleague]');
    expect(replaced('Jan  de\nVries')).toBe('[school leader]');
  });

  it('are masked in as many signs as they have', () => {
    expect(new NamesOut(NAMES).masked('Is Zoë er?')).toBe('Is ███ er?');
  });

  it('lie in the text, apart and in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'Zoë',
      'Jan',
      ' de ',
      'Vries',
      '’',
      's',
      ' ',
      '👩‍⚕️',
      'Frans',
      '\u0308',
      "'",
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let cursor = 0;
        for (const found of findIdentifiers(text, NAMES)) {
          expect(found.start).toBeGreaterThanOrEqual(cursor);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(text.length);
          expect(replacementFor(found, NAMES[found.identifier]!)).toContain(
            NAMES[found.identifier]!.replacement,
          );
          cursor = found.end;
        }
        expect(new NamesOut(NAMES).masked(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('a combination of attributes', () => {
  it('singles out who is like nobody else on all of them', () => {
    expect(
      singledOut([
        { code: 'T01', values: ['45', 'S1'] },
        { code: 'T02', values: ['45', 'S1'] },
        { code: 'T03', values: ['45', 'S2'] },
        { code: 'T04', values: ['', ''] },
      ]),
    ).toEqual([]);
    expect(
      singledOut([
        { code: 'T01', values: ['45', 'S1'] },
        { code: 'T02', values: ['45', 's1'] },
        { code: 'T03', values: ['45', 'S2'] },
      ]),
    ).toEqual(['T03']);
  });
});
