import type { MatrixId } from '#shared/ids.ts';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { takenCells } from '#shared/read-back/taken-cells.ts';
import { api, host } from '../api/api.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify } from '../ui/toasts-store.ts';
import { closeReadBack, showPreview, useReadBack } from './read-back-store.ts';

/** Asks for a workbook and shows what it would change. */
export async function readBack(matrixId: MatrixId): Promise<void> {
  const [chosen] = await chooseFiles('.xlsx', false);
  if (chosen === undefined) return;
  showPreview(await api.readBack.preview({ file: await host.offerFile(chosen), matrixId }));
}

export async function takeTicked({ matrixId, fileName, cells }: ReturnedPreview): Promise<void> {
  const { ticked, chosen } = useReadBack.getState();
  const taken = takenCells(
    cells.filter((cell) => ticked.has(cell)),
    chosen,
  );
  await api.readBack.take({ matrixId, fileName, cells: taken });
  closeReadBack();
  notify(`Took ${taken.length === 1 ? '1 cell' : `${taken.length} cells`} from ${fileName}`, { undo: true });
}
