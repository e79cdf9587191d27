import type { Paragraph, Run } from './document-blocks.ts';
import type { PdfLine } from './pdf-lines.ts';
import { looksLikeName } from './speaker-names.ts';
import { isKnownSpeaker } from './speaker-roles.ts';

/** A line that a turn may begin with: `T01:`, `[00:03] Anna de Vries:`. */
const LABEL =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?(\p{L}[\p{L}\p{M}\p{N} .&’'_-]{0,39}?)\s*(?:[[(][^\])]{1,30}[\])])?\s*:(?:\s|$)/u;
/** How much further apart than lines paragraphs are, where they are. */
const WIDER = 1.35;
/** `lees- en schrijf…`: the hyphen stands for what both words share. */
const SHARED = /^(?:en|of|and|or|und|oder|et|ou|y|o)\s/i;

/** Paragraphs rebuilt from lines that a program broke: across lines, and across pages. */
export function paragraphsOfLines(pages: readonly (readonly PdfLine[])[]): readonly Paragraph[] {
  const lines = pages.flat();
  const facts = measure(lines);
  const paragraphs: PdfLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || begins(line, before, facts)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  });
  const words = wordsOf(lines);
  const isHyphenated = hyphenates(lines);
  return paragraphs.map((own) => ({
    kind: 'paragraph',
    level: levelOf(own, facts),
    runs: joinLines(
      own.map(({ runs }) => runs),
      words,
      isHyphenated,
    ),
  }));
}

interface Facts {
  readonly gap: number;
  /** Paragraphs are set apart by space: then a short line is only a line that broke early. */
  readonly isSpaced: boolean;
  readonly size: number;
  readonly right: number;
  readonly left: number;
  readonly labels: ReadonlySet<string>;
  readonly sizes: readonly number[];
}

function measure(lines: readonly PdfLine[]): Facts {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before === undefined || before.page !== line.page ? [] : [before.y - line.y];
  });
  const size = commonest(
    lines.flatMap((line) =>
      Array.from({ length: Math.min(200, line.text.length) }, () => Math.round(line.size * 2) / 2),
    ),
  );
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const bodyGaps = gaps.filter((gap) => gap > 0 && gap < size * 3).toSorted((a, b) => a - b);
  // Lines of one paragraph are the closest that come often: the lower quarter, where many paragraphs have one line.
  const gap = bodyGaps[Math.floor(bodyGaps.length / 4)] ?? size * 1.2;
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const name = LABEL.exec(text)?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    gap,
    isSpaced: bodyGaps.filter((own) => own > gap * WIDER).length * 10 > bodyGaps.length,
    size,
    right: quantile(
      body.map(({ right }) => right),
      0.98,
    ),
    left: quantile(
      body.map(({ left }) => left),
      0.1,
    ),
    labels: new Set(
      [...counts]
        .filter(([name, count]) => isKnownSpeaker(name) || (count > 1 && looksLikeName(name)))
        .map(([name]) => name),
    ),
    sizes: [...new Set(lines.map((line) => Math.round(line.size)))]
      .filter((other) => other > size + 1)
      .toSorted((a, b) => b - a),
  };
}

/** Whether a line begins a paragraph of its own. */
function begins(line: PdfLine, before: PdfLine, { gap, isSpaced, right, labels }: Facts): boolean {
  const name = LABEL.exec(line.text)?.[1];
  if (name !== undefined && labels.has(name)) return true;
  if (Math.abs(line.size - before.size) > 0.9) return true;
  // A name in a column of its own, and what was said in the next.
  if (/^[^\t]{1,40}\t/.test(line.text)) return true;
  const couldHold = before.right + before.size * 0.75 + line.firstWord * 1.2 < right;
  if (line.page !== before.page) return couldHold && !/[-\u00ad,]$/.test(before.text);
  if (before.y - line.y > gap * WIDER) return true;
  if (isSpaced) return false;
  // An indent begins a paragraph, unless the lines above hang from a label.
  const isIndented =
    line.left > before.left + line.size * 0.9 && !LABEL.test(before.text) && !before.text.includes('\t');
  return couldHold || isIndented;
}

/** Larger letters than the text are headings: the largest the first. */
function levelOf(lines: readonly PdfLine[], { size, sizes }: Facts): number {
  const [first] = lines;
  if (first === undefined || first.size <= size + 1 || lines.length > 3) return 0;
  const index = sizes.indexOf(Math.round(first.size));
  return index === -1 ? 0 : Math.min(6, index + 1);
}

/**
 * The lines of one paragraph as one text. A hyphen at the end of a line goes when the whole word is written elsewhere, or
 * when the file hyphenates as a habit; it stays when the word is written with it elsewhere, and when in doubt.
 */
export function joinLines(
  lines: readonly (readonly Run[])[],
  words: ReadonlySet<string>,
  isHyphenated: boolean,
): readonly Run[] {
  const joined: Run[] = [];
  for (const runs of lines) {
    const last = joined.at(-1);
    const [first, ...rest] = runs;
    if (first === undefined) continue;
    if (last !== undefined) {
      const next = runs.map(({ text }) => text).join('');
      const before = tailOf(joined);
      joined[joined.length - 1] = { ...last, text: last.text + seam(before, next, words, isHyphenated) };
      if (dropsHyphen(before, next, words, isHyphenated)) {
        joined[joined.length - 1] = { ...last, text: last.text.replace(/[-\u00ad\u2010]\s*$/, '') };
      }
    }
    joined.push(first, ...rest);
  }
  return joined;
}

function tailOf(runs: readonly Run[]): string {
  let tail = '';
  for (let index = runs.length - 1; index >= 0 && tail.length < 60; index -= 1)
    tail = (runs[index]?.text ?? '') + tail;
  return tail.slice(-60);
}

function seam(before: string, next: string, words: ReadonlySet<string>, isHyphenated: boolean): string {
  if (/\s$/.test(before)) return '';
  if (/[-\u2010]$/.test(before) && !SHARED.test(next) && /\p{L}[-\u2010]$/u.test(before)) return '';
  if (dropsHyphen(before, next, words, isHyphenated)) return '';
  // Languages that are written without spaces between words.
  const isSpaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(before);
  return isSpaceless ? '' : ' ';
}

function dropsHyphen(
  before: string,
  next: string,
  words: ReadonlySet<string>,
  isHyphenated: boolean,
): boolean {
  if (before.endsWith('\u00ad')) return true;
  const head = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{M}]+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined || SHARED.test(next) || /^\p{Lu}/u.test(tail)) return false;
  const whole = (head + tail).toLowerCase();
  if (words.has(whole)) return true;
  if (words.has(`${head}-${tail}`.toLowerCase())) return false;
  return isHyphenated;
}

/** Words as they stand inside lines, with and without hyphens. */
export function wordsOf(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = text.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [];
    for (const word of text.endsWith('-') ? found.slice(0, -1) : found) words.add(word.toLowerCase());
  }
  return words;
}

/** Programs that hyphenate do so on many lines; who writes “twenty-four” does it now and then. */
export function hyphenates(lines: readonly { readonly text: string }[]): boolean {
  const hyphens = lines.filter(({ text }) => /\p{L}[-\u2010]$/u.test(text)).length;
  return hyphens >= 3 && hyphens * 25 >= lines.length;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
}
