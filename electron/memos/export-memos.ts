import fs from 'node:fs';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { memosFile } from '#shared/memos/memos-file.ts';
import type { memosContract } from '#shared/memos/memos-contract.ts';
import type { Services } from '#electron/core/services.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { readMemos } from './read-memos.ts';
import { requireMemoRow } from './write-memos.ts';

export function exportMemos(
  { session, files, deps }: Services,
  { ids, format }: InputOf<(typeof memosContract)['export']>,
): ExportedFile {
  const { readable } = session.requireProject();
  const rows = ids.map((id) => requireMemoRow(readable, id));
  const memos = readMemos(readable, rows, session.actor.coderId);
  const studyTitle = findProject(readable)?.title ?? '';
  const content = memosFile({ studyTitle, exportedAt: deps.now(), memos }, format);
  const place = files.reserve(`Memos.${format}`);
  fs.writeFileSync(place.path, content);
  return { file: place.ref, name: `Memos.${format}`, bytes: Buffer.byteLength(content) };
}
