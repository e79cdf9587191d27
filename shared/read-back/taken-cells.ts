import type { CallInputOf } from '../contract/method.ts';
import { rowKey } from '../matrices/row-keys.ts';
import type { readBackContract, ReturnedCell } from './read-back-contract.ts';

type TakenCell = CallInputOf<(typeof readBackContract)['take']>['cells'][number];

/** What is to be written; where the sheet says several things, the one whose address was chosen, or else the first. */
export function takenCells(
  cells: readonly ReturnedCell[],
  chosen: ReadonlyMap<ReturnedCell, string>,
): TakenCell[] {
  return cells.flatMap((cell) => {
    const address = chosen.get(cell);
    const option = cell.options.find((one) => one.address === address) ?? cell.options[0];
    if (option === undefined) return [];
    const { columnId, field, before } = cell;
    return [{ columnId, rowKey: rowKey.parse(cell.rowKey), field, before, text: option.text }];
  });
}
