import { writeCues } from '#shared/transcripts/cue-turns.ts';
import type { Encoding } from '#shared/transcripts/encodings.ts';
import { readCues, recogniseSubtitles } from '#shared/transcripts/subtitle-cues.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { requireContent } from './recognise-content.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

/** Plain text, kept character for character; subtitles that were saved as plain text are read as what they are. */
export const txtTranscript: TranscriptFormat = {
  extensions: ['.txt', '.text'],
  read(bytes, name, chosen) {
    const { text, encoding, isSure } = decodePlain(bytes, name, '.txt', chosen);
    const subtitles = recogniseSubtitles(text);
    const notes = isSure ? [] : [GUESSED];
    if (subtitles === null) return { text, hints: [], format: 'txt', encoding, notes };
    return { ...writeCues(readCues(text)), format: subtitles, encoding, notes };
  },
};

export const GUESSED = 'The encoding is a guess: look at the letters with accents and the quotation marks.';

/** The text of a file that should hold nothing but text. */
export function decodePlain(
  bytes: Buffer,
  name: string,
  extension: string,
  chosen: Encoding | null,
): DecodedText {
  requireContent(bytes, name, extension, 'text');
  return decodeText(bytes, name, chosen);
}
