import type { TextRange } from '../text/text-range.ts';
import { isBlank } from './text-lines.ts';

/** What a program writes under a transcript, in English and in Dutch. Nobody said it. */
const CLOSING = [
  /^.{1,60} (?:stopped transcription|heeft de transcriptie (?:gestopt|beëindigd))\.?$/iu,
  /^(?:meeting|transcription|transcript|recording|vergadering|transcriptie|opname) (?:ended|stopped|beëindigd|gestopt)(?: (?:after|at|na|om) .{1,20})?$/iu,
  /^this editable transcript was computer[ -]generated .{1,160}$/iu,
  /^(?:transcribed by|getranscribeerd door) (?:https?:\/\/)?[\p{L}\p{N}.-]{2,40}\.(?:ai|com|io|eu|nl)\/?$/iu,
  /^-{0,3} ?(?:end of (?:the )?(?:transcript|interview|recording)|einde (?:van (?:het|de) )?(?:transcript|transcriptie|interview|opname|gesprek)) ?-{0,3}\.?$/iu,
];
const MOST = 6;

/** The lines at the end of a text that a program wrote and nobody said. */
export function findClosingLines(text: string, lines: readonly TextRange[]): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const line of lines.toReversed()) {
    if (isBlank(text, line)) continue;
    const words = text.slice(line.start, Math.min(line.end, line.start + 240)).trim();
    // A picture of a waving hand may follow.
    const plain = words.replaceAll(/[^\p{L}\p{N}\p{P}\s]+$/gu, '').trim();
    if (found.length === MOST || line.end - line.start > 240 || !CLOSING.some((form) => form.test(plain)))
      break;
    found.unshift(line);
  }
  return found;
}
