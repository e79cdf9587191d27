import { isJudged, judgementOf } from '#shared/matrices/judgement-keys.ts';
import { api } from '../api/api.ts';
import { cellKey, type CellPlace, type MatrixModel } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

/** Judges the cell when its column asks for that and the key says something; true when the key must do nothing else. */
export function judgeByKey(model: MatrixModel, place: CellPlace, key: string): boolean {
  const column = model.columns.find(({ id }) => id === place.columnId);
  if (column === undefined || !isJudged(column.kind) || key.length !== 1) return false;
  const before = model.cells.get(cellKey(place))?.rating ?? null;
  const judgement = judgementOf(column.kind, key, before);
  if (judgement !== undefined) runSafely(api.matrices.judge({ ...place, ...judgement }));
  // Enter writes; a letter that says nothing here must not open the text by mistake.
  return true;
}
