import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { writeCues } from '#shared/transcripts/cue-turns.ts';
import { readCues, recogniseSubtitles } from '#shared/transcripts/subtitle-cues.ts';
import { decodePlain, GUESSED } from './txt-transcript.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

/** WebVTT, SubRip and the .sbv of YouTube: what Zoom, Teams, Google Meet and most programs that transcribe write. */
export const subtitleTranscript: TranscriptFormat = {
  extensions: ['.vtt', '.srt', '.sbv'],
  read(bytes, name, chosen) {
    const extension = path.extname(name).toLowerCase();
    const { text, encoding, isSure } = decodePlain(bytes, name, extension, chosen);
    const format = recogniseSubtitles(text);
    const cues = readCues(text);
    if (cues.length === 0) throw new AppError('subtitles-without-cues', { name });
    return {
      ...writeCues(cues),
      format: format ?? (extension === '.srt' ? 'srt' : 'vtt'),
      encoding,
      notes: isSure ? [] : [GUESSED],
    };
  },
};
