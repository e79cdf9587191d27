/** A half-open range of UTF-16 code units of one immutable text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function isRangeOf(text: string, { start, end }: TextRange): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

export function quotation(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}

/** Without the white space at its ends; empty (at its start) when there is nothing else in it. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const slice = text.slice(start, end);
  const trimmedStart = start + (slice.length - slice.trimStart().length);
  return { start: trimmedStart, end: Math.max(trimmedStart, start + slice.trimEnd().length) };
}
