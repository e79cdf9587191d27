import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InputOf } from '#shared/contract/method.ts';
import type { Sheet } from '#shared/export/sheet.ts';
import type { CoderId } from '#shared/ids.ts';
import {
  aboutSheet,
  fragmentsSheet,
  groupsSheet,
  type ExportedFragment,
  type ExportFacts,
} from '#shared/retrieval/fragment-export.ts';
import { crossedSheets } from '#shared/retrieval/crossed-sheets.ts';
import { fragmentsHtml } from '#shared/retrieval/fragments-html.ts';
import type { retrievalContract } from '#shared/retrieval/retrieval-contract.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import { writeCsvFile } from '#electron/export/csv-archive.ts';
import { writeWorkbook } from '#electron/export/workbook.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { exportedFragments } from './exported-fragments.ts';
import { exportFacts } from './export-facts.ts';
import { writeFragmentsDocx } from './fragments-docx.ts';
import { runQuery } from './run-query.ts';

export interface FragmentsExport extends Omit<InputOf<(typeof retrievalContract)['export']>, 'name'> {
  readonly projectPath: string;
  readonly coderId: CoderId | null;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** Where to write. */
  readonly file: string;
}

/** Writes the answer to a question about fragments and returns its size in bytes. Runs on a worker thread. */
export async function exportFragments(input: FragmentsExport, report: ReportProgress): Promise<number> {
  const connection = openForReading(input.projectPath, input.coderId);
  try {
    // One transaction, so that the counts and the fragments are of one moment however long the writing takes.
    connection.exec('BEGIN');
    const db = new ReadableDb(connection);
    const result = runQuery(db, input.query, input.groupBy, input.crossBy);
    const facts = exportFacts(db, result, input);
    const fragments = exportedFragments(db, result, input, (done) => report(done, result.found.length));
    await write(input, facts, fragments);
    return fs.statSync(input.file).size;
  } finally {
    connection.close();
  }
}

async function write(
  { format, file, exportedAt }: FragmentsExport,
  facts: ExportFacts,
  fragments: Generator<ExportedFragment>,
): Promise<void> {
  const nothing = (): void => {};
  switch (format) {
    case 'xlsx': {
      const about = { title: facts.studyTitle, author: facts.coderName ?? 'Crosscase', madeAt: exportedAt };
      const sheets = [
        ...fragmentSheets(facts.total, fragments),
        groupsSheet(facts),
        ...crossedSheets(facts),
        aboutSheet(facts),
      ];
      return writeWorkbook(file, about, sheets, nothing);
    }
    case 'csv':
      return writeCsvFile(file, fragmentsSheet(facts.total, fragments), nothing);
    case 'html':
      return pipeline(Readable.from(fragmentsHtml(facts, fragments)), fs.createWriteStream(file));
    case 'docx':
      return writeFragmentsDocx(file, facts, fragments);
  }
}

/** A spreadsheet ends at row 1,048,576; further fragments go on on a sheet of their own. */
const MOST_ROWS = 1_000_000;

function fragmentSheets(total: number, fragments: Generator<ExportedFragment>): Sheet[] {
  return Array.from({ length: Math.max(1, Math.ceil(total / MOST_ROWS)) }, (_, index) => {
    const rows = Math.min(MOST_ROWS, total - index * MOST_ROWS);
    const sheet = fragmentsSheet(rows, take(fragments, rows));
    return index === 0 ? sheet : { ...sheet, name: `${sheet.name} ${index + 1}` };
  });
}

function* take<Item>(items: Generator<Item>, most: number): Generator<Item> {
  for (let taken = 0; taken < most; taken += 1) {
    const next = items.next();
    if (next.done === true) return;
    yield next.value;
  }
}
