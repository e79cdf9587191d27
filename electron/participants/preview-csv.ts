import { inferType } from '#shared/participants/attribute-values.ts';
import {
  guessKeyColumn,
  participantRows,
  type ParticipantRow,
} from '#shared/participants/participant-rows.ts';
import type { CsvColumn, CsvPreview, MatchedRow } from '#shared/participants/participants-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readTableFile, type FileTable } from '#electron/import/table-formats.ts';
import { attributeNamed, participantWithCode, requireParticipant, valueOf } from './participants-sql.ts';

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
    rowsMatched: rows.map((row) => matchRow(db, row)),
    newParticipants: rows.length - known,
    knownParticipants: known,
    problems: [...problems, ...table.problems].toSorted((a, b) => a.line - b.line),
  };
}

/** Beside the participant of this code, with what it says otherwise; a column without an attribute changes nothing. */
function matchRow(db: ReadableDb, { line, code, values }: ParticipantRow): MatchedRow {
  const id = participantWithCode(db, code);
  if (id === undefined) return { line, code, isNew: true, changes: [], additions: values.size };
  const changes: { column: string; before: string; after: string }[] = [];
  let additions = 0;
  for (const [column, after] of values) {
    const attribute = attributeNamed(db, column);
    const before = attribute === undefined ? undefined : valueOf(db, id, attribute.id);
    if (before === undefined) additions += 1;
    else if (before !== after) changes.push({ column, before, after });
  }
  return { line, code: requireParticipant(db, id).code, isNew: false, changes, additions };
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
