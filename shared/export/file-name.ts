import type { MatrixFormat } from './export-contract.ts';

/** A name that every operating system takes. The csv files of the sheets travel in one zip. */
export function exportFileName(matrixName: string, format: MatrixFormat): string {
  const safe = matrixName
    // oxlint-disable-next-line no-control-regex -- control characters are among what file names cannot hold
    .replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/g, '-')
    .replaceAll(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 100)
    .toWellFormed();
  return `${safe === '' ? 'Matrix' : safe}.${format === 'csv' ? 'zip' : 'xlsx'}`;
}
