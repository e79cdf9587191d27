import { z } from 'zod';
import { attributeId, codeId, layerId } from '../ids.ts';

export const relationKinds = ['overlaps', 'within', 'contains', 'near', 'follows'] as const;
export type RelationKind = (typeof relationKinds)[number];

const codeIds = z.array(codeId).max(1000).readonly();

/** How far apart two fragments may stand to be near, or to follow each other. */
const distance = z.discriminatedUnion('by', [
  z.object({ by: z.literal('characters'), most: z.int().min(0).max(1_000_000) }),
  z.object({ by: z.literal('turn') }),
]);
export type Distance = z.infer<typeof distance>;

/** That there is (or, with `not`, that there is not) another fragment of these codes, standing so to the fragment. */
const relation = z.object({
  kind: z.enum(relationKinds),
  not: z.boolean().default(false),
  codeIds,
  distance: distance.default({ by: 'characters', most: 200 }),
});
export type Relation = z.infer<typeof relation>;

const attributeTest = z.object({
  attributeId,
  test: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('is'), values: z.array(z.string()).max(1000).readonly() }),
    /** Both ends included; null leaves an end open. */
    z.object({ kind: z.literal('range'), from: z.string().nullable(), to: z.string().nullable() }),
    z.object({ kind: z.literal('missing') }),
  ]),
});
export type AttributeTest = z.infer<typeof attributeTest>;

export const poles = ['low', 'high', 'none'] as const;
export type Pole = (typeof poles)[number];

const speakerRole = z.enum(['interviewer', 'participant', 'other', 'none']);

/**
 * A question about fragments. A list that is empty does not narrow the answer. What a person removed meanwhile may still
 * be named here: the answer says so and goes on with the rest.
 */
export const fragmentQuery = z.object({
  codes: z.object({
    ids: codeIds.default([]),
    /** `any`: the fragments of each. `all`: only those that lie where all of these codes apply at once. */
    match: z.enum(['any', 'all']).default('any'),
  }),
  /** A code stands for everything below it too. */
  descendants: z.boolean().default(true),
  relations: z.array(relation).max(20).readonly().default([]),
  attributes: z.array(attributeTest).max(20).readonly().default([]),
  /** Titles of sections, in which the fragment begins. */
  sections: z.array(z.string()).max(500).readonly().default([]),
  /** Who speaks where the fragment begins. */
  speakers: z.array(z.string()).max(500).readonly().default([]),
  roles: z.array(speakerRole).max(4).readonly().default([]),
  layerIds: z.array(layerId).max(100).readonly().default([]),
  poles: z.array(z.enum(poles)).max(3).readonly().default([]),
  /** The last known names of what the question names: `code 12`. For when one of them is removed. */
  names: z.record(z.string(), z.string()).default({}),
});
export type FragmentQuery = z.infer<typeof fragmentQuery>;

export const emptyQuery: FragmentQuery = fragmentQuery.parse({ codes: {} });

export const groupings = z.discriminatedUnion('by', [
  z.object({ by: z.literal('none') }),
  z.object({ by: z.literal('case') }),
  z.object({ by: z.literal('code') }),
  z.object({ by: z.literal('coder') }),
  z.object({ by: z.literal('attribute'), attributeId }),
]);
export type Grouping = z.infer<typeof groupings>;

/** What a saved query holds. */
export const savedDefinition = z.object({
  query: fragmentQuery,
  groupBy: groupings.default({ by: 'none' }),
  /** The second dimension of the counts. */
  crossBy: groupings.default({ by: 'none' }),
});
export type SavedDefinition = z.infer<typeof savedDefinition>;
