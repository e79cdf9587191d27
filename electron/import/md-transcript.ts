import type { BoldHint } from '#shared/transcripts/source-text.ts';
import { decodePlain, GUESSED } from './txt-transcript.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

const BOLD_START = /^[ \t]*(?:\*\*[^*\n]{1,60}\*\*|__[^_\n]{1,60}__)/gm;

/** Markdown is plain text: its signs stay where they are, so that positions stay true to the file. */
export const mdTranscript: TranscriptFormat = {
  extensions: ['.md', '.markdown'],
  read(bytes, name, chosen) {
    const { text, encoding, isSure } = decodePlain(bytes, name, '.md', chosen);
    const hints = [...text.matchAll(BOLD_START)].map(({ 0: found, index }): BoldHint => ({
      kind: 'bold',
      start: index,
      end: index + found.length,
    }));
    return { text, hints, format: 'md', encoding, notes: isSure ? [] : [GUESSED] };
  },
};
