import type { CodeId, CodingId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ShownCoding } from '../shown-codings.ts';
import type { DomPositions } from './dom-positions.ts';

/**
 * Only the spans that hold the text are asked what each highlight looks like. Without this, every element of the page
 * computes a style for every code, and scrolling stutters.
 */
const TEXT = '.transcript-text [data-lexical-text]';
const SELECTED = 'coding-selected';
const PENDING = 'coding-pending';

interface Painted {
  readonly shown: ShownCoding;
  readonly ranges: readonly StaticRange[];
}

/** A passage that is being coded. */
export type Foretold = TextRange & Pick<ShownCoding, 'codeId' | 'color'>;

/**
 * Tints coded text with the CSS Custom Highlight API, one highlight for each code. The page's tree stays as it is, so
 * that any number of overlapping codings costs no element.
 */
export class CodeHighlights {
  readonly #positions: DomPositions;
  readonly #sheet = new CSSStyleSheet();
  readonly #selectedSheet = new CSSStyleSheet();
  readonly #highlights = new Map<CodeId, Highlight>();
  readonly #painted = new Map<CodingId, Painted>();
  #colors: ReadonlyMap<CodeId, string> = new Map();
  #rules = '';
  #foretold: readonly StaticRange[] = [];
  #foretoldIn: Highlight | undefined;
  #emphasised: ShownCoding | null = null;
  #selectedColor = '';

  constructor(positions: DomPositions) {
    this.#positions = positions;
    document.adoptedStyleSheets.push(this.#sheet, this.#selectedSheet);
  }

  show(codings: readonly ShownCoding[]): void {
    const wanted = new Set(codings.map(({ id }) => id));
    for (const [id, painted] of this.#painted) if (!wanted.has(id)) this.#erase(painted);
    for (const coding of codings) {
      const painted = this.#painted.get(coding.id);
      if (painted !== undefined && (painted.shown === coding || samePlace(painted.shown, coding))) continue;
      if (painted !== undefined) this.#erase(painted);
      this.#paint(coding);
    }
    this.#colorIn(new Map(codings.map(({ codeId, color }) => [codeId, color])));
  }

  /**
   * Tints a passage that is just being coded, before the answer says that it is saved: its bracket and label come with the
   * answer. Null takes the tint away again, when the coding itself is shown or was refused.
   */
  foretell(passage: Foretold | null): void {
    for (const range of this.#foretold) this.#foretoldIn?.delete(range);
    this.#foretold = [];
    if (passage === null) return;
    this.#foretoldIn = this.#highlightOf(passage.codeId);
    this.#foretold = this.#positions.staticRanges(passage);
    for (const range of this.#foretold) this.#foretoldIn.add(range);
    if (!this.#colors.has(passage.codeId))
      this.#colorIn(new Map([...this.#colors, [passage.codeId, passage.color]]));
  }

  /** The selected coding stands out from the others. */
  emphasise(coding: ShownCoding | null): void {
    if (this.#emphasised === coding) return;
    this.#emphasised = coding;
    this.#mark(SELECTED, coding, 10);
    if (coding === null || coding.color === this.#selectedColor) return;
    const { color } = coding;
    this.#selectedColor = color;
    // Every style of the page is looked at again after this: only when it must be.
    this.#selectedSheet.replaceSync(
      `${TEXT}::highlight(${SELECTED}) { background-color: color-mix(in srgb, ${color} 30%, transparent);
        text-decoration: underline 2px ${color}; text-underline-offset: 4px; }`,
    );
  }

  /** Keeps a selection visible while the focus is elsewhere, in the code picker for example. */
  keepVisible(range: TextRange | null): void {
    this.#mark(PENDING, range, 20);
  }

  dispose(): void {
    for (const codeId of this.#highlights.keys()) CSS.highlights.delete(nameOf(codeId));
    this.emphasise(null);
    this.keepVisible(null);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#sheet && sheet !== this.#selectedSheet,
    );
  }

  #mark(name: string, range: TextRange | null, priority: number): void {
    if (range === null) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...this.#positions.staticRanges(range));
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  #paint(shown: ShownCoding): void {
    const ranges = this.#positions.staticRanges(shown);
    const highlight = this.#highlightOf(shown.codeId);
    for (const range of ranges) highlight.add(range);
    this.#painted.set(shown.id, { shown, ranges });
  }

  #highlightOf(codeId: CodeId): Highlight {
    let highlight = this.#highlights.get(codeId);
    if (highlight === undefined) {
      highlight = new Highlight();
      this.#highlights.set(codeId, highlight);
      CSS.highlights.set(nameOf(codeId), highlight);
    }
    return highlight;
  }

  #erase({ shown, ranges }: Painted): void {
    const highlight = this.#highlights.get(shown.codeId);
    for (const range of ranges) highlight?.delete(range);
    this.#painted.delete(shown.id);
  }

  #colorIn(colors: ReadonlyMap<CodeId, string>): void {
    this.#colors = colors;
    const rules = [...colors]
      .map(
        ([codeId, color]) =>
          `${TEXT}::highlight(${nameOf(codeId)}) { background-color: color-mix(in srgb, ${color} var(--code-tint), transparent); }`,
      )
      .join('\n');
    if (rules === this.#rules) return;
    this.#rules = rules;
    this.#sheet.replaceSync(rules);
  }
}

function nameOf(codeId: CodeId): string {
  return `code-${codeId}`;
}

function samePlace(a: ShownCoding, b: ShownCoding): boolean {
  return a.start === b.start && a.end === b.end && a.codeId === b.codeId;
}
