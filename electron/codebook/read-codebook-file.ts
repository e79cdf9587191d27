import { parseCodebook, type ParsedCodebook } from '#shared/codebook/codebook-json.ts';
import type { FileRef } from '#shared/ids.ts';
import type { FileStore } from '#electron/core/file-store.ts';
import { decodeText } from '#electron/import/decode-text.ts';
import { readSourceFile } from '#electron/import/source-file.ts';

/** Throws the file errors, and `codebook-invalid` with every problem of the content. */
export async function readCodebookFile(files: FileStore, ref: FileRef): Promise<ParsedCodebook> {
  const file = files.resolve(ref);
  return parseCodebook(file.name, decodeText(await readSourceFile(file), file.name));
}
