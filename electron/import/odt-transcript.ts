import { AppError } from '#shared/contract/errors.ts';
import { writeBlocks } from '#shared/transcripts/document-blocks.ts';
import { readOdtContent } from './odt-content.ts';
import { requireContent } from './recognise-content.ts';
import { messageOf } from './source-file.ts';
import type { TranscriptFormat } from './transcript-formats.ts';
import { readXmlParts } from './zip-parts.ts';

/** OpenDocument text, as LibreOffice and others write it. */
export const odtTranscript: TranscriptFormat = {
  extensions: ['.odt'],
  async read(bytes, name) {
    requireContent(bytes, name, '.odt', 'odt');
    const parts = await readXmlParts(bytes, name);
    const manifest = parts.get('META-INF/manifest.xml')?.toString('utf8') ?? '';
    if (manifest.includes('encryption-data')) throw new AppError('file-encrypted', { name });
    const xml = parts.get('content.xml')?.toString('utf8') ?? '';
    const styles = parts.get('styles.xml')?.toString('utf8') ?? '';
    try {
      const { blocks, hasNotes } = readOdtContent(xml, styles);
      const notes = hasNotes ? ['Its footnotes stand at the end.'] : [];
      return { ...writeBlocks(blocks), format: 'odt', encoding: null, notes };
    } catch (error) {
      throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
    }
  },
};
