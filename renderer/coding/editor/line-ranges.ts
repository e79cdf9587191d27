import type { TextRange } from '#shared/text/text-range.ts';

/** Ranges of the page for ranges of the text, where each line of the text is an element of its own. */
export function lineRanges(root: HTMLElement, ranges: readonly TextRange[]): readonly StaticRange[] {
  const found: StaticRange[] = [];
  const wanted = ranges.toSorted((a, b) => a.start - b.start);
  const texts = textNodesOf(root);
  let first = 0;
  for (const range of wanted) {
    while (first < texts.length && (texts[first]?.end ?? 0) <= range.start) first += 1;
    for (let index = first; index < texts.length; index += 1) {
      const text = texts[index];
      if (text === undefined || text.start >= range.end) break;
      const [start, end] = [Math.max(range.start, text.start), Math.min(range.end, text.end)];
      if (start >= end) continue;
      found.push(
        new StaticRange({
          startContainer: text.node,
          startOffset: start - text.start,
          endContainer: text.node,
          endOffset: end - text.start,
        }),
      );
    }
  }
  return found;
}

interface TextPlace extends TextRange {
  readonly node: Text;
}

function textNodesOf(root: HTMLElement): readonly TextPlace[] {
  const places: TextPlace[] = [];
  let position = 0;
  for (const line of root.children) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // The walker was asked for texts alone.
      const text = node as Text;
      places.push({ node: text, start: position, end: position + text.data.length });
      position += text.data.length;
    }
    position += 1;
  }
  return places;
}
