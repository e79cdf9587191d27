import { z } from 'zod';
import {
  cellId,
  codeId,
  codingId,
  participantId,
  transcriptId,
  typeId,
  type CellId,
  type CodeId,
  type CodingId,
  type ColumnId,
  type MatrixId,
  type MemoId,
  type ParticipantId,
  type TranscriptId,
  type TypeId,
  type TypologyId,
} from '../ids.ts';
import type { RowKey } from '../matrices/row-keys.ts';

/** What a memo can be about. A memo about none of these is about the study as a whole. */
export const targetKinds = ['participant', 'transcript', 'code', 'coding', 'cell', 'type'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What an @ link can point to. */
export const linkKinds = [...targetKinds, 'memo'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const memoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant'), id: participantId }),
  z.object({ kind: z.literal('transcript'), id: transcriptId }),
  z.object({ kind: z.literal('code'), id: codeId }),
  z.object({ kind: z.literal('coding'), id: codingId }),
  z.object({ kind: z.literal('cell'), id: cellId }),
  z.object({ kind: z.literal('type'), id: typeId }),
]);
export type MemoTarget = z.infer<typeof memoTarget>;

interface Named {
  /** What links keep: it stays the same in another file. */
  readonly uid: string;
  /** What it is called now. */
  readonly name: string;
}

/** Something that is there, under its present name, with what is needed to go to it. */
export type Thing =
  | (Named & { readonly kind: 'participant'; readonly id: ParticipantId })
  | (Named & { readonly kind: 'transcript'; readonly id: TranscriptId })
  | (Named & { readonly kind: 'code'; readonly id: CodeId })
  | (Named & { readonly kind: 'coding'; readonly id: CodingId; readonly transcriptId: TranscriptId })
  | (Named & {
      readonly kind: 'cell';
      readonly id: CellId;
      readonly matrixId: MatrixId;
      readonly columnId: ColumnId;
      readonly rowKey: RowKey;
    })
  | (Named & { readonly kind: 'type'; readonly id: TypeId; readonly typologyId: TypologyId })
  | (Named & { readonly kind: 'memo'; readonly id: MemoId });

/** A link whose target was removed. */
export interface BrokenLink {
  readonly uid: string;
  /** The last one. */
  readonly name: string;
}

/** The word for one of them. */
export const kindNames: Readonly<Record<LinkKind, string>> = {
  participant: 'Participant',
  transcript: 'Transcript',
  code: 'Code',
  coding: 'Coding',
  cell: 'Cell',
  type: 'Type',
  memo: 'Memo',
};

/** What a memo is about. */
export type About =
  | { readonly state: 'study' }
  | { readonly state: 'there'; readonly thing: Thing }
  /** What it was about is gone; the name is the last one. */
  | { readonly state: 'removed'; readonly kind: TargetKind; readonly name: string };

/** In words: “Code: Time”, “Code: Time (removed)”, “The study”. */
export function describeAbout(about: About): string {
  switch (about.state) {
    case 'study':
      return 'The study';
    case 'there':
      return `${kindNames[about.thing.kind]}: ${about.thing.name}`;
    case 'removed':
      return `${kindNames[about.kind]}: ${about.name} (removed)`;
  }
}
