import { z } from 'zod';

/** What coders are compared on. The rule decides the number, so it is printed with every one. */
export const unitKinds = [
  'turns',
  'sentences',
  'answers',
  'paragraphs',
  'spans of one person',
  'free spans',
] as const;
export const unitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof unitKind>;

/** When a coding counts for a unit that it covers in part. */
export const overlapRules = ['any overlap', 'at least half'] as const;
export const overlapRule = z.enum(overlapRules);
export type OverlapRule = z.infer<typeof overlapRule>;

const NOUNS: Readonly<Record<UnitKind, readonly [one: string, many: string]>> = {
  turns: ['turn', 'turns'],
  sentences: ['sentence', 'sentences'],
  answers: ['answer', 'answers'],
  paragraphs: ['paragraph', 'paragraphs'],
  'spans of one person': ['marked span', 'marked spans'],
  'free spans': ['character', 'characters'],
};

export function unitNoun(kind: UnitKind, count: number): string {
  return NOUNS[kind][count === 1 ? 0 : 1];
}

/** `turns, any overlap`: how a figure names its unit rule. */
export function describeUnitRule(kind: UnitKind, overlap: OverlapRule): string {
  if (kind === 'free spans') return 'free spans on the continuum of the text';
  const whose = kind === 'spans of one person' ? 'spans marked by one person' : kind;
  return `${whose}, ${overlap === 'any overlap' ? 'a code counts with any overlap' : 'a code counts when it covers at least half'}`;
}
