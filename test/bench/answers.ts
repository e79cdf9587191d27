import { isDeepStrictEqual } from 'node:util';
import type { Client } from '#shared/contract/api.ts';
import type { CodeId, MatrixId, TranscriptId } from '#shared/ids.ts';
import { foldText } from '#shared/search/fold-text.ts';
import type { RawSearch } from './raw-search.ts';
import { rawFragments, rawLists, rawMatrix, rawTranscript, type RawStudy } from './raw-study.ts';
import type { MeasuredSize } from './sizes.ts';
import { expectedOf, makeWorkload } from './workload.ts';

export interface Subject {
  readonly size: MeasuredSize;
  readonly api: Client;
  readonly raw: RawStudy;
  readonly rawSearch: RawSearch;
  /** The most coded transcript, the most used code, the matrix of every code. */
  readonly transcriptId: TranscriptId;
  readonly codeId: CodeId;
  readonly matrixId: MatrixId;
}

/** Times mean nothing before both sides give the same answers. Throws at the first that differ. */
export async function checkAnswers(subject: Subject): Promise<readonly string[]> {
  return [
    await checkTexts(subject),
    await checkTranscript(subject),
    await checkFragments(subject),
    await checkMatrix(subject),
    await checkSearch(subject),
  ];
}

function agree(what: string, crosscase: unknown, other: unknown): void {
  if (!isDeepStrictEqual(crosscase, other)) {
    const shown = [crosscase, other].map((value) => JSON.stringify(value)?.slice(0, 300));
    throw new Error(`${what} differ: Crosscase says ${shown[0]}, but it should be ${shown[1]}`);
  }
}

async function checkTexts({ size, api, raw }: Subject): Promise<string> {
  const stored = raw.rows<{ text: string }>('SELECT text FROM transcript_version ORDER BY id');
  let at = 0;
  let codings = 0;
  for (const interview of makeWorkload(size).interviews) {
    agree(`the texts of ${interview.name}`, stored[at]?.text === interview.text, true);
    codings += interview.codings.length;
    at += 1;
  }
  agree('the numbers of transcripts', (await api.transcripts.list({})).length, at);
  agree('the numbers of codings', (await api.project.overview({})).counts.codings, codings);
  agree('the codings of the lists', sum(rawLists(raw).transcripts as { codings: number }[]), codings);
  agree('the codings of the codebook', sum(await api.codebook.list({})), codings);
  return `${at} texts as they were made, ${codings} codings`;
}

function sum(counted: readonly { readonly codings: number }[]): number {
  return counted.reduce((total, { codings }) => total + codings, 0);
}

async function checkTranscript({ api, raw, transcriptId }: Subject): Promise<string> {
  const transcript = await api.transcripts.get({ id: transcriptId });
  const codings = await api.coding.ofTranscript({ transcriptId });
  const expected = rawTranscript(raw, transcriptId);
  agree('the texts', transcript.text, expected.text);
  agree('the numbers of turns', transcript.turns.length, expected.turns.length);
  agree('the codings', idsOf(codings), idsOf(expected.codings));
  return `${codings.length} codings in the most coded transcript`;
}

function idsOf(rows: readonly { readonly id: number }[]): readonly number[] {
  return rows.map(({ id }) => id);
}

async function checkFragments({ api, raw, codeId }: Subject): Promise<string> {
  const found = await allFragments(api, codeId);
  const expected = rawFragments(raw, codeId, -1);
  agree('the fragments', idsOf(found), idsOf(expected));
  agree(
    'the quotations',
    found.map(({ quotation }) => quotation),
    expected.map(({ quotation }) => quotation),
  );
  return `${found.length} fragments of the most used code`;
}

const PAGE = 2000;

export async function allFragments(
  api: Client,
  codeId: CodeId,
): Promise<readonly { readonly id: number; readonly quotation: string }[]> {
  const all: { readonly id: number; readonly quotation: string }[] = [];
  for (;;) {
    const { total, fragments } = await api.coding.fragments({
      codeIds: [codeId],
      offset: all.length,
      limit: PAGE,
    });
    all.push(...fragments);
    if (all.length >= total) return all;
  }
}

async function checkMatrix({ api, raw, matrixId }: Subject): Promise<string> {
  const { cells, columns, rows } = await api.matrices.get({ id: matrixId });
  const codeOf = new Map(columns.map(({ id, codeIds }) => [id, codeIds[0]]));
  const counted = cells.filter(({ count }) => count > 0);
  const total = counted.reduce((before, { count }) => before + count, 0);
  agree(
    'the sum of the matrix and the codings',
    total,
    raw.row<{ n: number }>('SELECT count(*) AS n FROM coding').n,
  );
  const caseOf = new Map(rows.map((row) => [row.key, row.participantId ?? 0]));
  const key = (code: number | undefined, participant: number, count: number): string =>
    `${code} ${participant} ${count}`;
  agree(
    'the counts of the matrix',
    counted
      .map((cell) => key(codeOf.get(cell.columnId), caseOf.get(cell.rowKey) ?? 0, cell.count))
      .toSorted(),
    rawMatrix(raw)
      .cells.map((cell) => key(cell.codeId, cell.participantId, cell.count))
      .toSorted(),
  );
  return `${rows.length} × ${columns.length} matrix whose cells sum to ${total}`;
}

async function checkSearch({ size, api, rawSearch }: Subject): Promise<string> {
  const expected = expectedOf[size];
  for (const [text, total] of [
    ['huisarts', expected.huisarts],
    ['coördinatie', expected.coordinatie],
  ] as const) {
    const answer = await api.search.text({ text });
    agree(`the occurrences of “${text}”`, answer.total, total);
    agree(`the occurrences of “${text}”`, rawSearch.find(text, foldText(text).text).total, total);
  }
  return `${expected.huisarts} × “huisarts”, ${expected.coordinatie} × “coördinatie”`;
}
