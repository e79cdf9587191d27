import path from 'node:path';
import { parseCodebook, type ParsedCodebook } from '#shared/codebook/codebook-json.ts';
import { codesOfOutline } from '#shared/codebook/codebook-outline.ts';
import { codebookOf, codesOfTable, type WrittenCode } from '#shared/codebook/codebook-table.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/ids.ts';
import type { FileStore } from '#electron/core/file-store.ts';
import { readCsvTable } from '#electron/import/csv-table.ts';
import { decodeText } from '#electron/import/decode-text.ts';
import { docxTranscript } from '#electron/import/docx-transcript.ts';
import { recogniseContent } from '#electron/import/recognise-content.ts';
import { readSourceFile } from '#electron/import/source-file.ts';
import { readXlsxRows } from '#electron/import/xlsx-rows.ts';

/** Throws the file errors, and `codebook-invalid` with every problem of the content. */
export async function readCodebookFile(files: FileStore, ref: FileRef): Promise<ParsedCodebook> {
  const file = files.resolve(ref);
  const bytes = await readSourceFile(file);
  const extension = path.extname(file.name).toLowerCase();
  const content = recogniseContent(bytes);
  if (content === 'xlsx') return fromTable(file.name, await readXlsxRows(bytes, file.name));
  if (content === 'docx') {
    const { text: outline } = await docxTranscript.read(bytes, file.name, null);
    return fromWritten(file.name, codesOfOutline(outline), NO_HEADINGS);
  }
  const { text, isSure } = decodeText(bytes, file.name);
  if (extension === '.csv' || extension === '.tsv') {
    const { header, rows } = readCsvTable(text, file.name);
    return fromTable(file.name, [header, ...rows.map(({ cells }) => cells.map(unguarded))]);
  }
  // JSON is always Unicode: a guess would be wrong.
  return parseCodebook(file.name, isSure ? text : decodeText(bytes, file.name, 'utf-8').text);
}

const NO_CODES = 'It has no column “Code” with names of codes under it.';
const NO_HEADINGS =
  'It has no headings: every code is a heading (style Heading 1, 2, …), and its definition stands below.';

function fromTable(name: string, [header = [], ...rows]: readonly (readonly string[])[]): ParsedCodebook {
  return fromWritten(name, codesOfTable(header, rows), NO_CODES);
}

function fromWritten(name: string, codes: readonly WrittenCode[], problem: string): ParsedCodebook {
  if (codes.length === 0) throw new AppError('codebook-invalid', { name, problems: [problem] });
  return parseCodebook(name, JSON.stringify(codebookOf('', codes)));
}

/** Our own csv marks a text that a spreadsheet would take for a formula with an apostrophe. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '');
}
