import fs from 'node:fs/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';

const MEGABYTE = 1024 * 1024;
/** An interview of two hours is less than one megabyte of text, and a few with the fonts and pictures of a .docx. */
export const MOST_MEGABYTES = 20;

/** The bytes of a file that a person handed over. What is empty or too large is refused before it is read. */
export async function readSourceFile({ path, name }: StoredFile): Promise<Buffer> {
  const handle = await fs.open(path).catch((error: unknown) => {
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new AppError('file-unreadable', { name, message: 'It is not a file.' });
    if (stat.size === 0) throw new AppError('file-empty', { name });
    if (stat.size > MOST_MEGABYTES * MEGABYTE) {
      const megabytes = Math.ceil(stat.size / MEGABYTE);
      throw new AppError('file-too-large', { name, megabytes, limit: MOST_MEGABYTES });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
