import type {
  CodeId,
  CoderId,
  CodingId,
  LayerId,
  ParticipantId,
  TranscriptId,
  VersionId,
} from '#shared/ids.ts';
import type { Findings } from '#shared/exchange/findings.ts';
import type { SameName, Tally } from '#shared/exchange/import-report.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { KnownUids } from './exchange-sql.ts';

/** What a name means that stands in the file and here: the same thing, or two that happen to be called alike. */
export type SameNames = 'join' | 'keep apart';

/** What the steps of an import share. Maps go from the guid in the file to the row here. */
export interface Taking {
  readonly context: MutationContext;
  readonly sameNames: SameNames;
  readonly known: KnownUids;
  readonly findings: Findings;
  readonly tally: Tally;
  readonly met: SameName[];
  readonly coders: Map<string, CoderId>;
  readonly layers: Map<CoderId, LayerId>;
  readonly codes: Map<string, CodeId>;
  readonly participants: Map<string, ParticipantId>;
  readonly transcripts: Map<string, { readonly id: TranscriptId; readonly versionId: VersionId }>;
  readonly codings: Map<string, CodingId>;
  /** The text that a passage lies in, for notes about passages that carry no coding. */
  readonly passages: Map<string, { readonly transcriptId: TranscriptId; readonly words: string }>;
}

/** `Name`, or `Name (2)` when that is taken, and so on. */
export function freeNameAmong(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    const candidate = `${name} (${number})`;
    if (!isTaken(candidate)) return candidate;
  }
}
