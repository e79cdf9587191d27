const UNIT = 'text-unit';
const EXCLUDED = 'text-excluded';
const FOUND = 'coding-found';
const CURRENT = 'coding-found-current';

/** Passages that are left out of the analysis, below what was searched for in the text; both above the tints of codes. */
export class FoundHighlights {
  /** Each begins and ends where its line does: between two of them the line is broken. */
  showUnits(ranges: readonly StaticRange[]): void {
    put(UNIT, ranges, -1);
  }

  showExcluded(ranges: readonly StaticRange[]): void {
    put(EXCLUDED, ranges, 25);
  }

  show(found: readonly StaticRange[], current: readonly StaticRange[]): void {
    put(FOUND, found, 30);
    put(CURRENT, current, 31);
  }
}

function put(name: string, ranges: readonly StaticRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
