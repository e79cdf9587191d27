/** One cue of a subtitle file: a stretch of time with what is said in it. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  /** Tags are gone; a voice tag (`<v Anna>`) has become a piece of its own. */
  readonly pieces: readonly { readonly voice: string | null; readonly text: string }[];
}

export type SubtitleFormat = 'vtt' | 'srt' | 'sbv';

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,3})?)`;
const ARROW = new RegExp(String.raw`^\s*${CLOCK}\s*-->\s*${CLOCK}(?:\s|$)`);
const COMMA = new RegExp(String.raw`^\s*${CLOCK},${CLOCK}\s*$`);

/** What a text is, by its first lines, whatever the file is called; null when it is none of these. */
export function recogniseSubtitles(text: string): SubtitleFormat | null {
  if (/^\ufeff?WEBVTT(?:[ \t\n]|$)/.test(text)) return 'vtt';
  const first = text
    .slice(0, 2000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (/^\s*\d+\s*$/.test(first[0] ?? '') && ARROW.test(first[1] ?? '')) return 'srt';
  if (ARROW.test(first[0] ?? '')) return 'srt';
  return COMMA.test(first[0] ?? '') ? 'sbv' : null;
}

/** The cues of a WebVTT, SubRip or YouTube file, in order. Notes and styles are left out. */
export function readCues(text: string): readonly Cue[] {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  let index = 0;
  // A NOTE, STYLE or REGION runs to the next blank line, also when it mentions a time.
  while (index < lines.length) {
    const line = lines[index] ?? '';
    index += 1;
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)) {
      while (index < lines.length && (lines[index] ?? '').trim() !== '') index += 1;
      continue;
    }
    const times = timesOf(line);
    if (times === null) continue;
    const payload: string[] = [];
    while (
      index < lines.length &&
      (lines[index] ?? '').trim() !== '' &&
      timesOf(lines[index] ?? '') === null
    ) {
      payload.push(lines[index] ?? '');
      index += 1;
    }
    // Without a blank line between them, the number of the next cue is the last line of this one.
    if (timesOf(lines[index] ?? '') !== null && /^\s*\d+\s*$/.test(payload.at(-1) ?? '')) payload.pop();
    const pieces = piecesOf(payload.join('\n'));
    if (pieces.length > 0) cues.push({ ...times, pieces });
  }
  return cues;
}

function timesOf(line: string): { readonly startMs: number; readonly endMs: number } | null {
  const match = line.length > 300 ? null : (ARROW.exec(line) ?? COMMA.exec(line));
  if (match === null) return null;
  const ms = (hours = '0', minutes = '0', seconds = '0'): number =>
    Math.round(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))) * 1000);
  return { startMs: ms(match[1], match[2], match[3]), endMs: ms(match[4], match[5], match[6]) };
}

const VOICE = /<v(?:\.[^\s>]*)?(?:[ \t]+([^>\n]*))?>/g;
const TAG =
  /<\/?(?:[cibuv]|ruby|rt|lang|font|em|strong)(?:[.\s][^<>\n]*)?>|<\d{1,3}:\d{2}[:.\d]*>|\{\\[^{}\n]*\}/gi;

function piecesOf(payload: string): Cue['pieces'] {
  const pieces: { voice: string | null; text: string }[] = [];
  let voice: string | null = null;
  let from = 0;
  const add = (to: number): void => {
    const text = plain(payload.slice(from, to));
    if (text !== '') pieces.push({ voice, text });
  };
  for (const match of payload.matchAll(VOICE)) {
    add(match.index);
    voice = plain(match[1] ?? '') || null;
    from = match.index + match[0].length;
  }
  add(payload.length);
  return pieces;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

function plain(text: string): string {
  return text
    .replaceAll(TAG, '')
    .replaceAll(/&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replaceAll(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}
