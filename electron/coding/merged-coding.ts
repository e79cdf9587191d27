import type { FoundCoding } from './coding-sql.ts';

/**
 * What one coding becomes when others become part of it: its own pole and certainty before theirs, and all that was
 * written, in the order of the text. `together` holds it too.
 */
export function mergedCoding(coding: FoundCoding, together: readonly FoundCoding[]): FoundCoding {
  const translated = together.filter(({ translation }) => translation !== '');
  const translators = new Set(translated.map(({ translatorId }) => translatorId));
  const [translator] = translators;
  return {
    ...coding,
    start: Math.min(...together.map(({ start }) => start)),
    end: Math.max(...together.map(({ end }) => end)),
    weight: coding.weight ?? together.find(({ weight }) => weight !== null)?.weight ?? null,
    certainty: coding.certainty ?? together.find(({ certainty }) => certainty !== null)?.certainty ?? null,
    goodQuotation: together.some(({ goodQuotation }) => goodQuotation),
    memo: different(together.map(({ memo }) => memo)).join('\n\n'),
    translation: different(translated.map(({ translation }) => translation)).join(' '),
    translatorId: translators.size === 1 ? (translator ?? null) : null,
  };
}

function different(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
