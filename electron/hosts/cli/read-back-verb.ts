import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import type { ReturnedCell, ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { takenCells } from '#shared/read-back/taken-cells.ts';
import type { Core } from '#electron/core/core.ts';
import { openFor } from './open-for.ts';
import { counted, type Report } from './report.ts';

export interface ReadBackOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly coder?: string;
}

/** Takes what only the workbook changed; what somebody has to decide is listed, unless all of it is asked for. */
export async function importSummaries(
  core: Core,
  api: Client,
  project: string,
  xlsx: string,
  { dryRun = false, all = false, coder }: ReadBackOptions,
): Promise<Report> {
  await openFor(api, project, coder);
  const preview = await api.readBack.preview({ file: core.files.offer(path.resolve(xlsx)) });
  const { matrixId, matrixName, fileName, cells, problems } = preview;
  const taken = cells.filter(({ state, isSuggested }) => isSuggested || (all && state !== 'several'));
  const open = cells.filter((cell) => !taken.includes(cell));
  if (taken.length > 0 && !dryRun)
    await api.readBack.take({ matrixId, fileName, cells: takenCells(taken, new Map()) });
  const verb = dryRun ? 'Would take' : 'Took';
  return {
    lines: [
      `${verb} ${counted(taken.length, 'cell')} of “${matrixName}” from ${fileName}.`,
      ...taken.map((cell) => `  ${placeOf(cell)}`),
      ...open.flatMap((cell) => [`Left open: ${placeOf(cell)}`, ...cell.notes.map((note) => `  ${note}`)]),
      ...problems.map(({ address, message }) => `Cannot be taken: ${address}. ${message}`),
      ...strayLines(preview),
    ],
    result: {
      matrix: matrixName,
      dryRun,
      taken: taken.map(asResult),
      open: open.map(asResult),
      problems,
      missing: preview.missing,
      foreign: preview.foreign,
    },
    unsound: open.length > 0 || problems.length > 0,
  };
}

function placeOf({ rowName, columnTitle, field, options }: ReturnedCell): string {
  const what = field === 'summary' ? '' : ` (${field})`;
  return `${rowName} × ${columnTitle}${what}: ${options.map(({ address }) => address).join(', ')}`;
}

function asResult({ rowName, columnTitle, field, before, options, state, notes }: ReturnedCell) {
  return { row: rowName, column: columnTitle, field, before, options, state, notes };
}

function strayLines({ missing, foreign }: ReturnedPreview): string[] {
  return [
    ...missing.rows.map((row) => `Not in the workbook any more, and left as it is: row ${row}`),
    ...missing.columns.map((column) => `Not in the workbook any more, and left as it is: column ${column}`),
    ...foreign.map(
      ({ place, texts }) => `Not of this matrix, and left out: ${place} (${texts.join(' · ').slice(0, 80)})`,
    ),
  ];
}
