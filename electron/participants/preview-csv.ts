import { inferType } from '#shared/participants/attribute-values.ts';
import { guessKeyColumn, participantRows } from '#shared/participants/participant-rows.ts';
import type { CsvColumn, CsvPreview } from '#shared/participants/participants-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readTableFile, type FileTable } from '#electron/import/table-formats.ts';
import { attributeNamed, participantWithCode } from './participants-sql.ts';

const EXAMPLES = 4;

/** What a table would become. Nothing is stored by looking. */
export async function previewCsv(
  db: ReadableDb,
  file: StoredFile,
  givenKey: string | null,
): Promise<CsvPreview> {
  const table = await readTableFile(file);
  const keyColumn = givenKey ?? guessKeyColumn(table);
  requireColumns(table, file.name, [keyColumn]);
  const { rows, problems } = participantRows(table, keyColumn);
  const taken = new Set(rows.map(({ line }) => line));
  const takenRows = table.rows.filter(({ line }) => taken.has(line));
  const known = rows.filter(({ code }) => participantWithCode(db, code) !== undefined).length;
  return {
    fileName: file.name,
    separator: table.separator,
    rows: table.rows.length + table.problems.length,
    keyColumn,
    columns: table.header.map((name, column) =>
      describeColumn(
        db,
        name,
        takenRows.map(({ cells }) => cells[column]?.trim() ?? ''),
      ),
    ),
    newParticipants: rows.length - known,
    knownParticipants: known,
    problems: [...problems, ...table.problems].toSorted((a, b) => a.line - b.line),
  };
}

/** Throws `csv-invalid` when the file does not have one of the columns: it was changed since it was looked at. */
export function requireColumns(table: FileTable, fileName: string, names: readonly string[]): void {
  const missing = names.find((name) => !table.header.includes(name));
  if (missing === undefined) return;
  const message = `There is no column “${missing}”.`;
  throw new AppError('csv-invalid', { name: fileName, line: 1, message });
}

/** An attribute that is in the project already keeps its type. */
function describeColumn(db: ReadableDb, name: string, values: readonly string[]): CsvColumn {
  const written = values.filter((value) => value !== '');
  return {
    name,
    type: attributeNamed(db, name)?.type ?? inferType(values),
    examples: [...new Set(written)].slice(0, EXAMPLES),
    filled: written.length,
  };
}
