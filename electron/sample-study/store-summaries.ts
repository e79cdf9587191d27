import { must } from '#shared/assert.ts';
import { withDescendants } from '#shared/matrices/column-codes.ts';
import type { CodeId, CodingId, ColumnId, LayerId, MatrixId, ParticipantId } from '#shared/ids.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { EvidenceRecord } from '#electron/matrices/evidence-sql.ts';
import { caseRowOf } from '#electron/matrices/rows-sql.ts';
import { storeDrawn } from '#electron/matrices/draw-matrix.ts';
import { storeCell, storeMatrix } from '#electron/matrices/store-matrix.ts';
import { insertNarrative } from '#electron/within-case/within-case-sql.ts';
import type { SampleCell } from './store-checks.ts';
import { holdsWords, quotedPassages } from './quoted-words.ts';
import type { SampleCase, SampleCoding } from './read-sample.ts';

export type Codes = ReadonlyMap<string, CodeId>;

export interface StoredCoding extends SampleCoding {
  readonly id: CodingId;
}

export interface StoredCase extends Omit<SampleCase, 'codings'> {
  readonly participantId: ParticipantId;
  readonly codings: readonly StoredCoding[];
}

const THEMES = ['practice', 'domain', 'identity', 'organisation', 'cost', 'reward', 'symbolic'];

/**
 * The cross-case matrix of the study. It counts the layer of A alone, who coded all cases; B and C coded some of them,
 * and a count over everybody would compare cases by how often they were coded.
 */
export function storeThemes(
  context: MutationContext,
  codes: Codes,
  layerId: LayerId,
  cases: readonly StoredCase[],
): readonly SampleCell[] {
  const columns = THEMES.map((key) => ({ codeIds: [codeOf(codes, key)] }));
  const { id, columnIds } = storeMatrix(context, { name: 'Teachers × themes', layerId, columns });
  drawSecond(context, id, columnIds);
  const places = listCodes(context.db);
  return THEMES.flatMap((key, index) => {
    const below = withDescendants(places, [codeOf(codes, key)]);
    return cases.map(({ participantId, code, cells, codings }) => {
      const summary = must(cells[key], `${code} has a summary of ${key}`);
      const inColumn = codings.filter(({ code: codeKey }) => below.has(codeOf(codes, codeKey)));
      const cellId = storeCell(context, {
        columnId: must(columnIds[index], 'one id for each column'),
        ...caseRowOf(context.db, participantId),
        summary,
        authorId: context.requireCoder(),
        evidence: quotedEvidence(summary, inColumn),
      });
      return { code, theme: key, cellId };
    });
  });
}

/**
 * The second matrix, ready to be written: which themes are read together, and why. Its cells start empty, with those of the
 * first beside them; the data of the study has no summaries for it.
 */
function drawSecond(context: MutationContext, sourceId: MatrixId, columnIds: readonly ColumnId[]): void {
  const columnsOf = (...themes: readonly string[]): ColumnId[] =>
    themes.map((theme) => must(columnIds[THEMES.indexOf(theme)], 'one id for each theme'));
  storeDrawn(context, {
    name: 'Teachers, reduced',
    sourceId,
    rowAttributeId: null,
    columns: [
      {
        title: 'What they do together',
        kind: 'cells',
        sourceIds: columnsOf('practice', 'domain'),
        reason: 'Focus and reach say little without each other.',
      },
      {
        title: 'Belonging',
        kind: 'cells',
        sourceIds: columnsOf('identity', 'symbolic'),
        reason: 'Symbolic motives are told as belonging.',
      },
      {
        title: 'Balance',
        kind: 'rating',
        sourceIds: columnsOf('cost', 'reward'),
        reason: 'Costs and rewards are weighed against each other.',
      },
    ],
    leftOut: [
      {
        columnId: must(columnsOf('organisation')[0], 'it is one of the themes'),
        reason: 'Thin in most interviews; nothing in the contrasts rests on it.',
      },
    ],
  });
}

/** What each case is, told as a whole. */
export function storeNarratives(context: MutationContext, cases: readonly StoredCase[]): void {
  const authorId = context.requireCoder();
  for (const { participantId, narrative } of cases) {
    insertNarrative(
      context.db,
      context.newUid(),
      { participantId, text: narrative },
      authorId,
      context.now(),
    );
  }
}

/**
 * A summary rests on fragments that somebody attached to it, and in the data nobody did. Only where a summary quotes
 * words of the interview literally is it certain which fragment of A it rests on: these are attached. The rest is left to
 * the researcher, because a program that guesses evidence would make claims look checked that nobody has checked.
 */
function quotedEvidence(summary: string, codings: readonly StoredCoding[]): EvidenceRecord[] {
  const passages = quotedPassages(summary);
  return codings
    .filter(({ coder }) => coder === 'A')
    .filter(({ quote, translation }) =>
      passages.some((words) => holdsWords(quote, words) || holdsWords(translation, words)),
    )
    .map(({ id }) => ({ codingId: id, stance: 'supports' }));
}

function codeOf(codes: Codes, key: string): CodeId {
  return must(codes.get(key), `the codebook has ${key}`);
}
