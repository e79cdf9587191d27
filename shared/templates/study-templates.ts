import { z } from 'zod';
import { parseCodebook, type ParsedCodebook } from '../codebook/codebook-json.ts';
import { attributeType } from '../participants/participants-contract.ts';
import leadershipInformalLearning from './leadership-informal-learning.json' with { type: 'json' };
import learningNetworkInventory from './learning-network-inventory.json' with { type: 'json' };
import networkedIndividualism from './networked-individualism.json' with { type: 'json' };
import practitionerTexts from './practitioner-texts.json' with { type: 'json' };
import teachersMotives from './teachers-motives.json' with { type: 'json' };

const template = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  about: z.string(),
  attributes: z.array(z.object({ name: z.string(), type: attributeType, note: z.string() })),
  guide: z.array(z.object({ part: z.string(), questions: z.array(z.string()) })),
  matrices: z.array(
    z.object({
      name: z.string(),
      decisionRules: z.string(),
      /** Columns name codes by their ids in the template. */
      columns: z
        .array(
          z.object({
            title: z.string(),
            codes: z.array(z.string()).min(1),
            kind: z.enum(['codes', 'rating', 'checklist', 'condition', 'verdict']).default('codes'),
            poleLow: z.string().default(''),
            poleHigh: z.string().default(''),
            /** Titles of columns of the matrix that this one is drawn from, and why they are taken together. */
            from: z.array(z.string()).default([]),
            reason: z.string().default(''),
          }),
        )
        .min(1),
      /** The matrix of the template from whose cells this one is drawn, when both are made. */
      drawnFrom: z.string().optional(),
      leftOut: z.array(z.object({ column: z.string(), reason: z.string() })).default([]),
    }),
  ),
});

export interface StudyTemplate extends z.infer<typeof template> {
  readonly codebook: ParsedCodebook;
}

const FILES: readonly unknown[] = [
  teachersMotives,
  networkedIndividualism,
  leadershipInformalLearning,
  learningNetworkInventory,
  practitionerTexts,
];

/** The kinds of study that Crosscase knows, each through the same door as a codebook of somebody else. */
export function studyTemplates(): readonly StudyTemplate[] {
  return FILES.map((file) => {
    const parsed = template.parse(file);
    return { ...parsed, codebook: parseCodebook(`${parsed.id}.json`, JSON.stringify(file)) };
  });
}
