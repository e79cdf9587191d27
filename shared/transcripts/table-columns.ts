import { TIMES } from './time-codes.ts';

/** What the columns of a table hold, when it is a transcript with its speakers in a column of their own. */
export interface SpeakerColumns {
  readonly speaker: number;
  readonly time: number | null;
  /** Columns with what was said, in order. */
  readonly words: readonly number[];
  /** The first line names the columns. */
  readonly hasHeader: boolean;
}

type Cells = readonly (readonly string[])[];

const TIME_CELL = new RegExp(String.raw`^\s*${TIMES}\s*$`, 'u');
const SPEAKER_TITLE = /^(?:speaker|spreker|name|naam|who|wie|person|persoon|participant|deelnemer|actor)s?$/i;
const LONGEST_NAME = 40;

/** Null when no column names the speakers. */
export function speakerColumns(rows: Cells): SpeakerColumns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || rows.length < 2) return null;
  const column = (index: number): string[] => rows.map((row) => row[index]?.trim() ?? '');
  const columns = Array.from({ length: width }, (_, index) => column(index));
  const titled = columns.findIndex(([title = '']) => SPEAKER_TITLE.test(title));
  const body = titled === -1 ? columns : columns.map((values) => values.slice(1));
  const time = body.findIndex((values) => most(values, (value) => TIME_CELL.test(value)));
  const free = body
    .map((_, index) => index)
    .filter((index) => index !== time && !isOrdinal(body[index] ?? []));
  const speaker = titled !== -1 ? titled : free.find((index) => namesSpeakers(body[index] ?? []));
  if (speaker === undefined) return null;
  const words = free.filter(
    (index) => index !== speaker && (body[index] ?? []).some((value) => value !== ''),
  );
  const longest = Math.max(0, ...words.map((index) => lengthOf(body[index] ?? [])));
  if (words.length === 0 || longest <= lengthOf(body[speaker] ?? [])) return null;
  return { speaker, time: time === -1 ? null : time, words, hasHeader: titled !== -1 };
}

/** 1, 2, 3 …: the numbers of lines, which nobody said. */
export function isOrdinal(values: readonly string[]): boolean {
  const numbers = values
    .filter((value) => value.trim() !== '')
    .map((value) => Number(value.replace(/\.$/, '')));
  const first = numbers[0];
  return (
    first !== undefined && numbers.length > 1 && numbers.every((number, index) => number === first + index)
  );
}

/** Short, without the end of a sentence, and coming back. */
function namesSpeakers(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  const isShort = filled.every(
    (value) => value.length <= LONGEST_NAME && /\p{L}/u.test(value) && !/[.!?]$/.test(value),
  );
  return (
    filled.length >= 2 &&
    filled.length * 2 >= values.length &&
    isShort &&
    new Set(filled).size * 2 <= filled.length + 1
  );
}

function most(values: readonly string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length * 10 >= filled.length * 8;
}

function lengthOf(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0);
}
