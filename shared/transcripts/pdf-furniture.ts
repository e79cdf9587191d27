import type { PdfLine } from './pdf-lines.ts';

/** How many lines at the top and at the bottom of a page may be a running header or footer. */
const MOST = 3;
const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:p(?:age|agina|g|\.)?\.?|blz\.?|seite|s\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|van|von|sur|de)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i;

/** The lines without running headers and footers, page numbers and the numbers of lines in the margin. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const kept = pages.map((lines) => withoutLineNumbers(lines));
  const counts = new Map<string, number>();
  for (const lines of kept) {
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const filled = kept.filter((lines) => lines.length > 0).length;
  // A header may be left out on a title page, or alternate between left and right pages.
  const least = Math.max(2, Math.ceil(filled * 0.4));
  return kept.map((lines) => {
    const edge = new Set(edges(lines));
    const isRunning = (line: PdfLine): boolean => edge.has(line) && (counts.get(keyOf(line)) ?? 0) >= least;
    const rest = lines.filter((line) => !isRunning(line));
    return rest.filter((line) => !isPageNumber(line, rest));
  });
}

function edges(lines: readonly PdfLine[]): readonly PdfLine[] {
  return lines.length <= MOST * 2 ? lines : [...lines.slice(0, MOST), ...lines.slice(-MOST)];
}

/** What it says, numbers aside, and about where. */
function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 6)} ${text.replaceAll(/\d+/g, '#').toLowerCase()}`;
}

/** Alone at the edge of its page, apart from the text. */
function isPageNumber(line: PdfLine, lines: readonly PdfLine[]): boolean {
  if (!PAGE_NUMBER.test(line.text) || lines.length < 2) return false;
  const index = lines.indexOf(line);
  const neighbour = index === 0 ? lines[1] : index === lines.length - 1 ? lines[index - 1] : undefined;
  return neighbour !== undefined && Math.abs(neighbour.y - line.y) > neighbour.size * 1.8;
}

/** Numbers left of the text that count its lines. */
function withoutLineNumbers(lines: readonly PdfLine[]): readonly PdfLine[] {
  const numbers = lines.map(({ text }) => /^(\d{1,4})[\t ]/.exec(text)?.[1]);
  const counting = numbers.filter(
    (number, index) =>
      number !== undefined && index > 0 && Number(number) === Number(numbers[index - 1] ?? Number.NaN) + 1,
  );
  if (lines.length < 5 || counting.length < lines.length * 0.75) return lines;
  return lines.map((line, index) => (numbers[index] === undefined ? line : withoutFirst(line)));
}

function withoutFirst(line: PdfLine): PdfLine {
  const [, ...rest] = line.runs;
  const runs = rest.filter((run, index) => index > 0 || run.text.trim() !== '');
  const isApart = /^\d+$/.test(line.runs[0]?.text.trim() ?? '') && runs.length > 0;
  const text = line.text.replace(/^\d{1,4}[\t ]+/, '');
  return isApart ? { ...line, runs, text } : { ...line, text, runs: [{ text, bold: false }] };
}
