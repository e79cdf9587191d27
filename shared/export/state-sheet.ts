import { STATE_SHEET, placeKey, stateLines, type ExportedState } from '../read-back/exported-state.ts';
import type { Matrix } from '../matrices/matrices-contract.ts';
import { fieldsOf, isReturned, valueOf } from './matrix-columns.ts';
import type { MatrixIdentity } from './matrix-sheet.ts';
import { plainRow, type Sheet } from './sheet.ts';

/** What the claims of a matrix are at the moment of the export. `hashOf` takes the text as the sheet will show it. */
export function exportedState(
  matrix: Matrix,
  { columnUids }: MatrixIdentity,
  hashOf: (text: string) => string,
): ExportedState {
  const hashes = new Map<string, string>();
  const columns = new Map(matrix.columns.map((column) => [column.id, column]));
  for (const cell of matrix.cells) {
    const column = columns.get(cell.columnId);
    const uid = columnUids.get(cell.columnId);
    if (column === undefined || uid === undefined) continue;
    for (const field of fieldsOf(column).filter(isReturned)) {
      const value = valueOf(cell, field);
      if (value !== null && value !== '')
        hashes.set(placeKey(cell.rowKey, uid, field), hashOf(String(value)));
    }
  }
  return {
    rows: new Map(matrix.rows.map(({ key, code }) => [key, code])),
    columns: new Map(matrix.columns.map(({ id, title }) => [columnUids.get(id) ?? '', title])),
    hashes,
  };
}

export function stateSheet(state: ExportedState): Sheet {
  const { rows, columns, hashes } = state;
  return {
    name: STATE_SHEET,
    hidden: true,
    columns: [
      { title: 'Kind', width: 10 },
      { title: 'Which', width: 40 },
      { title: 'Name, or hash of what it said', width: 30 },
    ],
    rows: stateRows(state),
    rowCount: rows.size + columns.size + hashes.size,
    filter: false,
  };
}

function* stateRows(state: ExportedState) {
  for (const line of stateLines(state)) yield plainRow(...line);
}
