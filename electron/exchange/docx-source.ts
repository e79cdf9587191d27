import mammoth from 'mammoth';
import { readXmlParts } from '#electron/import/zip-parts.ts';

/**
 * The plain text of a `.docx` in an archive, for programs that give no other; null when it cannot be read. Every program
 * makes another plain text of it, so positions in it are never certain and are checked against the quoted words.
 */
export async function docxText(bytes: Buffer): Promise<string | null> {
  try {
    // Refuses what would fill the memory, as for a transcript, before anything is unpacked whole.
    await readXmlParts(bytes, 'document.docx');
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    return value.replaceAll('\n\n', '\n');
  } catch {
    // A rich text that is damaged is reported as a text that is not in the archive.
    return null;
  }
}
