import { z } from 'zod';
import { query } from '../contract/method.ts';
import type { TranscriptId, VersionId } from '../ids.ts';

export interface TextHit {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly participantCode: string | null;
  /** UTF-16 code units in the version's text. */
  readonly start: number;
  readonly end: number;
  /** The words around it; `contextStart` is where they begin in the text. */
  readonly context: string;
  readonly contextStart: number;
}

export const searchContract = {
  /**
   * Words in the transcripts, case and diacritics folded; the words together are a phrase, a trailing * makes the last
   * word a prefix. `total` counts every occurrence; hits are in the order of transcripts and text.
   */
  text: query(
    z.object({ text: z.string().min(1).max(400), limit: z.int().min(1).max(500).default(50) }),
  ).returns<{ readonly total: number; readonly transcripts: number; readonly hits: readonly TextHit[] }>(),
};
