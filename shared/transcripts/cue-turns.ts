import { styleReaders } from './label-styles.ts';
import type { Hint } from './source-text.ts';
import { acceptLabels } from './speaker-labels.ts';
import type { Cue } from './subtitle-cues.ts';
import { cleanName, looksLikeName } from './speaker-names.ts';
import { isKnownSpeaker } from './speaker-roles.ts';

interface Utterance {
  readonly speaker: string | null;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A silence that parts two paragraphs of one speaker, and of nobody. */
const LONG_SILENCE = 4000;
const SILENCE = 1500;

/**
 * What cues say, as turns: `Anna: …`, with the time of each. A speaker is known by a voice tag, or by a name at the start
 * of the cue (`Anna: `, `(Anna) `, `[Anna] `, `>> ANNA: `); cues that go on with the same speaker are one turn.
 */
export function writeCues(cues: readonly Cue[]): { readonly text: string; readonly hints: readonly Hint[] } {
  let text = '';
  const hints: Hint[] = [];
  let open: { label: Extract<Hint, { kind: 'label' }>; endMs: number } | null = null;
  const close = (): void => {
    if (open !== null) hints.push({ ...open.label, endMs: open.endMs });
  };
  for (const { speaker, text: said, startMs, endMs } of utterances(cues)) {
    const pause = open === null ? 0 : startMs - open.endMs;
    const goesOn = open !== null && open.label.speaker === speaker && (speaker !== null || pause < SILENCE);
    if (open !== null && goesOn) {
      const isParted = speaker !== null && pause >= LONG_SILENCE;
      text += `${isParted ? '\n\n' : ' '}${said}`;
      open.endMs = Math.max(open.endMs, endMs);
    } else {
      close();
      if (text !== '') text += '\n\n';
      const start = text.length;
      const written: string = speaker === null ? '' : `${speaker}: `;
      text += written + said;
      open = { label: { kind: 'label', start, end: start + written.length, speaker, startMs, endMs }, endMs };
    }
  }
  close();
  return { text, hints };
}

function utterances(cues: readonly Cue[]): readonly Utterance[] {
  const all = cues.flatMap(({ startMs, endMs, pieces }) =>
    pieces.map(({ voice, text }) => ({
      speaker: voice === null ? null : cleanName(voice),
      text,
      startMs,
      endMs,
    })),
  );
  const voiced = all.some(({ speaker }) => speaker !== null);
  const read = voiced ? null : namesAtStart(all.map(({ text }) => text));
  let last: string | null = null;
  return all.flatMap((utterance) => {
    if (read === null) return [{ ...utterance, text: oneLine(utterance.text) }];
    return linesOfCue(utterance.text, read).map(({ speaker, text }) => {
      last = speaker ?? last;
      return { ...utterance, speaker: last, text: oneLine(text) };
    });
  });
}

type NameReader = (line: string) => { readonly speaker: string; readonly rest: string } | null;
interface CueNames {
  readonly read: NameReader;
  /** The name has a line of its own at the top of the cue: the lines below it name nobody. */
  readonly isOwnLine: boolean;
}

/** How the cues name their speakers; null when they do not. */
function namesAtStart(texts: readonly string[]): CueNames | null {
  const readers: NameReader[] = [readWith('colon'), readParentheses, readOwnLine];
  const scored = readers.map((read) => {
    const names = texts.map((text) => read(text)).filter((name) => name !== null);
    const labels = names.map(({ speaker }) => ({
      speaker,
      range: { start: 0, end: 0 },
      startMs: null,
      endMs: null,
    }));
    const isMost = names.length * 5 >= texts.length * 4;
    const taken = new Set(acceptLabels(labels, texts.length));
    // Where nearly every cue is named, one who speaks only once is a speaker too.
    if (isMost) names.forEach(({ speaker }) => looksLikeName(speaker) && taken.add(speaker));
    // The first line of a subtitle may look like a name; it is one where nearly every cue has such a line.
    const isBelieved = read !== readOwnLine || isMost;
    return { read, taken, count: isBelieved ? names.filter(({ speaker }) => taken.has(speaker)).length : 0 };
  });
  const best = scored.toSorted((a, b) => b.count - a.count)[0];
  if (best === undefined || best.count === 0) return null;
  const read: NameReader = (line) => {
    const name = best.read(line);
    return name !== null && best.taken.has(name.speaker) ? name : null;
  };
  return { read, isOwnLine: best.read === readOwnLine };
}

function readWith(style: 'colon'): NameReader {
  return (text) => {
    const place = {
      text,
      line: { start: 0, end: (text.split('\n')[0] ?? '').length },
      next: null,
      opens: true,
      bold: null,
    };
    const label = styleReaders[style](place);
    return label === null ? null : { speaker: label.speaker, rest: text.slice(label.range.end).trim() };
  };
}

function readParentheses(text: string): { readonly speaker: string; readonly rest: string } | null {
  const match = /^(?:- ?)?[([](\p{L}[\p{L}\p{M}\p{N} .,&’'_-]{0,39})[)\]][ \t\n]*/u.exec(text);
  const speaker = cleanName(match?.[1] ?? '');
  if (match === null || !looksLikeName(speaker)) return null;
  return { speaker, rest: text.slice(match[0].length) };
}

function readOwnLine(text: string): { readonly speaker: string; readonly rest: string } | null {
  const [first = '', ...below] = text.split('\n');
  const speaker = cleanName(first);
  const isName = /^\p{L}[^.!?:]{0,60}$/u.test(speaker) || isKnownSpeaker(speaker);
  if (below.length === 0 || !isName || !(looksLikeName(speaker) || isKnownSpeaker(speaker))) return null;
  return { speaker, rest: below.join('\n') };
}

/** A cue of several lines may hold several speakers. */
function linesOfCue(
  text: string,
  { read, isOwnLine }: CueNames,
): readonly { speaker: string | null; text: string }[] {
  if (isOwnLine) {
    const name = read(text);
    return [name === null ? { speaker: null, text } : { speaker: name.speaker, text: name.rest }];
  }
  const parts: { speaker: string | null; text: string }[] = [];
  for (const line of text.split('\n')) {
    const name = read(line);
    const last = parts.at(-1);
    if (name !== null) parts.push({ speaker: name.speaker, text: name.rest });
    else if (last === undefined) parts.push({ speaker: null, text: line });
    else last.text += `\n${line}`;
  }
  return parts.filter((part) => part.text.trim() !== '');
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ').trim();
}
