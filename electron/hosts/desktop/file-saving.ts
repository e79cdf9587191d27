import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** Puts a copy where the person wants it. A failure leaves a file that was there as it was. */
export async function saveCopy(source: string, target: string): Promise<void> {
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await fs.copyFile(source, draft);
    await fs.rename(draft, target);
  } catch (error) {
    await fs.rm(draft, { force: true });
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-written', { name: path.basename(target), message }, { cause: error });
  }
}

/** The filter of a save dialog for a file with this name. */
export function saveFilters(name: string): { name: string; extensions: string[] }[] {
  const extension = path.extname(name).slice(1);
  return extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
}
