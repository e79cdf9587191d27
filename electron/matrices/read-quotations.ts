import type { CellId, CodingId, ColumnId, VersionId } from '#shared/ids.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellQuotations, matricesContract, Stance } from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { narrowScope, placesOfCodings, versionsOfRows } from './cell-scope.ts';
import { evidenceFacts, quotedCodings, storedCells } from './cell-sources-sql.ts';
import { readFrame } from './read-matrix.ts';

/** As much of a quotation as fits into a cell of the grid. */
const MOST_CHARACTERS = 220;

type Quotation = CellQuotations['quotations'][number];

interface Found {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly ids: Set<CodingId>;
  readonly stances: Map<CodingId, Stance>;
}

/** The first quotations of the cells of some rows. Reads each transcript once, and only those of the rows. */
export function readQuotations(
  db: ReadableDb,
  { id, rowKeys, most }: InputOf<typeof matricesContract.quotations>,
): CellQuotations[] {
  const { columns, scope, view } = readFrame(db, id);
  const wanted = new Set<RowKey>(rowKeys);
  const asked = narrowScope(scope, new Set(columns.map((column) => column.id)), wanted);
  const cells = new Map<string, Found>();
  const cellAt = (columnId: ColumnId, rowKey: RowKey): Found => {
    const name = `${columnId} ${rowKey}`;
    const known = cells.get(name) ?? { columnId, rowKey, ids: new Set(), stances: new Map() };
    cells.set(name, known);
    return known;
  };
  for (const place of placesOfCodings(db, asked, view.layerId, versionsOfRows(scope, wanted)))
    if (wanted.has(place.rowKey)) cellAt(place.columnId, place.rowKey).ids.add(place.coding[0]);
  const stored = new Map<CellId, Found>();
  for (const { cellId, columnId, rowKey } of storedCells(db, id))
    if (wanted.has(rowKey)) stored.set(cellId, cellAt(columnId, rowKey));
  for (const { cellId, codingId, stance } of evidenceFacts(db, id)) {
    const cell = stored.get(cellId);
    if (cell === undefined || codingId === null) continue;
    cell.ids.add(codingId);
    cell.stances.set(codingId, stance);
  }
  const chosen = [...cells.values()].filter(({ ids }) => ids.size > 0);
  const firsts = chosen.map(({ ids, stances }) =>
    [...ids].toSorted((a, b) => Number(stances.has(b)) - Number(stances.has(a))).slice(0, most),
  );
  const words = wordsOf(db, [...new Set(firsts.flat())]);
  return chosen.map(({ columnId, rowKey, ids, stances }, index) => ({
    columnId,
    rowKey,
    quotations: (firsts[index] ?? []).flatMap((codingId): Quotation[] => {
      const found = words.get(codingId);
      return found === undefined ? [] : [{ codingId, ...found, stance: stances.get(codingId) ?? null }];
    }),
    total: ids.size,
  }));
}

function wordsOf(
  db: ReadableDb,
  ids: readonly CodingId[],
): ReadonlyMap<CodingId, Pick<Quotation, 'text' | 'translation'>> {
  let [openedId, opened]: [VersionId | null, string] = [null, ''];
  const words = new Map<CodingId, Pick<Quotation, 'text' | 'translation'>>();
  // In the order of versions, so one text at a time is enough.
  for (const { id, versionId, start, end, translation } of quotedCodings(db, ids)) {
    if (openedId !== versionId) [openedId, opened] = [versionId, textOfVersion(db, versionId) ?? ''];
    words.set(id, {
      text: inOneLine(opened.slice(start, end)),
      translation: inOneLine(translation),
    });
  }
  return words;
}

function inOneLine(text: string): string {
  return shorten(text.replaceAll(/\s+/gu, ' ').trim(), MOST_CHARACTERS);
}
