/** A bracket in the margin, from the first to the last line that its coding touches, in pixels. */
export interface Bracket {
  readonly top: number;
  readonly bottom: number;
}

export interface MarginLayout {
  /** The lane of each bracket, counted from the text outwards. */
  readonly lanes: readonly number[];
  readonly laneCount: number;
  /** The place of the label of each bracket, or null when there is no room for it. */
  readonly labels: readonly (LabelPlace | null)[];
}

export interface LabelPlace {
  readonly top: number;
  /** How many lines it may take before it meets the next label. */
  readonly lines: number;
}

const MOST_LABEL_LINES = 3;

/**
 * Puts brackets that share a line side by side: each in the lane nearest to the text that is free for all of its
 * height. Labels stand in one column beside the lanes, as near to the top of their bracket as the labels above allow.
 */
export function layoutMargin(
  brackets: readonly Bracket[],
  height: number,
  labelHeight: number,
): MarginLayout {
  const order = [...brackets.keys()].sort((a, b) => compare(brackets[a], brackets[b]) || a - b);
  const lanes: number[] = [];
  const tops: (number | null)[] = [];
  const freeFrom: number[] = [];
  let labelsEnd = 0;
  for (const index of order) {
    const bracket = brackets[index];
    if (bracket === undefined) continue;
    const free = freeFrom.findIndex((bottom) => bottom <= bracket.top);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = bracket.bottom;
    lanes[index] = lane;
    const labelTop = Math.max(bracket.top, labelsEnd);
    const fits = labelTop + labelHeight <= height;
    tops[index] = fits ? labelTop : null;
    if (fits) labelsEnd = labelTop + labelHeight;
  }
  return { lanes, laneCount: freeFrom.length, labels: withLines(tops, height, labelHeight) };
}

/** Each label may grow down to the next one. */
function withLines(
  tops: readonly (number | null)[],
  height: number,
  labelHeight: number,
): readonly (LabelPlace | null)[] {
  return tops.map((top) => {
    if (top === null) return null;
    const next = Math.min(height, ...tops.filter((other) => other !== null && other > top).map(Number));
    return { top, lines: Math.min(MOST_LABEL_LINES, Math.floor((next - top) / labelHeight)) };
  });
}

/** From the top down; of two that begin together the longer one first, so that it stands nearest to the text. */
function compare(a: Bracket | undefined, b: Bracket | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.top - b.top || b.bottom - a.bottom;
}
