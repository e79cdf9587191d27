import { AppError } from '#shared/contract/errors.ts';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import { ratings, symbolsOf } from '#shared/matrices/cell-kinds.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { fieldsOf, valueOf } from '#shared/export/matrix-columns.ts';
import { compareReturned, type CurrentCell, type ReturnedPlace } from '#shared/read-back/compare-returned.ts';
import { readState, type ExportedState } from '#shared/read-back/exported-state.ts';
import { judgementText, mistakenNames } from '#shared/read-back/returned-names.ts';
import { rejoinTornRows } from '#shared/read-back/torn-rows.ts';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { readReturnedSheets, type GivenSheet, type ReturnedSheet } from '#shared/read-back/returned-sheet.ts';
import { CUT_NOTE } from '#electron/export/spreadsheet-text.ts';
import { asExported, claimHash } from '#electron/export/claim-hash.ts';
import { uidsOfColumns } from '#electron/export/export-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readMatrix } from '#electron/matrices/read-matrix.ts';
import { matrixOfUid, projectUid } from './read-back-sql.ts';

const MOST_CHARACTERS = 32_000;

/** What taking the sheets back would do to the matrix that they are of. */
export function previewReturned(
  db: ReadableDb,
  fileName: string,
  given: readonly GivenSheet[],
  wanted: MatrixId | null,
): ReturnedPreview {
  const exported = readState(given);
  const sheets = readReturnedSheets(given).map((sheet) => rejoinTornRows(sheet, exported, claimHash));
  const matrix = matrixOf(db, fileName, sheets, wanted);
  const columnOf = new Map([...uidsOfColumns(db, matrix.id)].map(([id, uid]) => [uid, id]));
  const current = currentCells(matrix, columnOf);
  const mistaken = mistakenNames(sheets, {
    rows: new Map(matrix.rows.map(({ key, code }) => [key as string, code])),
    columns: new Map(
      matrix.columns.flatMap(({ id, title }) =>
        [...columnOf].filter(([, own]) => own === id).map(([uid]) => [uid, title]),
      ),
    ),
  });
  const entries = sheets
    .flatMap((sheet) => sheet.entries)
    .map((entry) => (entry.field === 'summary' ? entry : { ...entry, text: judgementText(entry.text) }));
  const { changes, problems, unchanged } = compareReturned(entries, {
    exported,
    currentAt: ({ rowKey, columnUid, field }) => current(rowKey, columnUid, field),
    hashOf: claimHash,
    asExported,
    mistaken: ({ rowKey, columnUid }) => mistaken(rowKey, columnUid),
    refuse: (place, text) => refusal(matrix, columnOf.get(place.columnUid), place, text),
  });
  return {
    fileName,
    matrixId: matrix.id,
    matrixName: matrix.name,
    exportedAt: sheets[0]?.origin.exportedAt ?? '',
    cells: changes.flatMap((change) => {
      const columnId = columnOf.get(change.columnUid);
      return columnId === undefined ? [] : [{ ...change, columnId }];
    }),
    problems,
    unchanged,
    missing: missingParts(exported, sheets, matrix, columnOf),
    foreign: sheets.flatMap(({ foreign }) => foreign),
  };
}

function matrixOf(
  db: ReadableDb,
  name: string,
  sheets: readonly ReturnedSheet[],
  wanted: MatrixId | null,
): Matrix {
  const [first] = sheets;
  if (first === undefined) throw new AppError('sheet-without-marks', { name });
  const { origin } = sheets.find((sheet) => sheet.origin.projectUid === projectUid(db)) ?? first;
  if (origin.projectUid !== projectUid(db)) throw new AppError('sheet-of-other-project', { name });
  const found = matrixOfUid(db, origin.matrixUid);
  if (found === undefined) throw new AppError('not-found', { what: 'matrix' });
  if (wanted !== null && found.id !== wanted)
    throw new AppError('sheet-of-other-matrix', { name, matrix: found.name });
  return readMatrix(db, found.id);
}

type CurrentAt = (
  rowKey: string,
  columnUid: string,
  field: ReturnedPlace['field'],
) => CurrentCell | undefined;

/** A cell that holds nothing is there as long as its row and its column are. */
function currentCells(matrix: Matrix, columnOf: ReadonlyMap<string, ColumnId>): CurrentAt {
  const rows = new Map<string, Matrix['rows'][number]>(matrix.rows.map((row) => [row.key, row]));
  const columns = new Map(matrix.columns.map((column) => [column.id, column]));
  const cells = new Map(matrix.cells.map((cell) => [`${cell.columnId} ${cell.rowKey}`, cell]));
  return (rowKey, columnUid, field) => {
    const row = rows.get(rowKey);
    const columnId = columnOf.get(columnUid);
    const column = columnId === undefined ? undefined : columns.get(columnId);
    if (row === undefined || column === undefined || !fieldsOf(column).includes(field)) return undefined;
    const value = valueOf(cells.get(`${column.id} ${rowKey}`), field);
    return { text: value === null ? '' : String(value), rowName: row.code, columnTitle: column.title };
  };
}

function refusal(
  { columns }: Matrix,
  columnId: ColumnId | undefined,
  { field }: ReturnedPlace,
  text: string,
): string | undefined {
  const column = columns.find(({ id }) => id === columnId);
  if (column === undefined || text === '') return undefined;
  if (field === 'summary') {
    if (text.endsWith(CUT_NOTE.trim()))
      return 'The export had to cut this text: taking it back would lose what was cut.';
    if (text.length <= MOST_CHARACTERS) return undefined;
    return `This has ${text.length.toLocaleString('en')} characters; a summary holds at most ${MOST_CHARACTERS.toLocaleString('en')}.`;
  }
  const allowed: readonly string[] = field === 'rating' ? ratings : symbolsOf(column.kind);
  return allowed.includes(text) ? undefined : `This is none of: ${allowed.join(', ')}.`;
}

function missingParts(
  exported: ExportedState | null,
  sheets: readonly ReturnedSheet[],
  matrix: Matrix,
  columnOf: ReadonlyMap<string, ColumnId>,
): ReturnedPreview['missing'] {
  if (exported === null) return { rows: [], columns: [] };
  const rows = new Set(sheets.flatMap((sheet) => [...sheet.rowNames.keys()]));
  const columns = new Set(sheets.flatMap((sheet) => [...sheet.columnTitles.keys()]));
  const known = new Map(matrix.columns.map((column) => [column.id, column]));
  const isReadBack = (uid: string): boolean => {
    const column = known.get(columnOf.get(uid) ?? (0 as ColumnId));
    return column !== undefined && column.kind !== 'attribute';
  };
  return {
    rows: [...exported.rows].filter(([key]) => !rows.has(key)).map(([, name]) => name),
    columns: [...exported.columns]
      .filter(([uid]) => !columns.has(uid) && isReadBack(uid))
      .map(([, title]) => title),
  };
}
