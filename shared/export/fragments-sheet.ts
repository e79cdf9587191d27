import type { Code } from '../codebook/codebook-contract.ts';
import type { Fragment } from '../coding/coding-contract.ts';
import type { MatrixColumn, Stance } from '../matrices/matrices-contract.ts';
import type { CellLink, SheetColumn, SheetRow } from './sheet.ts';

/** A fragment as it stands in one cell of the matrix. */
export interface CellFragment {
  readonly fragment: Fragment;
  readonly column: MatrixColumn;
  /** What the fragment does for the summary of the cell; null when the summary does not rest on it. */
  readonly stance: Stance | null;
  readonly code: Pick<Code, 'poleLow' | 'poleHigh'>;
  readonly codePath: string;
  readonly caseCode: string;
  /** The row of the matrix: its name, and its number on the sheet. */
  readonly rowName: string;
  readonly rowNumber: number;
  /** Back to the cell. */
  readonly link: CellLink | undefined;
}

export const fragmentColumns: readonly SheetColumn[] = [
  { title: 'Case', width: 10 },
  { title: 'Column', width: 18 },
  { title: 'Code', width: 34 },
  { title: 'Quotation', width: 70 },
  { title: 'Translation', width: 40 },
  { title: 'Evidence', width: 12 },
  { title: 'Pole', width: 18 },
  { title: 'Memo', width: 34 },
  { title: 'Coder', width: 10 },
  { title: 'Transcript', width: 16 },
  { title: 'Section', width: 22 },
  { title: 'Speaker', width: 10 },
  { title: 'Turn', width: 7, numeric: true },
  { title: 'Start', width: 8, numeric: true },
  { title: 'End', width: 8, numeric: true },
  { title: 'Coding', width: 9, numeric: true },
];

export function fragmentRow({
  fragment,
  column,
  stance,
  code,
  codePath,
  caseCode,
  link,
}: CellFragment): SheetRow {
  return {
    kind: 'plain',
    cells: [
      { value: caseCode, link },
      { value: column.title },
      { value: codePath },
      { value: fragment.quotation },
      { value: fragment.translation },
      { value: stance },
      { value: poleName(fragment.weight, code) },
      { value: fragment.memo },
      { value: fragment.coderName },
      { value: fragment.transcriptTitle },
      { value: fragment.sectionTitle },
      { value: fragment.speaker },
      { value: fragment.turnNumber },
      { value: fragment.start },
      { value: fragment.end },
      { value: fragment.id },
    ],
  };
}

/** The pole by its name; a weight that is no pole by its number. */
export function poleName(
  weight: number | null,
  { poleLow, poleHigh }: Pick<Code, 'poleLow' | 'poleHigh'>,
): string | null {
  if (weight === null) return null;
  const name = weight === -1 ? poleLow : weight === 1 ? poleHigh : null;
  return name ?? String(weight);
}
