import { z } from 'zod';
import { command } from '../contract/method.ts';
import { coderId, transcriptId } from '../ids.ts';
import type { AgreementReport } from './agreement-report.ts';
import { overlapRule, unitKind } from './unit-rules.ts';

export const agreementContract = {
  /**
   * Agreement of coders as their codings are now, outside any session. Only transcripts count that all of them have
   * finished; codings of a consensus never do. Runs on a worker, with progress and cancel.
   */
  between: command(
    z.object({
      coderIds: z.array(coderId).min(2).max(8),
      /** Null is all. */
      transcriptIds: z.array(transcriptId).min(1).nullable().default(null),
      unitKind: unitKind.default('turns'),
      overlap: overlapRule.default('any overlap'),
      unitCoderId: coderId.nullable().default(null),
      withInterviewer: z.boolean().default(false),
      /** Uids; null is all but the structural codes. */
      codes: z.array(z.string()).min(1).nullable().default(null),
      /** Figures of three coders or more also rest on transcripts that only some of them finished. */
      allowMissing: z.boolean().default(false),
      seed: z.int().min(0).max(4294967295).default(1),
    }),
  ).returns<AgreementReport>(),
};
