import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import { attributeId, fileRef, participantId, type AttributeId, type ParticipantId } from '../ids.ts';

export const attributeTypes = ['text', 'whole number', 'decimal', 'date', 'yes/no', 'one of'] as const;
export const attributeType = z.enum(attributeTypes);
export type AttributeType = z.infer<typeof attributeType>;

export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly type: AttributeType;
}

export interface Participant {
  readonly id: ParticipantId;
  /** The pseudonym: how the participant is called everywhere in Crosscase. */
  readonly code: string;
  /** Number of transcripts of this participant. */
  readonly transcripts: number;
  /** As written, by attribute; an attribute without a value is absent. */
  readonly values: Readonly<Record<AttributeId, string>>;
}

export interface ParticipantTable {
  readonly attributes: readonly Attribute[];
  readonly participants: readonly Participant[];
}

export interface CsvColumn {
  readonly name: string;
  readonly type: AttributeType;
  /** A few values, to judge the type by. */
  readonly examples: readonly string[];
  /** How many rows have a value. */
  readonly filled: number;
}

export interface CsvPreview {
  readonly fileName: string;
  readonly separator: ',' | ';' | '\t';
  readonly rows: number;
  /** The column that names the participant: guessed, changeable. */
  readonly keyColumn: string;
  readonly columns: readonly CsvColumn[];
  readonly newParticipants: number;
  readonly knownParticipants: number;
  /** Rows that cannot be taken, with the reason; the import leaves exactly these out. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export const participantsContract = {
  table: query(z.object({})).returns<ParticipantTable>(),
  create: mutation('Add a participant', z.object({ code: z.string() })).returns<ParticipantId>(),
  rename: mutation('Rename a participant', z.object({ id: participantId, code: z.string() })).returns<void>(),
  /** What removing would take along: transcripts are kept without a participant, matrix cells go. */
  removalPreview: query(z.object({ id: participantId })).returns<{
    readonly transcripts: number;
    readonly cells: number;
  }>(),
  remove: mutation('Remove a participant', z.object({ id: participantId })).returns<void>(),
  /** An empty value removes it. */
  setValue: mutation(
    'Change an attribute',
    z.object({ participantId, attributeId, value: z.string() }),
  ).returns<void>(),
  addAttribute: mutation(
    'Add an attribute',
    z.object({ name: z.string(), type: attributeType }),
  ).returns<AttributeId>(),
  changeAttribute: mutation(
    'Change an attribute',
    z.object({ id: attributeId, name: z.string().optional(), type: attributeType.optional() }),
  ).returns<void>(),
  removeAttribute: mutation('Remove an attribute', z.object({ id: attributeId })).returns<void>(),

  previewCsv: command(
    z.object({ file: fileRef, keyColumn: z.string().nullable().default(null) }),
  ).returns<CsvPreview>(),
  /** One participant per row, matched by code; values in the file replace values that are there. One undo step. */
  importCsv: mutation(
    'Import participants',
    z.object({
      file: fileRef,
      keyColumn: z.string(),
      /** Columns to take; a column that is not named is left out. */
      columns: z.array(z.object({ name: z.string(), type: attributeType })),
    }),
  ).returns<{
    readonly added: number;
    readonly updated: number;
    readonly attributes: number;
    readonly left: number;
  }>(),
};
