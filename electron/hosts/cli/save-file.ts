import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { Core } from '#electron/core/core.ts';

export interface SavedExport extends Readonly<Record<string, unknown>> {
  readonly path: string;
  readonly bytes: number;
}

/** `out` is a folder, or the name of the file. Throws `project-exists` rather than write over a file. */
export function saveFile(
  core: Core,
  { file, name, bytes }: ExportedFile,
  out: string,
  overwrite: boolean,
): SavedExport {
  const isFolder = fs.statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const target = path.resolve(isFolder ? path.join(out, name) : out);
  try {
    fs.copyFileSync(core.files.resolve(file).path, target, overwrite ? 0 : fs.constants.COPYFILE_EXCL);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError('project-exists', { path: target }, { cause: error });
    }
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-written', { name: target, message }, { cause: error });
  }
  return { path: target, bytes };
}
