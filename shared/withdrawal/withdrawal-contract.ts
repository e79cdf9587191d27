import { z } from 'zod';
import { command, query } from '../contract/method.ts';
import type { ExportedFile } from '../export/export-contract.ts';
import { participantId } from '../ids.ts';

/** So many of something, in words: “3 transcripts”. */
export type Counted = string;

export interface KnownCopy {
  /** The name of a file beside the project, or of one that was exported. */
  readonly name: string;
  readonly kind: 'copy of the project' | 'export';
  /** When it was exported; for a copy, when it was last written. */
  readonly at: string;
}

export interface WithdrawalPreview {
  readonly code: string;
  /** What goes. */
  readonly goes: readonly Counted[];
  /** What stays, without the words of the person: `[withdrawn]` stands there. */
  readonly cleaned: readonly Counted[];
  /** Titles of memos that go, since they are about this person or a passage of theirs. */
  readonly memos: readonly string[];
  /** Steps of the history that are erased. */
  readonly steps: number;
  /** Files that still hold the person, as far as this machine knows. */
  readonly copies: readonly KnownCopy[];
}

export const withdrawalContract = {
  preview: query(z.object({ participantId })).returns<Omit<WithdrawalPreview, 'copies'>>(),
  /** Files that Crosscase does not reach: copies beside the project, and what this machine has exported. */
  copies: command(z.object({ participantId })).returns<readonly KnownCopy[]>(),
  /**
   * Erases everything of a participant, for good: no undo brings it back. `confirmation` is the participant's code, typed.
   * Gives the certificate.
   */
  withdraw: command(z.object({ participantId, confirmation: z.string().max(200) })).returns<
    ExportedFile & { readonly goes: readonly Counted[] }
  >(),
};
