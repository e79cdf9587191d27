import { z } from 'zod';

/** What becomes of a row of the other project. Every row has exactly one of these outcomes. */
export const mergeOutcomes = [
  'added',
  /** It is here, word for word. */
  'same',
  /** It is here, and ours is a later state of it. */
  'older',
  /** It is here, and theirs is a later state of it: ours follows. */
  'changed',
  /** It was changed on both sides: ours stays, theirs is kept beside it. */
  'conflict',
  /** Such a conflict, or a passage not found, that was kept at an earlier merge. */
  'kept',
  /** Its passage is not in our text, or what it belongs to is not: kept, to be looked at. */
  'not placed',
  /** It is of a participant who withdrew here: it is left out, for good. */
  'withdrawn',
] as const;
export type MergeOutcome = (typeof mergeOutcomes)[number];

const mergedTable = z.object({
  table: z.string(),
  part: z.string(),
  /** What one of its rows is called. */
  noun: z.string(),
  /** How many rows the other project has. */
  rows: z.int(),
  /** Those of earlier versions of Crosscase knew fewer outcomes. */
  counts: z
    .partialRecord(z.enum(mergeOutcomes), z.int())
    .transform((counts): Record<MergeOutcome, number> => ({ ...noCounts(), ...counts })),
});

export type MergedTable = Readonly<z.infer<typeof mergedTable>>;

/** As it is kept with a merge. */
export const mergedTableList = z.array(mergedTable);

/** A row that somebody may want to look at. */
export interface MergeItem {
  readonly table: string;
  readonly outcome: Exclude<MergeOutcome, 'same' | 'older' | 'withdrawn'>;
  /** What it is, in a line. */
  readonly label: string;
  readonly differences: readonly {
    readonly column: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
}

/** Something of theirs that is called like something of ours, and that nobody has said is the same. */
export interface MappingChoice {
  readonly table: string;
  readonly noun: string;
  readonly theirUid: string;
  readonly theirName: string;
  /** What could be the same thing, the likeliest first. */
  readonly candidates: readonly { readonly uid: string; readonly name: string; readonly alike: boolean }[];
  /** The uid of ours that it is the same as, as it is now decided; null: another thing. */
  readonly sameAs: string | null;
}

export interface MergeReport {
  readonly source: {
    readonly name: string;
    readonly studyTitle: string;
    /** Who made the package; empty for a project file. */
    readonly madeBy: string;
    /** Null for a project file. */
    readonly fingerprint: string | null;
    /** False: it was not made from this study, nor this one from it. */
    readonly sameStudy: boolean;
  };
  readonly tables: readonly MergedTable[];
  /** At most a few hundred; `moreItems` says how many more there are. */
  readonly items: readonly MergeItem[];
  readonly moreItems: number;
  readonly choices: readonly MappingChoice[];
  /** What a code of theirs can be the same as. */
  readonly ourCodes: readonly { readonly uid: string; readonly name: string }[];
  /** Codes of participants of ours who withdrew in the other project, and are still here. */
  readonly withdrawnThere: readonly string[];
  /** The study is coded blind: what came into layers that are not shown yet is all there, and is not counted here. */
  readonly unseen: boolean;
  /** Whether anything of this project changes. */
  readonly changes: boolean;
}

export function noCounts(): Record<MergeOutcome, number> {
  return { added: 0, same: 0, older: 0, changed: 0, conflict: 0, kept: 0, 'not placed': 0, withdrawn: 0 };
}
