import { AppError } from '#shared/contract/errors.ts';
import { writeBlocks } from '#shared/transcripts/document-blocks.ts';
import { requireContent } from './recognise-content.ts';
import { readRtfContent } from './rtf-content.ts';
import { messageOf } from './source-file.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

/**
 * Rich text. The reader is our own: it is small, reads whatever comes without giving up, and knows the code pages of
 * fonts, which the letters of older files depend on.
 */
export const rtfTranscript: TranscriptFormat = {
  extensions: ['.rtf'],
  read(bytes, name) {
    requireContent(bytes, name, '.rtf', 'rtf');
    try {
      const { blocks, hasNotes } = readRtfContent(bytes.toString('latin1'));
      const notes = hasNotes ? ['Its footnotes stand at the end.'] : [];
      return { ...writeBlocks(blocks), format: 'rtf', encoding: null, notes };
    } catch (error) {
      throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
    }
  },
};
