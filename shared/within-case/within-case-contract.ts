import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import type { Fragment } from '../coding/coding-contract.ts';
import {
  layerId,
  matrixId,
  participantId,
  type CodeId,
  type CodingId,
  type ColumnId,
  type LayerId,
  type MatrixId,
  type ParticipantId,
  type TranscriptId,
} from '../ids.ts';
import type { CellStateName } from '../checking/cell-state.ts';
import type { CellDetail, MatrixColumn, Stance } from '../matrices/matrices-contract.ts';
import type { RowKey } from '../matrices/row-keys.ts';
import type { PartAsked, QuestionAsked } from './asked.ts';
import type { ThemePole } from './theme-poles.ts';

/** Where the themes of a sheet come from: the columns of a matrix, or codes of the first one or two levels. */
export const themeSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matrix'), matrixId }),
  z.object({
    kind: z.literal('codebook'),
    levels: z.literal([1, 2]).default(1),
    /** Null counts every layer. */
    layerId: layerId.nullable().default(null),
  }),
]);
export type ThemeSource = z.infer<typeof themeSource>;

export interface CaseListItem {
  readonly participantId: ParticipantId;
  readonly code: string;
  readonly transcripts: number;
  readonly hasNarrative: boolean;
}

/** What the column asks to be judged, and what was judged. */
export type ThemeJudgement = Pick<MatrixColumn, 'kind' | 'poleLow' | 'poleHigh'> &
  Pick<CellDetail, 'rating' | 'symbol' | 'rationale'>;

export interface CaseTheme {
  /** Unlike that of any other theme of the sheet. */
  readonly key: string;
  readonly title: string;
  readonly decisionRule: string;
  /** As chosen; fragments of everything below them count too. */
  readonly codeIds: readonly CodeId[];
  /** The cell that a summary is written into; null when the themes come from the codebook. */
  readonly columnId: ColumnId | null;
  readonly summary: string;
  readonly authorName: string | null;
  readonly updatedAt: string | null;
  /** Of the cell; how far the claim has come. */
  readonly state: CellStateName;
  /** Null where the column asks for a summary alone. */
  readonly judgement: ThemeJudgement | null;
  /** Of the case, in the order of the text. */
  readonly fragmentIds: readonly CodingId[];
  /** What the summary rests on. */
  readonly evidence: readonly { readonly codingId: CodingId; readonly stance: Stance }[];
  readonly poles: readonly ThemePole[];
}

export interface CaseFragment extends Fragment {
  /** Cells of any matrix that rest on it. */
  readonly uses: number;
}

/** What the participant said and nobody coded. */
export interface UncodedPassage {
  readonly transcriptId: TranscriptId;
  readonly turnNumber: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: number;
}

export interface CaseTranscript {
  readonly id: TranscriptId;
  readonly title: string;
  /** Of the participant, and those of them that lie in a coding. */
  readonly words: number;
  readonly codedWords: number;
}

export interface CaseNarrative {
  readonly text: string;
  readonly authorName: string | null;
  readonly updatedAt: string | null;
}

/** One case, read closely. */
export interface CaseSheet {
  readonly participantId: ParticipantId;
  /** The row of the case in a matrix of cases. */
  readonly rowKey: RowKey;
  readonly code: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly transcripts: readonly CaseTranscript[];
  readonly narrative: CaseNarrative;
  /** Whose codings count; null for everybody’s. */
  readonly layerId: LayerId | null;
  readonly matrixId: MatrixId | null;
  readonly themes: readonly CaseTheme[];
  /** Every coding that counts, in the order of the text. */
  readonly fragments: readonly CaseFragment[];
  readonly parts: readonly (PartAsked & { readonly transcriptId: TranscriptId })[];
  readonly questions: readonly (QuestionAsked & { readonly transcriptId: TranscriptId })[];
  /** Parts and questions of the guide that this interview does not have. */
  readonly notAsked: readonly string[];
  readonly uncoded: readonly UncodedPassage[];
}

export const withinCaseContract = {
  /** In the order of the cases. */
  cases: query(z.object({})).returns<readonly CaseListItem[]>(),
  /** Only the newest version of each transcript counts. Throws `not-found` when the case or the matrix is gone. */
  sheet: query(z.object({ participantId, source: themeSource })).returns<CaseSheet>(),
  /** Its author is who changed it last. An empty one is none. */
  writeNarrative: mutation(
    'Write a case narrative',
    z.object({ participantId, text: z.string().max(200_000), typing }),
  ).returns<void>(),
};
