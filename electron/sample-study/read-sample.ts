import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { inferType } from '#shared/participants/attribute-values.ts';
import { guessKeyColumn, participantRows } from '#shared/participants/participant-rows.ts';
import { readTableFile } from '#electron/import/table-formats.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import type { ParticipantTableToStore } from '#electron/participants/store-participant-table.ts';

const sampleCoding = z.object({
  coder: z.enum(['A', 'B', 'C']),
  /** Id of the code in the codebook's file. */
  code: z.string(),
  /** Stands exactly once in the transcript. */
  quote: z.string().min(1),
  weight: z.literal([-1, 1]).optional(),
  memo: z.string().default(''),
  translation: z.string().default(''),
});

const sampleSummaries = z.object({
  narrative: z.string().min(1),
  /** By the id of the code that the column is about. */
  cells: z.record(z.string(), z.string()),
  /** The name of one of the types in store-types.ts. */
  type: z.string(),
  rationale: z.string().min(1),
});

const sampleGuide = z.object({
  parts: z.array(z.object({ title: z.string(), questions: z.array(z.string()) })),
});

export type SampleCoding = z.infer<typeof sampleCoding>;

export interface SampleCase {
  readonly code: string;
  readonly fileName: string;
  readonly text: string;
  readonly codings: readonly SampleCoding[];
  readonly narrative: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly type: string;
  readonly rationale: string;
}

export interface SampleStudy {
  readonly participants: ParticipantTableToStore;
  readonly cases: readonly SampleCase[];
  readonly guide: z.infer<typeof sampleGuide>;
}

/** Reads the study that ships with the product, by the same readers as the files of a researcher. */
export async function readSample(folder: string): Promise<SampleStudy> {
  const participants = await readParticipants(path.join(folder, 'participants.csv'));
  const cases = await Promise.all(participants.rows.map(({ code }) => readCase(folder, code)));
  const guide = sampleGuide.parse(await readJson(path.join(folder, 'interview-guide.json')));
  return { participants, cases, guide };
}

async function readParticipants(file: string): Promise<ParticipantTableToStore> {
  const table = await readTableFile({ path: file, name: path.basename(file) });
  const key = guessKeyColumn(table);
  const columns = table.header
    .map((name, index) => ({ name, type: inferType(table.rows.map(({ cells }) => cells[index] ?? '')) }))
    .filter(({ name }) => name !== key);
  return { columns, rows: participantRows(table, key).rows };
}

async function readCase(folder: string, code: string): Promise<SampleCase> {
  const fileName = `${code}.txt`;
  const file = { path: path.join(folder, 'transcripts', fileName), name: fileName };
  const { text } = await readTranscriptFile(file);
  const codings = z.array(sampleCoding).parse(await readJson(path.join(folder, 'codings', `${code}.json`)));
  const { narrative, cells, type, rationale } = sampleSummaries.parse(
    await readJson(path.join(folder, 'summaries', `${code}.json`)),
  );
  return { code, fileName, text, codings, narrative, cells, type, rationale };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await fs.readFile(file, 'utf8')) as unknown;
}
