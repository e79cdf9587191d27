const FOUND = 'coding-found';
const CURRENT = 'coding-found-current';

/** What was searched for in the text, above the tints of the codes. */
export class FoundHighlights {
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
