import { z } from 'zod';
import { command, mutation } from '../contract/method.ts';
import type { AttributeType } from '../participants/participants-contract.ts';
import type { CodeKind } from '../codebook/codebook-contract.ts';

export interface TemplateListItem {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly source: string;
  readonly codes: number;
  readonly attributes: number;
  readonly matrices: number;
}

/** What a template holds, before any of it is stored. */
export interface TemplatePreview extends Pick<TemplateListItem, 'id' | 'name' | 'about' | 'source'> {
  /** In the order of the tree; `key` is the id in the template. */
  readonly codes: readonly {
    readonly key: string;
    readonly parent: string | null;
    readonly kind: CodeKind;
    readonly name: string;
    readonly definition: string;
  }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly type: AttributeType;
    /** What to fill in, where that is not plain. */
    readonly note: string;
  }[];
  readonly guide: readonly { readonly part: string; readonly questions: readonly string[] }[];
  readonly matrices: readonly {
    readonly name: string;
    readonly decisionRules: string;
    readonly columns: readonly string[];
  }[];
  /** Names of attributes and matrices that the project has: choosing the template leaves these as they are. */
  readonly presentAttributes: readonly string[];
  readonly presentMatrices: readonly string[];
  /** How many of its codes the codebook has already. */
  readonly presentCodes: number;
}

export const templatesContract = {
  list: command(z.object({})).returns<readonly TemplateListItem[]>(),
  preview: command(z.object({ id: z.string() })).returns<TemplatePreview>(),
  /** Adds what is chosen, as one change. A matrix needs codes: those of its columns that are not there are left out. */
  apply: mutation(
    'Start from a template',
    z.object({
      id: z.string(),
      codes: z.boolean(),
      attributes: z.array(z.string()),
      matrices: z.array(z.string()),
    }),
  ).returns<{ readonly codes: number; readonly attributes: number; readonly matrices: number }>(),
};
