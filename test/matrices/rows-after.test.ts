import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { CellState } from '#shared/checking/checking-contract.ts';
import type { ChangedRow } from '#shared/contract/events.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { Matrix, NewMatrixInput } from '#shared/matrices/matrices-contract.ts';
import { withRows } from '#shared/matrices/rows-now.ts';
import { CHECKING_TABLES } from '#renderer/checking/checking-tables.ts';
import { MATRIX_TABLES } from '#renderer/matrices/matrix-tables.ts';
import { doOrBeRefused, everyKindOfWork } from '#test/support/random-work.ts';
import { studyToWorkOn } from '#test/support/study-to-work-on.ts';
import type { TestCore } from '#test/support/test-core.ts';

interface Shown {
  readonly matrix: Matrix;
  readonly states: readonly CellState[];
}

async function readWhole({ api }: TestCore, id: MatrixId): Promise<Shown> {
  return { matrix: await api.matrices.get({ id }), states: await api.checking.states({ matrixId: id }) };
}

/** Cells come in no particular order. */
function inOrder({ matrix, states }: Shown): Shown {
  const byPlace = <Cell extends { columnId: number; rowKey: string }>(cells: readonly Cell[]): Cell[] =>
    cells.toSorted((a, b) => a.columnId - b.columnId || (a.rowKey < b.rowKey ? -1 : 1));
  return { matrix: { ...matrix, cells: byPlace(matrix.cells) }, states: byPlace(states) };
}

/** As the screen does: what cannot be followed is read whole. */
async function follow(study: TestCore, shown: Shown, rows: readonly ChangedRow[]) {
  const { api } = study;
  const { id } = shown.matrix;
  const among = (tables: readonly string[]) => rows.filter(({ table }) => tables.includes(table));
  const cells = await api.matrices.rowsAfter({ id, changes: among(MATRIX_TABLES) });
  const now = await api.checking.statesAfter({ matrixId: id, changes: among(CHECKING_TABLES) });
  return {
    followed: cells !== null && now !== null,
    shown: {
      matrix:
        cells === null
          ? await api.matrices.get({ id })
          : { ...shown.matrix, cells: withRows(shown.matrix.cells, cells.rowKeys, cells.cells) },
      states:
        now === null
          ? await api.checking.states({ matrixId: id })
          : withRows(shown.states, now.rowKeys, now.states),
    },
  };
}

/** One matrix of every kind of rows, one that is sorted by a column, and one that is drawn from another. */
async function everyMatrix({ api }: TestCore): Promise<readonly MatrixId[]> {
  const codes = (await api.codebook.list({})).slice(0, 4).map(({ id }) => id);
  const [attribute] = await api.participants.table({}).then(({ attributes }) => attributes);
  const attributeId = must(attribute, 'an attribute').id;
  const columns = codes.map((id) => ({ codeIds: [id] }));
  const kinds: NewMatrixInput[] = [
    { name: 'cases', rowKind: 'cases', columns, sort: { by: 'column', index: 0 } },
    { name: 'groups', rowKind: 'groups', rowAttributeId: attributeId, columns },
    { name: 'all', rowKind: 'all', columns: [...columns, { kind: 'attribute', attributeId }] },
    { name: 'codes', rowKind: 'codes', rowCodeIds: codes, columns: [{ kind: 'rating', title: 'Weight' }] },
    { name: 'roles', rowKind: 'roles', columns },
    { name: 'coders', rowKind: 'coders', columns },
  ];
  for (const kind of kinds) await api.matrices.create(kind);
  const [first] = await api.matrices.list({});
  const source = must(first, 'a matrix');
  const { columns: from } = await api.matrices.get({ id: source.id });
  await api.matrices.draw({
    name: 'second',
    sourceId: source.id,
    columns: from.slice(0, 2).map(({ id }) => ({ sourceIds: [id] })),
  });
  return (await api.matrices.list({})).map(({ id }) => id);
}

const someWork = fc.record({
  kind: fc.nat(everyKindOfWork.length - 1),
  choice: fc.tuple(fc.nat(500), fc.nat(500)),
  undone: fc.integer({ min: 0, max: 2 }),
});

test('a matrix that is followed row by row is the matrix that is read whole, whatever is done and undone', async () => {
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(someWork, { minLength: 40, maxLength: 50 }), async (steps) => {
      const study = await studyToWorkOn();
      const { api, events } = study;
      const ids = await everyMatrix(study);
      let shown = await Promise.all(ids.map((id) => readWhole(study, id)));
      for (const { kind, choice, undone } of steps) {
        events.length = 0;
        const work = must(everyKindOfWork[kind], 'a kind of work');
        await doOrBeRefused(work, study, choice);
        for (let count = 0; count < undone; count += 1)
          await doOrBeRefused({ name: 'undo', run: () => api.history.undo({}) }, study, choice);
        const changes = events.flatMap((event) => (event.type === 'changed' ? [event.rows] : []));
        const rows = changes.every((some) => some !== null) ? changes.flat() : null;
        const there = new Set((await api.matrices.list({})).map(({ id }) => id));
        shown = shown.filter(({ matrix }) => there.has(matrix.id));
        const next = await Promise.all(
          shown.map((one) =>
            rows === null || rows.length > 500
              ? readWhole(study, one.matrix.id).then((whole) => ({ followed: false, shown: whole }))
              : follow(study, one, rows),
          ),
        );
        followed += rows?.length === 0 ? 0 : next.filter((one) => one.followed).length;
        shown = next.map((one) => one.shown);
        for (const one of shown)
          expect(inOrder(one), `${work.name}: ${one.matrix.name}`).toEqual(
            inOrder(await readWhole(study, one.matrix.id)),
          );
      }
    }),
    { numRuns: 6 },
  );
  expect(followed).toBeGreaterThan(20);
}, 60_000);
