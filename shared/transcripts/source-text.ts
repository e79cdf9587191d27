import type { Encoding } from './encodings.ts';
import type { TextRange } from '../text/text-range.ts';

/** The kinds of file that a transcript can come from. */
export const sourceFormats = ['txt', 'md', 'docx', 'odt', 'rtf', 'html', 'pdf', 'vtt', 'srt', 'sbv'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** What a file says about its text beyond the characters. */
export type Hint = LabelHint | BoldHint;

/** The file itself names the speaker: a voice tag, a cell in the column of speakers. */
export interface LabelHint extends TextRange {
  readonly kind: 'label';
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Bold letters at the start of a line: often a name. */
export interface BoldHint extends TextRange {
  readonly kind: 'bold';
}

/** What was read from a file: its text, with `\n` as line end, and what the file says about it. */
export interface SourceText {
  readonly text: string;
  /** In the order of the text. */
  readonly hints: readonly Hint[];
  readonly format: SourceFormat;
  /** The WHATWG label of the encoding; null for formats that fix their own. */
  readonly encoding: Encoding | null;
  /** What a person should know about how it was read: “Pages 3–4 have no text layer.” */
  readonly notes: readonly string[];
}
