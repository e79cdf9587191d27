import { z } from 'zod';
import type { AnyMethod } from '#shared/contract/method.ts';
import { searchFields } from '#shared/search/search-contract.ts';
import { coresStarted, testUid } from './test-core.ts';

const IDS = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * Inputs with which a query asks about everything that a small study holds: ids from 1 up, lists of them, words. Made
 * from the method's own schema, so that a query that is new is asked too; where that is not enough, they stand here.
 */
export function everyInputOf(name: string, method: AnyMethod, word: string): readonly unknown[] {
  const special = SPECIAL[name]?.(word) ?? [];
  return [...special, ...fromSchema(method.input, word)].filter(
    (input) => method.input.safeParse(input).success,
  );
}

/** As an event names them: one row, of each table by which a few cells can change. */
const CHANGED = ['coding', 'matrix_cell', 'cell_evidence', 'cell_check'].flatMap((table) =>
  IDS.flatMap((id) => ['update', 'delete'].map((op) => [{ table, id, op }])),
);

/** The first ids of the last cores that were started. */
function caseKeys(): readonly string[] {
  const last = coresStarted();
  return [last - 2, last - 1, last].flatMap((run) =>
    Array.from({ length: 40 }, (_, index) => `case:${testUid(run, index + 1)}`),
  );
}

const SPECIAL: Readonly<Record<string, (word: string) => readonly unknown[]>> = {
  'search.find': (word) => [word, 'work', 'mine'].map((text) => ({ text, fields: searchFields })),
  'memos.on': () =>
    ['participant', 'transcript', 'code', 'coding', 'cell'].flatMap((kind) =>
      IDS.map((id) => ({ target: { kind, id } })),
    ),
  'corrections.preview': () =>
    [1, 2].map((id) => ({
      transcriptId: id,
      versionId: id,
      changes: [{ start: 20, end: 32, text: 'something else' }],
    })),
  'autoCoding.preview': () =>
    IDS.slice(0, 4).map((codeId) => ({ by: { kind: 'role', role: 'participant' }, codeId })),
  'codebook.compareVersions': () => [{ before: 1, after: null }],
  // Long enough for all that the study went through.
  'history.changes': () => Array.from({ length: 60 }, (_, index) => ({ id: index + 1 })),
  'memos.list': (word) => [{}, { text: word }],
  'memos.linkable': (word) => ['', word, 'work'].map((query) => ({ query, limit: 100 })),
  'retrieval.find': () =>
    ['any', 'all'].flatMap((match) =>
      ['none', 'case', 'code', 'coder'].map((by) => ({
        query: { codes: { ids: [1, 2, 3, 4], match } },
        groupBy: { by },
      })),
    ),
  'withinCase.sheet': () =>
    IDS.slice(0, 4).flatMap((participantId) =>
      [{ kind: 'matrix', matrixId: 1 }, { kind: 'codebook' }].map((source) => ({ participantId, source })),
    ),
  'matrices.rowsAfter': () => CHANGED.map((changes) => ({ id: 1, changes })),
  'checking.statesAfter': () => CHANGED.map((changes) => ({ matrixId: 1, changes })),
  'matrices.quotations': () => [{ id: 1, rowKeys: caseKeys() }],
  'matrices.cell': () => caseKeys().map((rowKey) => ({ columnId: 1, rowKey })),
  'checking.cell': () => caseKeys().map((rowKey) => ({ columnId: 1, rowKey })),
  'checking.toCheck': () => caseKeys().map((key) => ({ cellUid: key.slice('case:'.length) })),
  'codebook.mergePreview': () =>
    IDS.slice(0, 4).flatMap((id) => IDS.slice(0, 4).map((into) => ({ id, into }))),
};

function fromSchema(schema: z.ZodType, word: string): readonly unknown[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const candidates: readonly unknown[] = [
    ...IDS,
    ...IDS.map((id) => [id]),
    IDS,
    word,
    'work',
    [word],
    true,
    null,
    {},
    ...['participant', 'transcript', 'code', 'coding', 'cell'].map((kind) => ({ kind, id: 1 })),
  ];
  const fitting = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>)
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([key, field]) => [key, choices(field, candidates)] as const);
  if (fitting.some(([, values]) => values.length === 0)) return [];
  const most = Math.max(1, ...fitting.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(fitting.map(([key, values]) => [key, values[index % values.length]])),
  );
}

function choices(field: z.ZodType, candidates: readonly unknown[]): readonly unknown[] {
  const named = field instanceof z.ZodEnum ? field.options : candidates;
  return named.filter((candidate) => field.safeParse(candidate).success);
}
