import { z } from 'zod';

/**
 * Row ids of one project file. They are local: what travels between files is the `uid` of a row.
 * Branded, so that the id of a code cannot be passed where a coding is meant.
 */
const rowId = z.int().positive();

export const coderId = rowId.brand<'coder'>();
export const layerId = rowId.brand<'layer'>();
export const participantId = rowId.brand<'participant'>();
// An attribute is a trait of cases; not every trait is one.
export const attributeId = rowId.brand<'attribute'>().brand<'trait'>();
/**
 * What sets cases apart in a matrix: the number of an attribute, or below zero that of a typology
 * (`shared/matrices/traits.ts`).
 */
export const traitId = z
  .int()
  .refine((id) => id !== 0)
  .brand<'trait'>();
export const transcriptId = rowId.brand<'transcript'>();
export const versionId = rowId.brand<'transcript version'>();
export const codeId = rowId.brand<'code'>();
export const codingId = rowId.brand<'coding'>();
export const sessionId = rowId.brand<'comparison session'>();
export const matrixId = rowId.brand<'matrix'>();
export const columnId = rowId.brand<'matrix column'>();
export const cellId = rowId.brand<'matrix cell'>();
export const checkId = rowId.brand<'cell check'>();
export const memoId = rowId.brand<'memo'>();
export const savedQueryId = rowId.brand<'saved query'>();
export const exampleId = rowId.brand<'code example'>();
export const domainId = rowId.brand<'exclusive domain'>();
export const codebookVersionId = rowId.brand<'codebook version'>();
export const spanId = rowId.brand<'span'>();
export const siteId = rowId.brand<'site'>();
export const guidePartId = rowId.brand<'guide part'>();
export const guideQuestionId = rowId.brand<'guide question'>();
export const typologyId = rowId.brand<'typology'>();
export const typeId = rowId.brand<'type'>();
export const touchedCodingId = rowId.brand<'touched coding'>();
export const keptId = rowId.brand<'kept row'>();
export const groupId = rowId.brand<'change group'>();

export type CoderId = z.infer<typeof coderId>;
export type LayerId = z.infer<typeof layerId>;
export type ParticipantId = z.infer<typeof participantId>;
export type AttributeId = z.infer<typeof attributeId>;
export type TraitId = z.infer<typeof traitId>;
export type TranscriptId = z.infer<typeof transcriptId>;
export type VersionId = z.infer<typeof versionId>;
export type CodeId = z.infer<typeof codeId>;
export type CodingId = z.infer<typeof codingId>;
export type SessionId = z.infer<typeof sessionId>;
export type MatrixId = z.infer<typeof matrixId>;
export type ColumnId = z.infer<typeof columnId>;
export type CellId = z.infer<typeof cellId>;
export type CheckId = z.infer<typeof checkId>;
export type MemoId = z.infer<typeof memoId>;
export type SavedQueryId = z.infer<typeof savedQueryId>;
export type ExampleId = z.infer<typeof exampleId>;
export type DomainId = z.infer<typeof domainId>;
export type CodebookVersionId = z.infer<typeof codebookVersionId>;
export type SpanId = z.infer<typeof spanId>;
export type SiteId = z.infer<typeof siteId>;
export type GuidePartId = z.infer<typeof guidePartId>;
export type GuideQuestionId = z.infer<typeof guideQuestionId>;
export type TypologyId = z.infer<typeof typologyId>;
export type TypeId = z.infer<typeof typeId>;
export type TouchedCodingId = z.infer<typeof touchedCodingId>;
export type KeptId = z.infer<typeof keptId>;
export type GroupId = z.infer<typeof groupId>;

/** A file that a host has handed to the core, or that the core has made for a host to hand out. */
export const fileRef = z.string().min(1).max(100).brand<'file'>();
export type FileRef = z.infer<typeof fileRef>;

export const taskId = z.string().min(1).max(100).brand<'task'>();
export type TaskId = z.infer<typeof taskId>;
