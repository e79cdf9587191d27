import type { TextRange } from '../text/text-range.ts';
import { cleanName, isAnswer, looksLikeName } from './speaker-names.ts';
import { isKnownSpeaker } from './speaker-roles.ts';
import { MARKED_TIME, readTimes, TIME, TIMES, type TimeRange } from './time-codes.ts';

/** How a text marks who speaks. `auto` takes the one that fits the text best; `pattern` is one that a person wrote. */
export const labelStyles = [
  'auto',
  'colon',
  'own line',
  'brackets',
  'dash',
  'tab',
  'bold',
  'heading',
  'pattern',
  'none',
] as const;
export type LabelStyle = (typeof labelStyles)[number];

/** A speaker's label as it stands at the start of a line: `T01: `, `[00:01:12] Anna de Vries: `. */
export interface SpeakerLabel extends TimeRange {
  readonly speaker: string;
  /** From the start of the line (a time before the name belongs to the label) to where the words begin. */
  readonly range: TextRange;
}

/** `Vries, A. de (Anna)`: as universities and ministries list their people. */
const LISTED = String.raw`\p{Lu}[\p{L}\p{M} ’'-]{0,30}, ?\p{Lu}[\p{L}\p{M} .’'-]{0,30}?(?:[ \t]\(\p{Lu}[\p{L}\p{M} ’'-]{0,30}\))?`;
const NAME = String.raw`(?:${LISTED}|\p{L}[\p{L}\p{M}\p{N} .&’'_/-]{0,39}?)`;
/** The number of a line or of a turn. */
const ORDINAL = String.raw`(?:\d{1,4}[.)]?[ \t]+)?`;
/** A time or a role behind the name: `Speaker 1 (00:03)`, `T01 [teacher]`. */
const ASIDE = String.raw`[\[(][^\])]{1,30}[\])]`;
const BEFORE = String.raw`^[ \t]*(?:>>[ \t]*)?(?<before>${TIMES}[ \t]*[-–:]?[ \t]*)?(?:>>[ \t]*)?`;
const COLON = new RegExp(
  String.raw`${BEFORE}${ORDINAL}(?:\*\*|__)?[\[(<{#@]?(?<speaker>${NAME})[\])>}]?[ \t]*(?<aside>${ASIDE})?` +
    String.raw`[ \t]*(?<after>${TIMES})?[ \t]*(?:\*\*|__)?(?<colon>[:：])(?:\*\*|__)?(?:[ \t]*(?<later>${MARKED_TIME}|${TIMES}(?=[ \t]*$)))?`,
  'u',
);
const OWN_LINE = new RegExp(
  String.raw`${BEFORE}(?<open>[*_\[(<{#@]{0,3})(?<speaker>${NAME})[\])>}*_]{0,3}[ \t]*(?<aside>${ASIDE})?` +
    String.raw`[ \t]*[-–,|@]?[ \t]*(?<after>${TIMES})?[ \t]*:?[*_]{0,2}[ \t]*$`,
  'u',
);
const BRACKETS = new RegExp(
  String.raw`${BEFORE}(?:[\[(<{](?<speaker>${NAME})[\])>}]|[@#](?<handle>\p{L}[\p{L}\p{N}_.-]{0,30})|(?<arrow>${NAME})>)` +
    String.raw`[ \t]*(?<after>${TIMES})?[ \t]+(?=\S)`,
  'u',
);
const DASH = new RegExp(
  String.raw`${BEFORE}(?:\*\*|__)?(?<speaker>${NAME})(?:\*\*|__)?[ \t]*(?<after>${TIMES})?[ \t]+[-–—][ \t]+(?=\S)`,
  'u',
);
const TAB = new RegExp(
  String.raw`^[ ]*(?<before>${TIMES}[ \t]*)?(?<speaker>${NAME})[ ]*(?<after>${TIMES})?\t+[ ]*(?<later>${TIMES}\t+)?(?=\S)`,
  'u',
);
const DOT = /^[ \t]*(?<speaker>\p{Lu}{1,3}\d{0,3})\.[ \t]+(?=\S)/u;
/** As a chat beside a meeting is saved. */
const CHAT = new RegExp(
  String.raw`^(?<before>${TIMES})[ \t]+(?:From|Van)[ \t]+(?<speaker>${NAME})[ \t]+(?:to|aan|naar)[ \t]+[^:\n]{1,60}:`,
  'u',
);
const STARTS_WITH_TIME = new RegExp(String.raw`^[ \t]*(?:${MARKED_TIME}|${TIMES}[ \t]*$)[ \t]*`, 'u');
const SPELT_TIME =
  /^[ \t]*(?:(?<hours>\d{1,2}) (?:hours?|uur|uren) )?(?:(?<minutes>\d{1,2}) (?:minutes?|minuten|minuut) )?(?<seconds>\d{1,2}) (?:seconds?|seconden?)[ \t]*$/i;
const ONLY_TIME = new RegExp(String.raw`^[ \t]*${TIMES}[ \t]*$`, 'u');

/** One line, where it stands. */
export interface Place {
  readonly text: string;
  readonly line: TextRange;
  /** The next line that is not blank. */
  readonly next: TextRange | null;
  /** Whether the line before is blank, a time or a heading, or there is none. */
  readonly opens: boolean;
  /** Bold letters at the start of this line. */
  readonly bold: TextRange | null;
}

type Reader = (place: Place) => SpeakerLabel | null;

export const styleReaders: Readonly<
  Record<Exclude<LabelStyle, 'auto' | 'heading' | 'pattern' | 'none'>, Reader>
> = {
  colon: readColon,
  'own line': readOwnLine,
  brackets: (place) => readStart(place, BRACKETS),
  dash: (place) => readStart(place, DASH),
  tab: (place) => readStart(place, TAB) ?? readStart(place, DOT),
  bold: readBold,
};

export function isOnlyTime(content: string): boolean {
  return content.length < 60 && ONLY_TIME.test(content);
}

function readColon({ text, line }: Place): SpeakerLabel | null {
  const content = opening(text, line);
  const match = CHAT.exec(content) ?? COLON.exec(content);
  const speaker = cleanName(match?.groups?.['speaker'] ?? '');
  if (match === null || speaker === '') return null;
  const rest = content.slice(match[0].length);
  const isSpaced = match.groups?.['colon'] === '：' || /^(?:\s|$)/.test(rest);
  // “I:Well” is a label all the same when nobody but a speaker is called so; “10:30” and “https://” never are.
  const isLabel = isSpaced || (isKnownSpeaker(speaker) && /^[\p{L}“"‘'(…]/u.test(rest));
  return isLabel ? labelOf(speaker, line, match) : null;
}

/** The name alone on its line, with a time or without one; what was said follows on the next. */
function readOwnLine({ text, line, next, opens, bold }: Place): SpeakerLabel | null {
  if (next === null || line.end - line.start > 100) return null;
  const content = text.slice(line.start, line.end);
  const match = OWN_LINE.exec(content);
  const speaker = cleanName(match?.groups?.['speaker'] ?? '');
  if (match === null || speaker === '' || /[.!?]$/.test(content.trim()) || isAnswer(speaker)) return null;
  const hasTime = (match.groups?.['before'] ?? match.groups?.['after']) !== undefined;
  const isMarked =
    hasTime ||
    (match.groups?.['open'] ?? '') !== '' ||
    isKnownSpeaker(speaker) ||
    (bold !== null && bold.end >= line.end - 1);
  if (!isMarked && !(opens && looksLikeName(speaker))) return null;
  const label = labelOf(speaker, line, match);
  return hasTime ? label : withTimeBehind(text, label, next);
}

function readStart({ text, line }: Place, pattern: RegExp): SpeakerLabel | null {
  const match = pattern.exec(opening(text, line));
  const named = match?.groups?.['speaker'] ?? match?.groups?.['handle'] ?? match?.groups?.['arrow'] ?? '';
  const speaker = cleanName(named);
  return match === null || speaker === '' ? null : labelOf(speaker, line, match);
}

/** A name in bold, and then what was said in plain letters. */
function readBold({ text, line, bold }: Place): SpeakerLabel | null {
  if (bold === null || bold.end >= line.end) return null;
  const speaker = cleanName(text.slice(bold.start, bold.end));
  if (speaker === '' || speaker.length > 40) return null;
  const label = {
    speaker,
    range: { start: line.start, end: bold.end },
    ...readTimes(text.slice(line.start, bold.end)),
  };
  return label.startMs === null ? withTimeBehind(text, label, { start: bold.end, end: line.end }) : label;
}

/** A time that stands before the words belongs to the label: `[00:01:12]`, or `1 minute 12 seconds` on its line. */
function withTimeBehind(text: string, label: SpeakerLabel, rest: TextRange): SpeakerLabel {
  const content = opening(text, rest);
  const marked = STARTS_WITH_TIME.exec(content)?.[0];
  if (marked !== undefined)
    return { ...label, ...readTimes(marked), range: { ...label.range, end: rest.start + marked.length } };
  const spelt = SPELT_TIME.exec(content);
  if (spelt === null) return label;
  const { hours = '0', minutes = '0', seconds = '0' } = spelt.groups ?? {};
  const startMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return { ...label, startMs, range: { ...label.range, end: rest.start + spelt[0].length } };
}

function labelOf(speaker: string, line: TextRange, match: RegExpExecArray): SpeakerLabel {
  const { before = '', after = '', aside = '', later = '' } = match.groups ?? {};
  return {
    speaker,
    range: { start: line.start, end: line.start + match[0].length },
    ...readTimes(`${before} ${after} ${/\d:\d\d/.test(aside) ? aside : ''} ${later}`),
  };
}

/** A label is short: the rest of a line need not be looked at, however long it is. */
function opening(text: string, line: TextRange): string {
  return text.slice(line.start, Math.min(line.end, line.start + 200));
}

/**
 * A pattern that a person wrote, as it stands at the start of a line: `NAME` where the name stands, `TIME` where the time
 * does, spaces where there are any. Null when it does not say where the name is.
 */
export function patternReader(pattern: string): Reader | null {
  const written = pattern.trim();
  if (!written.includes('NAME')) return null;
  const escaped = written.split(/(NAME|TIME|\s+)/).map((piece) => {
    if (piece === 'NAME') return String.raw`(?<speaker>[\p{L}\p{N}][^\n]{0,60}?)`;
    if (piece === 'TIME') return String.raw`(?:${TIMES})?`;
    return /^\s+$/.test(piece)
      ? String.raw`[ \t]*`
      : piece.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  });
  // A second NAME would be a second group of that name.
  const single = escaped.filter(
    (piece, index) => escaped.indexOf(piece) === index || !piece.includes('<speaker>'),
  );
  const endsWithName = written.endsWith('NAME');
  const source = String.raw`^[ \t]*${single.join('')}${endsWithName ? String.raw`[ \t]*$` : ''}`;
  const expression = new RegExp(source, 'u');
  return ({ text, line }) => {
    const content = opening(text, line);
    const match = expression.exec(content);
    const speaker = (match?.groups?.['speaker'] ?? '').trim();
    if (match === null || speaker === '') return null;
    return { ...labelOf(speaker, line, match), ...readTimes(match[0]) };
  };
}

/** Times of the standard forms at the start of a line, for a line that holds nothing else. */
export function timesOfLine(content: string): TimeRange {
  return new RegExp(TIME).test(content) ? readTimes(content) : { startMs: null, endMs: null };
}
