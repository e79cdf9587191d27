import type { CountedCode } from '../codebook/codebook-contract.ts';
import { codePaths } from './code-paths.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** The codebook in the order of the tree, with the number of codings of each code alone. */
export function codebookSheet(codes: readonly CountedCode[], coderName: string | null): Sheet {
  const paths = codePaths(codes);
  return {
    name: 'Codebook',
    columns: [
      { title: 'Code', width: 28 },
      { title: 'Path', width: 44 },
      { title: 'Kind', width: 14 },
      { title: 'Definition', width: 60 },
      { title: 'Low pole', width: 18 },
      { title: 'High pole', width: 18 },
      { title: 'Cues', width: 36 },
      { title: 'Colour', width: 10 },
      { title: 'Codings', width: 10, numeric: true },
      ...(coderName === null
        ? []
        : [{ title: `Codings of ${coderName}`, width: 12, numeric: true as const }]),
    ],
    rows: codes.map((code) => codeRow(code, paths.get(code.id) ?? code.name, coderName !== null)),
    rowCount: codes.length,
    filter: true,
  };
}

function codeRow(code: CountedCode, path: string, withOwn: boolean): SheetRow {
  return {
    kind: 'plain',
    cells: [
      { value: code.name },
      { value: path },
      { value: code.kind },
      { value: code.definition },
      { value: code.poleLow },
      { value: code.poleHigh },
      { value: code.cues.join('; ') },
      { value: code.color, swatch: code.color },
      { value: code.codings },
      ...(withOwn ? [{ value: code.ownCodings }] : []),
    ],
  };
}
