import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import {
  attributeId,
  fileRef,
  participantId,
  siteId,
  type AttributeId,
  type FileRef,
  type ParticipantId,
  type SiteId,
} from '../ids.ts';

const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/, 'A date is written YYYY-MM-DD');

export const attributeTypes = [
  'text',
  'whole number',
  'decimal',
  'date',
  'yes/no',
  'one of',
  'many of',
] as const;
export const attributeType = z.enum(attributeTypes);
export type AttributeType = z.infer<typeof attributeType>;

export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly type: AttributeType;
}

/** An attribute with what its values are held against. A value that is not so is marked, and kept. */
export interface AttributeDetails extends Attribute {
  /** Of numbers and dates, as written; empty for no limit. */
  readonly rangeMin: string;
  readonly rangeMax: string;
  /** Of `one of` and `many of`; empty when anything may be chosen. */
  readonly choices: readonly string[];
}

/** A school, a ward, a team: where participants come from. */
export interface Site {
  readonly id: SiteId;
  readonly code: string;
  readonly note: string;
  readonly participants: number;
}

/** Dates as YYYY-MM-DD; empty until it has happened. */
export interface Consent {
  readonly principalApprovedOn: string;
  readonly informationGivenOn: string;
  readonly purposeExplained: boolean;
  readonly anonymityPromised: boolean;
  readonly withdrawalExplained: boolean;
  readonly note: string;
}

export interface Participant {
  readonly id: ParticipantId;
  /** The pseudonym: how the participant is called everywhere in Crosscase. */
  readonly code: string;
  readonly site: string | null;
  /** Null: nothing is on record yet. */
  readonly consent: Consent | null;
  /** Number of transcripts of this participant. */
  readonly transcripts: number;
  /** As written, by attribute; an attribute without a value is absent. */
  readonly values: Readonly<Record<AttributeId, string>>;
}

export interface ParticipantTable {
  readonly attributes: readonly AttributeDetails[];
  readonly sites: readonly Site[];
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

/** One row of a table beside the participant whom it is about. */
export interface MatchedRow {
  readonly line: number;
  /** As it is called in the project, or will be. */
  readonly code: string;
  readonly isNew: boolean;
  /** Values that the project has otherwise: they stay, unless the person says that the table is right. */
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  /** Values where the project has none yet. */
  readonly additions: number;
}

export interface CsvPreview {
  readonly fileName: string;
  /** Null for a spreadsheet. */
  readonly separator: ',' | ';' | '\t' | null;
  readonly rows: number;
  /** The column that names the participant: guessed, changeable. */
  readonly keyColumn: string;
  readonly columns: readonly CsvColumn[];
  readonly newParticipants: number;
  readonly knownParticipants: number;
  /** Which row is which participant, and what it would change. */
  readonly rowsMatched: readonly MatchedRow[];
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
    z.object({
      id: attributeId,
      name: z.string().optional(),
      type: attributeType.optional(),
      rangeMin: z.string().optional(),
      rangeMax: z.string().optional(),
      choices: z.array(z.string()).optional(),
    }),
  ).returns<void>(),
  removeAttribute: mutation('Remove an attribute', z.object({ id: attributeId })).returns<void>(),

  /** An empty code takes the participant away from the site; a site that is not there yet is made. */
  setSite: mutation('Change a site', z.object({ participantId, site: z.string() })).returns<void>(),
  changeSite: mutation(
    'Change a site',
    z.object({ id: siteId, code: z.string().optional(), note: z.string().optional() }),
  ).returns<void>(),
  /** Its participants stay, without a site. */
  removeSite: mutation('Remove a site', z.object({ id: siteId })).returns<void>(),
  /** What is left out stays. For several at once: a principal approves for a school. */
  setConsent: mutation(
    'Record consent',
    z.object({
      participantIds: z.array(participantId).min(1).max(10_000),
      principalApprovedOn: day.optional(),
      informationGivenOn: day.optional(),
      purposeExplained: z.boolean().optional(),
      anonymityPromised: z.boolean().optional(),
      withdrawalExplained: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ).returns<void>(),
  /** The whole table, as it would come in again. */
  export: command(z.object({ format: z.enum(['xlsx', 'csv']) })).returns<{
    readonly file: FileRef;
    readonly name: string;
    readonly bytes: number;
  }>(),

  previewCsv: command(
    z.object({ file: fileRef, keyColumn: z.string().nullable().default(null) }),
  ).returns<CsvPreview>(),
  /** One participant per row, matched by code. A value that is there stays, unless `overwrite` says otherwise. One undo step. */
  importCsv: mutation(
    'Import participants',
    z.object({
      file: fileRef,
      keyColumn: z.string(),
      /** Columns to take; a column that is not named is left out. */
      columns: z.array(z.object({ name: z.string(), type: attributeType })),
      /** The column that names the site; it makes no attribute. */
      siteColumn: z.string().nullable().default(null),
      overwrite: z.boolean().default(false),
    }),
  ).returns<{
    /** Values that differ from those in the project, and were left as they are there. */
    readonly kept: number;
    readonly added: number;
    readonly updated: number;
    readonly attributes: number;
    readonly left: number;
  }>(),
};
