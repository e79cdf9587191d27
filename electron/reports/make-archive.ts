import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { zip } from '@cj-tech-master/excelts/archive';
import type { CoderId } from '#shared/ids.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import { reportHtml } from '#shared/reports/report-html.ts';
import { reportKinds } from '#shared/reports/reports-contract.ts';
import { VERSION } from '#shared/version.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import { csvLines } from '#electron/export/csv-archive.ts';
import { transcriptRows } from '#electron/exchange/gather-sql.ts';
import { findProject } from '#electron/project/project-sql.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { buildReport } from './build-report.ts';
import { reportDocx } from './report-docx.ts';
import { columnNames, studyTables, tableRows } from './reports-sql.ts';

export interface ArchiveRequest {
  readonly projectPath: string;
  readonly coderId: CoderId | null;
  readonly coderName: string | null;
  readonly madeAt: string;
  readonly file: string;
}

const BOM = '\uFEFF';

/**
 * The study in formats that can be read without Crosscase, now and in thirty years: every report, every text, and every
 * table of the project file, whatever tables there are. Returns the size in bytes. Runs on a worker thread.
 */
export async function makeArchive(request: ArchiveRequest, report: ReportProgress): Promise<number> {
  const { projectPath, coderId, coderName, madeAt, file } = request;
  const connection = openForReading(projectPath, coderId);
  try {
    connection.exec('BEGIN');
    const db = new ReadableDb(connection);
    const tables = studyTables(db);
    const total = reportKinds.length + tables.length + 2;
    let done = 0;
    const archive = zip({ modTime: new Date(madeAt), noSort: true });
    const sums: string[] = [];
    const add = (name: string, content: string | Uint8Array): void => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
      archive.add(name, bytes);
    };
    const step = (): void => report((done += 1), total);

    add('README.txt', readme(findProject(db)?.title ?? '', tables, madeAt));
    for (const [name, text] of transcriptFiles(db)) add(name, text);
    step();
    for (const kind of reportKinds) {
      const document = buildReport(db, kind, madeAt, coderName);
      add(`reports/${kind}.html`, [...reportHtml(document)].join(''));
      if (kind === 'codebook' || kind === 'memo book')
        add(`reports/${kind}.docx`, await reportDocx(document));
      step();
    }
    for (const table of tables) {
      const columns = columnNames(db, table);
      const rows = [...tableRows(db, table)];
      const lines = rows.map((row) => columns.map((column) => row[column] ?? null));
      add(`tables/${table}.csv`, BOM + csvLines([columns, ...lines]));
      add(`tables/${table}.json`, JSON.stringify(rows));
      step();
    }
    // The list of sums itself has none.
    archive.add('SHA256SUMS.txt', Buffer.from(`${sums.join('\n')}\n`, 'utf8'));
    await archive.pipeTo(fs.createWriteStream(file));
    step();
    return fs.statSync(file).size;
  } finally {
    connection.close();
  }
}

function* transcriptFiles(db: ReadableDb): Generator<readonly [name: string, text: string]> {
  const taken = new Set<string>();
  for (const { title, text } of transcriptRows(db)) {
    const plain = safeFileName(title, 'Transcript');
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain} (${number})`;
    taken.add(name.toLowerCase());
    yield [`transcripts/${name}.txt`, text];
  }
}

function readme(title: string, tables: readonly string[], madeAt: string): string {
  return `${title}
Archive made on ${madeAt} with Crosscase ${VERSION}.

Everything here can be read without Crosscase.

transcripts/   the newest version of every interview, as plain text (UTF-8, one line feed at the end of a line)
reports/       quotations by code and by case, codebook, memo book, participants, audit trail: web pages that load
               nothing from elsewhere; the codebook and the memo book also as Word documents
tables/        every table of the project file, as .csv (UTF-8 with a byte order mark, for spreadsheets) and as .json
               (exact). In a .csv a text that begins with a sign that spreadsheets take for a formula has an apostrophe
               before it; the .json has it as it is.
SHA256SUMS.txt the checksum of every file: "sha256sum -c SHA256SUMS.txt" says whether they are still what they were

How the tables belong together: every table has an "id"; a column called x_id holds the id of a row of table x; "uid" is
the identity that stays the same in other files. Positions ("start", "end") count UTF-16 code units in the text of the
transcript_version that version_id names, from 0, the end not included. "change_group" and "change" are the history: what
was done, when, by whom, and each row before and after it, as JSON.

Tables: ${tables.join(', ')}

The archive holds the words of participants. Keep it as their consent asks.
`;
}
