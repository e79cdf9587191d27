/** `0:0:3.289`, as Teams once wrote it, without leading zeros. */
const SHORT = String.raw`\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3}`;
const BARE = String.raw`(?:${SHORT}|\d{1,2}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?)`;
/** A time as transcripts write it: `0:03`, `00:01:12.500`, `[00:01:12,5]`, `(1:02)`, `#00:01:12-5#`. No capturing groups. */
export const TIME = String.raw`[\[(#<{]?${BARE}[\])#>}]?`;
/** A time between brackets or hashes: nobody says one so. */
export const MARKED_TIME = String.raw`(?:\[${BARE}\]|\(${BARE}\)|<${BARE}>|\{${BARE}\}|#${BARE}#)`;
/** One time, or from one to another. */
export const TIMES = String.raw`${TIME}(?:[ \t]*(?:-->|[-–—,])[ \t]*${TIME})?`;

const PARTS = /(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:[.,:-](\d{1,3}))?/g;

export interface TimeRange {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** The first two times in a piece of text, in milliseconds. */
export function readTimes(written: string): TimeRange {
  const [start, end] = [...written.matchAll(PARTS)].map(millisecondsOf);
  return { startMs: start ?? null, endMs: end ?? null };
}

/** `01:12` is a minute and twelve seconds; `1:01:12` an hour more. */
function millisecondsOf([, first, second, third, fraction]: RegExpExecArray | RegExpMatchArray): number {
  const [hours, minutes, seconds] =
    third === undefined ? [0, Number(first), Number(second)] : [Number(first), Number(second), Number(third)];
  const rest = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
}

/** `1:02:03`, as a time code is shown. */
export function writeTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
