import type { MatrixId } from '#shared/ids.ts';
import { unpackCells } from '#shared/matrices/packed-cells.ts';
import { withRows } from '#shared/matrices/rows-now.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { useFollowed } from '../api/use-followed.ts';
import { MATRIX_TABLES } from './matrix-tables.ts';

/** A matrix that stays true. Of a cell that changes only its row is asked for: a large one has tens of thousands. */
export function useMatrix(id: MatrixId) {
  return useFollowed(
    {
      async load(): Promise<Matrix> {
        const matrix = await api.matrices.getPacked({ id });
        return { ...matrix, cells: unpackCells(matrix.cells) };
      },
      async follow(matrix, changes) {
        const now = await api.matrices.rowsAfter({ id, changes: [...changes] });
        return now === null ? null : { ...matrix, cells: withRows(matrix.cells, now.rowKeys, now.cells) };
      },
    },
    MATRIX_TABLES,
    [id],
  );
}
