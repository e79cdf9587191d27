/** A bracket in the margin, from the first to the last line that its coding touches, in pixels. */
export interface Bracket {
  readonly top: number;
  readonly bottom: number;
}

export interface MarginLayout {
  /** The lane of each bracket, counted from the text outwards. */
  readonly lanes: readonly number[];
  readonly laneCount: number;
  /** Where the label of each bracket stands, or null when there is no room for it. */
  readonly labels: readonly (number | null)[];
}

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
  const labels: (number | null)[] = [];
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
    labels[index] = fits ? labelTop : null;
    if (fits) labelsEnd = labelTop + labelHeight;
  }
  return { lanes, laneCount: freeFrom.length, labels };
}

/** From the top down; of two that begin together the longer one first, so that it stands nearest to the text. */
function compare(a: Bracket | undefined, b: Bracket | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.top - b.top || b.bottom - a.bottom;
}
