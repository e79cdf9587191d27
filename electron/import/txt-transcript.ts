import { AppError } from '#shared/contract/errors.ts';
import { decodeText } from './decode-text.ts';
import { contentNames, recogniseContent } from './recognise-content.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

export const txtTranscript: TranscriptFormat = {
  extension: '.txt',
  read(bytes, name) {
    const content = recogniseContent(bytes);
    if (content === 'binary') throw new AppError('file-binary', { name });
    if (content !== 'text') {
      throw new AppError('file-mislabelled', { name, expected: '.txt', found: contentNames[content] });
    }
    return Promise.resolve(decodeText(bytes, name));
  },
};
