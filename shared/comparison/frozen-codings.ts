import type { TextRange } from '../text/text-range.ts';

/** A coding as it was when comparing began. */
export interface FrozenCoding extends TextRange {
  readonly uid: string;
  readonly codeUid: string;
  readonly weight: number | null;
}

type Row = readonly [uid: string, codeUid: string, start: number, end: number, weight: number | null];

export function writeFrozen(codings: readonly FrozenCoding[]): string {
  return JSON.stringify(
    codings.map(({ uid, codeUid, start, end, weight }): Row => [uid, codeUid, start, end, weight]),
  );
}

/** Written by `writeFrozen` alone. */
export function readFrozen(json: string): readonly FrozenCoding[] {
  return (JSON.parse(json) as readonly Row[]).map(([uid, codeUid, start, end, weight]) => ({
    uid,
    codeUid,
    start,
    end,
    weight,
  }));
}

type Pair = readonly [start: number, end: number];

export function writeRanges(ranges: readonly TextRange[]): string {
  return JSON.stringify(ranges.map(({ start, end }): Pair => [start, end]));
}

/** Written by `writeRanges` alone. */
export function readRanges(json: string): readonly TextRange[] {
  return (JSON.parse(json) as readonly Pair[]).map(([start, end]) => ({ start, end }));
}
