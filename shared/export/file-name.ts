import type { MatrixFormat } from './export-contract.ts';

/** The name of the export of a matrix. The csv files of the sheets travel in one zip. */
export function exportFileName(matrixName: string, format: MatrixFormat): string {
  const name = safeFileName(matrixName, 'Matrix');
  switch (format) {
    case 'csv':
      return `${name}.zip`;
    case 'cases':
      return `${name}, cases.docx`;
    default:
      return `${name}.${format}`;
  }
}

/** A name that every operating system takes; `fallback` when nothing of it is left. */
export function safeFileName(name: string, fallback: string): string {
  const safe = name
    // oxlint-disable-next-line no-control-regex -- control characters are among what file names cannot hold
    .replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/g, '-')
    .replaceAll(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 100)
    .toWellFormed();
  return safe === '' ? fallback : safe;
}
