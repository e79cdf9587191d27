import { stateWord, verdictWord } from '../checking/state-words.ts';
import type { Matrix } from '../matrices/matrices-contract.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import { stateAt, type Claims } from './claims.ts';
import { layoutSheetRows, leadingColumns, type MatrixLayout } from './matrix-layout.ts';
import { columnPlaces, MATRIX_SHEET } from './matrix-sheet.ts';
import type { CellLink, Sheet, SheetRow } from './sheet.ts';

/** Rows × columns with the state of each cell; a case stands in the same row as on the Matrix sheet. */
export function statesSheet(matrix: Matrix, layout: MatrixLayout, claims: Claims): Sheet {
  const cells = byCell(matrix.cells);
  const links = linksTo(matrix, layout);
  const columns = [...leadingColumns(layout), ...matrix.columns.map(({ title }) => ({ title, width: 18 }))];
  const rows = layoutSheetRows(layout, columns.length, ({ key }) =>
    matrix.columns.map(({ id }) => {
      const state = stateAt(claims, { rowKey: key, columnId: id }, cells.get(cellKey(key, id)));
      return {
        value: state === 'empty' ? null : stateWord(state),
        link: state === 'empty' ? undefined : links(key, id),
      };
    }),
  );
  return { name: 'States', columns, rows, rowCount: rows.length, filter: false };
}

/** Checks, reasons, sources, sentences and the log of the reduction: those that there are. */
export function claimsSheets(matrix: Matrix, layout: MatrixLayout, claims: Claims): Sheet[] {
  const links = linksTo(matrix, layout);
  const titles = new Map(matrix.columns.map(({ id, title }) => [id, title]));
  const names = new Map(matrix.rows.map(({ key, code }) => [key, code]));
  const placed = (place: Pick<Claims['checks'][number], 'rowKey' | 'columnId'>) => [
    { value: names.get(place.rowKey) ?? '', link: links(place.rowKey, place.columnId) },
    { value: titles.get(place.columnId) ?? '' },
  ];
  const plain = (...values: readonly string[]) => values.map((value) => ({ value }));
  const checks = claims.checks.map((check): SheetRow => ({
    kind: 'plain',
    cells: [
      ...placed(check),
      ...plain(
        check.checker,
        check.verdict === null ? 'Not decided yet' : verdictWord(check.verdict),
        check.note,
        check.own,
        check.at,
        check.answer,
        check.answeredBy ?? '',
        check.resolution,
        check.resolvedBy ?? '',
        check.isCurrent ? 'yes' : 'no: the cell was changed since',
      ),
    ],
  }));
  const sources = claims.sources.map((source): SheetRow => ({
    kind: 'plain',
    cells: [
      ...placed(source),
      ...plain(source.stance, source.matrix, source.row, source.column, source.summary, source.judgement),
    ],
  }));
  const reasons = claims.reasons.map((reason): SheetRow => ({
    kind: 'plain',
    cells: [...placed(reason), ...plain(reason.judgement, reason.rationale)],
  }));
  const sentences = claims.sentences.map((link): SheetRow => ({
    kind: 'plain',
    cells: [...placed(link), ...plain(link.sentence, link.restsOn)],
  }));
  const steps = claims.steps.map((step): SheetRow => ({
    kind: 'plain',
    cells: plain(step.at, step.coderName, step.kind, step.column, step.sources, step.reason),
  }));
  return [
    list('Checks', CHECK_COLUMNS, checks),
    list('Reasons', REASON_COLUMNS, reasons),
    list('Sources', SOURCE_COLUMNS, sources),
    list('Sentences', SENTENCE_COLUMNS, sentences),
    list('Reduction log', STEP_COLUMNS, steps),
  ].filter(({ rowCount }) => rowCount > 0);
}

const CHECK_COLUMNS: readonly (readonly [string, number])[] = [
  ['Row', 12],
  ['Column', 18],
  ['Checker', 12],
  ['Verdict', 18],
  ['Note', 50],
  ['Own view, written first', 50],
  ['Checked at', 22],
  ['Answer', 50],
  ['Answered by', 12],
  ['Resolution', 50],
  ['Resolved by', 12],
  ['About the cell as it is', 16],
];

const REASON_COLUMNS: readonly (readonly [string, number])[] = [
  ['Row', 12],
  ['Column', 18],
  ['Judgement', 14],
  ['Reason', 60],
];

const SOURCE_COLUMNS: readonly (readonly [string, number])[] = [
  ['Row', 12],
  ['Column', 18],
  ['Evidence', 12],
  ['Matrix', 24],
  ['Row there', 12],
  ['Column there', 18],
  ['Summary there', 60],
  ['Judgement there', 14],
];

const SENTENCE_COLUMNS: readonly (readonly [string, number])[] = [
  ['Row', 12],
  ['Column', 18],
  ['Sentence', 50],
  ['Rests on', 70],
];

const STEP_COLUMNS: readonly (readonly [string, number])[] = [
  ['At', 22],
  ['By', 12],
  ['Step', 12],
  ['Column', 24],
  ['Sources', 50],
  ['Reason', 60],
];

function list(
  name: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly SheetRow[],
): Sheet {
  return {
    name,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows,
    rowCount: rows.length,
    filter: true,
  };
}

/** Back to the cell on the Matrix sheet. */
function linksTo(
  matrix: Matrix,
  layout: MatrixLayout,
): (
  rowKey: Matrix['rows'][number]['key'],
  columnId: Matrix['columns'][number]['id'],
) => CellLink | undefined {
  const places = columnPlaces(matrix, layout);
  return (rowKey, columnId) => {
    const row = layout.rowOf.get(rowKey);
    const column = places.get(columnId);
    return row === undefined || column === undefined ? undefined : { sheet: MATRIX_SHEET, row, column };
  };
}
