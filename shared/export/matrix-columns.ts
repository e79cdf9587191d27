import { symbolsOf } from '../matrices/cell-kinds.ts';
import type { MatrixCell, MatrixColumn } from '../matrices/matrices-contract.ts';
import type { ReturnedField } from '../read-back/sheet-marks.ts';
import type { CellValue } from './sheet.ts';

/** What a sheet shows of a column of a matrix, each in a column of its own; `count` always comes last. */
export type SheetField = 'derived' | ReturnedField | 'count';

export function fieldsOf({ kind }: Pick<MatrixColumn, 'kind'>): readonly SheetField[] {
  if (kind === 'attribute') return ['derived'];
  return [
    ...(kind === 'group' ? (['derived'] as const) : []),
    ...(kind === 'rating' ? (['rating'] as const) : []),
    ...(symbolsOf(kind).length > 0 ? (['symbol'] as const) : []),
    'summary',
    'count',
  ];
}

/** People may edit it in the sheet and read it back. */
export function isReturned(field: SheetField): field is ReturnedField {
  return field === 'summary' || field === 'rating' || field === 'symbol';
}

export function valueOf(cell: MatrixCell | undefined, field: SheetField): CellValue {
  switch (field) {
    case 'derived':
      return cell?.derived ?? '';
    case 'summary':
      return cell?.summary ?? '';
    case 'rating':
      return cell === undefined || cell.rating === null ? null : ratingCell(cell.rating);
    case 'symbol':
      return cell?.symbol ?? null;
    case 'count':
      return cell?.count ?? 0;
  }
}

/** A number where it is one, so that a spreadsheet can reckon with it. */
function ratingCell(rating: NonNullable<MatrixCell['rating']>): CellValue {
  return /^-?\d$/.test(rating) ? Number(rating) : rating;
}
