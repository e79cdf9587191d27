import type { ColumnId, MatrixId } from '#shared/ids.ts';
import type { matrixFormats } from '#shared/export/export-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { goToScreen, navigate, useNavigation } from '../app/navigation.ts';
import { readBack } from '../read-back/read-back-actions.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { notify } from '../ui/toasts-store.ts';
import { openDialog, useMatrices } from './matrices-store.ts';
import { changeReading, useReading } from './reading-store.ts';
import { saveSummary } from './cell-saving.ts';
import type { CellPlace } from './matrix-model.ts';

type Format = (typeof matrixFormats)[number];

export function openMatrix(matrixId: MatrixId): void {
  navigate({ screen: 'matrices', matrixId });
}

export async function createMatrix(input: Parameters<typeof api.matrices.create>[0]): Promise<void> {
  openMatrix(await api.matrices.create(input));
}

export async function removeMatrix(id: MatrixId, name: string): Promise<void> {
  await api.matrices.remove({ id });
  navigate({ screen: 'matrices' });
  notify(`Removed matrix “${name}”`, { undo: true });
}

type ViewChange = Omit<Parameters<typeof api.matrices.setView>[0], 'id'>;

export async function changeView(id: MatrixId, view: ViewChange): Promise<void> {
  await api.matrices.setView({ id, ...view });
}

export async function removeColumn(id: ColumnId, title: string): Promise<void> {
  await api.matrices.removeColumn({ id });
  notify(`Removed column “${title}”`, { undo: true });
}

/** Moves a column by one place or more; at the edge it stays. */
export async function moveColumn(id: ColumnId, by: number): Promise<void> {
  const columns = useMatrices.getState().model?.columns ?? [];
  const index = columns.findIndex((column) => column.id === id) + by;
  if (index >= 0 && index < columns.length) await api.matrices.moveColumn({ id, index });
}

export const COLUMN_WIDTHS = { least: 80, usual: 240, most: 900, step: 20 } as const;

export function showWidth(id: ColumnId, width: number): number {
  const fitting = Math.round(Math.max(COLUMN_WIDTHS.least, Math.min(width, COLUMN_WIDTHS.most)));
  useMatrices.setState(({ widths }) => ({ widths: { ...widths, [id]: fitting } }));
  return fitting;
}

export async function resizeColumn(id: ColumnId, width: number): Promise<void> {
  await api.matrices.changeColumn({ id, width: showWidth(id, width) });
}

/** Empties a cell's summary; its evidence stays. */
export async function clearSummary(place: CellPlace): Promise<void> {
  await saveSummary(place, '');
  notify('Cleared the summary', { undo: true });
}

export async function exportMatrix(matrixId: MatrixId, format: Format): Promise<void> {
  const made = await api.export.matrix({ matrixId, format });
  const saved = await saveExport(made);
  if (saved !== null) notify(`Exported ${saved}`);
}

function currentMatrix(): MatrixId | null {
  return useMatrices.getState().model?.matrix.id ?? null;
}

const onMatrix = (): boolean =>
  hasProject() && useNavigation.getState().place.screen === 'matrices' && currentMatrix() !== null;

const isOfCases = (): boolean => onMatrix() && useMatrices.getState().model?.matrix.rowKind === 'cases';

/** The column where the keys are; the first one when they were nowhere yet. */
function currentColumn(): ColumnId | null {
  if (!onMatrix()) return null;
  const { place } = useNavigation.getState();
  const columns = useMatrices.getState().model?.columns ?? [];
  const wanted = place.screen === 'matrices' ? place.columnId : undefined;
  return (columns.find(({ id }) => id === wanted) ?? columns[0])?.id ?? null;
}

async function exportCurrent(format: Format): Promise<void> {
  const id = currentMatrix();
  if (id !== null) await exportMatrix(id, format);
}

async function readBackCurrent(): Promise<void> {
  const id = currentMatrix();
  if (id !== null) await readBack(id);
}

export const matricesActions: readonly Action[] = [
  {
    id: 'matrices.new',
    label: 'New matrix…',
    group: 'Matrices',
    keywords: 'cross-case table create',
    enabled: hasProject,
    run() {
      goToScreen('matrices');
      openDialog({ kind: 'new' });
    },
  },
  {
    id: 'matrices.add-column',
    label: 'Add a column…',
    group: 'Matrices',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'add-column' }),
  },
  {
    id: 'matrices.describe',
    label: 'Name and decision rules of the matrix…',
    group: 'Matrices',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'matrix' }),
  },
  {
    id: 'matrices.column-rule',
    label: 'Decision rule of this column…',
    group: 'Matrices',
    enabled: () => currentColumn() !== null,
    run() {
      const columnId = currentColumn();
      if (columnId !== null) openDialog({ kind: 'column', columnId, field: 'rule' });
    },
  },
  {
    id: 'matrices.by-group',
    label: 'This column by group…',
    group: 'Matrices',
    keywords: 'small multiples compare groups types',
    enabled: () => isOfCases() && currentColumn() !== null,
    run() {
      const columnId = currentColumn();
      if (columnId !== null) openDialog({ kind: 'by-group', columnId });
    },
  },
  {
    id: 'matrices.filter',
    label: 'Which cases count in the matrix…',
    group: 'Matrices',
    keywords: 'filter attribute type leave out',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'filter' }),
  },
  {
    id: 'matrices.pattern',
    label: 'What contradicts a pattern…',
    group: 'Matrices',
    keywords: 'highlight exceptions negative cases',
    enabled: isOfCases,
    run: () => openDialog({ kind: 'pattern' }),
  },
  {
    id: 'matrices.heat',
    label: 'Shade the cells by counts, or not',
    group: 'Matrices',
    keywords: 'heat map',
    enabled: onMatrix,
    run: () => changeReading({ heat: !useReading.getState().heat }),
  },
  {
    id: 'matrices.draw',
    label: 'Draw a second matrix from this one…',
    group: 'Matrices',
    keywords: 'reduce reduction merge columns summary',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'draw' }),
  },
  {
    id: 'matrices.reduction-log',
    label: 'Reduction log of the matrix',
    group: 'Matrices',
    keywords: 'merged left out why audit',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'reduction-log' }),
  },
  {
    id: 'matrices.export-xlsx',
    label: 'Export the matrix to Excel',
    group: 'Matrices',
    keywords: 'spreadsheet xlsx download',
    enabled: onMatrix,
    run: () => exportCurrent('xlsx'),
  },
  {
    id: 'matrices.export-docx',
    label: 'Export the matrix to Word',
    group: 'Matrices',
    keywords: 'document docx table download',
    enabled: onMatrix,
    run: () => exportCurrent('docx'),
  },
  {
    id: 'matrices.export-cases',
    label: 'Export a report of each case to Word',
    group: 'Matrices',
    keywords: 'document docx within-case narrative download',
    enabled: onMatrix,
    run: () => exportCurrent('cases'),
  },
  {
    id: 'matrices.export-html',
    label: 'Export the matrix to a web page',
    group: 'Matrices',
    keywords: 'html print phone download',
    enabled: onMatrix,
    run: () => exportCurrent('html'),
  },
  {
    id: 'matrices.export-csv',
    label: 'Export the matrix to CSV',
    group: 'Matrices',
    keywords: 'spreadsheet download',
    enabled: onMatrix,
    run: () => exportCurrent('csv'),
  },
  {
    id: 'matrices.read-back',
    label: 'Take back an edited Excel workbook…',
    group: 'Matrices',
    keywords: 'import summaries ratings xlsx co-author',
    enabled: onMatrix,
    run: readBackCurrent,
  },
  {
    id: 'matrices.remove',
    label: 'Remove the matrix…',
    group: 'Matrices',
    keywords: 'delete',
    enabled: onMatrix,
    run: () => openDialog({ kind: 'remove-matrix' }),
  },
];
