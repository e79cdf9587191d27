import fs from 'node:fs';
import { must } from '#shared/assert.ts';
import type { CodebookFormat } from '#shared/codebook/code-depth-contract.ts';
import { codebookToJson } from '#shared/codebook/codebook-json.ts';
import { outlineOf } from '#shared/codebook/codebook-outline.ts';
import { wholeCodebookSheet } from '#shared/codebook/codebook-table.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { codebookDocx } from '#electron/export/codebook-docx.ts';
import { csvLines } from '#electron/export/csv-archive.ts';
import { writeWorkbook } from '#electron/export/workbook.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { listDomains } from './code-guidance-sql.ts';
import { listCodebook } from './list-codebook.ts';

const BOM = '\uFEFF';

/** A codebook is small: it is written at once, without a task. */
export async function exportCodebook(services: Services, format: CodebookFormat): Promise<ExportedFile> {
  const { session, files } = services;
  const name = `Codebook.${format}`;
  const place = files.reserve(name);
  const { readable } = session.requireProject();
  try {
    if (format === 'xlsx') await writeXlsx(services, place.path);
    else fs.writeFileSync(place.path, await contentOf(services, format));
    return { file: place.ref, name, bytes: fs.statSync(place.path).size };
  } catch (error) {
    fs.rmSync(place.path, { force: true });
    throw error;
  }

  async function contentOf(
    { session: { actor } }: Services,
    kind: 'csv' | 'docx' | 'json',
  ): Promise<string | Buffer> {
    const codes = listCodebook(readable, actor.coderId);
    const domains = listDomains(readable);
    const { title } = must(findProject(readable), 'an open project has a row that describes it');
    if (kind === 'json') return codebookToJson(codes, { name: title, source: '', domains });
    if (kind === 'docx') {
      return codebookDocx(
        { author: authorOf(services), title: `Codebook of ${title}` },
        outlineOf(codes, domains),
      );
    }
    const { columns, rows } = wholeCodebookSheet(codes, domains);
    const lines = [...rows].map(({ cells }) => cells.map(({ value }) => value));
    return BOM + csvLines([columns.map((column) => column.title), ...lines]);
  }
}

async function writeXlsx(services: Services, file: string): Promise<void> {
  const { readable } = services.session.requireProject();
  const { title } = must(findProject(readable), 'an open project has a row that describes it');
  const sheet = wholeCodebookSheet(
    listCodebook(readable, services.session.actor.coderId),
    listDomains(readable),
  );
  const facts = { title, author: authorOf(services), madeAt: services.deps.now() };
  await writeWorkbook(file, facts, [sheet], () => {});
}

function authorOf({ session }: Services): string {
  return session.actor.coderName === '' ? 'Crosscase' : session.actor.coderName;
}
