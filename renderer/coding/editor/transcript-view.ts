import type { CodingId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ShownCoding } from '../shown-codings.ts';
import { firstBlockAfter, type Block } from '../transcript-blocks.ts';
import { CodeHighlights, type Foretold } from './code-highlights.ts';
import { DomPositions } from './dom-positions.ts';
import { EdgeHandles } from './edge-handles.ts';
import { FoundHighlights } from './found-highlights.ts';
import { installReadOnlyCaret } from './read-only-caret.ts';
import { drawDocument } from './transcript-document.ts';
import { LineNumbers } from './line-numbers.ts';
import { UnitNumbers } from './unit-numbers.ts';
import { TurnMargins } from './turn-margins.ts';

export interface ViewEvents {
  /** The caret or the selection moved; start and end are the same for a caret. */
  onSelection(range: TextRange): void;
  /** The mouse was pressed and released on one place of the text. */
  onClickText(position: number): void;
  /** A bracket or its label in the margin was pressed. */
  onPressCoding(id: CodingId): void;
  /** An edge of the selected coding was dragged to another place. */
  onMoveEdges(id: CodingId, range: TextRange): void;
}

interface ViewOf {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly lineStarts: readonly number[];
  /** The passages that it is to be coded in; none when nobody asks for any. */
  readonly units: readonly TextRange[];
  /** Passages that are left out of the analysis. */
  readonly excluded: readonly TextRange[];
  readonly events: ViewEvents;
}

/** The transcript on screen: text, tints, margin, caret. What it shows is given to it; it decides nothing. */
export class TranscriptView {
  readonly #root: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #events: ViewEvents;
  readonly #positions: DomPositions;
  readonly #highlights: CodeHighlights;
  readonly #margins: TurnMargins;
  readonly #found = new FoundHighlights();
  readonly #handles: EdgeHandles;
  readonly #stop = new AbortController();
  readonly #disposals: (() => void)[] = [];
  #range: TextRange = { start: 0, end: 0 };
  #pressed = false;

  constructor({ root, scroller, text, blocks, lineStarts, units, excluded, events }: ViewOf) {
    this.#root = root;
    this.#scroller = scroller;
    this.#events = events;
    const drawn = drawDocument(root, text, blocks);
    this.#positions = new DomPositions(root, blocks, drawn.boxes);
    this.#highlights = new CodeHighlights(this.#positions);
    this.#margins = new TurnMargins(
      this.#positions,
      [new LineNumbers(this.#positions, lineStarts), new UnitNumbers(this.#positions, units)],
      root,
      scroller,
    );
    this.#handles = new EdgeHandles({
      scroller,
      root,
      rangeOf: (range) => (this.#isNear(range) ? this.#domRange(range) : null),
      positionAt: (x, y) => this.positionAt(x, y),
      onDrag: (range) => this.#highlights.keepVisible(range),
      onDrop: (id, range) => events.onMoveEdges(id, range),
    });
    this.#disposals.push(installReadOnlyCaret(root), drawn.dispose);
    this.#found.showExcluded(excluded.flatMap((range) => this.#positions.staticRanges(range)));
    this.#found.showUnits(units.flatMap((range) => this.#positions.staticRanges(range)));
    this.#listen();
  }

  show(codings: readonly ShownCoding[]): void {
    this.#highlights.show(codings);
    this.#margins.show(codings);
  }

  /** The tint of what is being coded, until the coding itself is shown or was refused. */
  foretell(passage: Foretold | null): void {
    this.#highlights.foretell(passage);
  }

  /** `canMove`: with a handle at both of its ends. */
  emphasise(coding: ShownCoding | null, canMove: boolean): void {
    this.#highlights.emphasise(coding);
    this.#handles.show(canMove ? coding : null);
    this.#margins.select(coding?.id ?? null);
  }

  /** Marks what was found, and the one that is looked at. */
  showFound(found: readonly TextRange[], current: TextRange | null): void {
    const inText = (range: TextRange): readonly StaticRange[] => this.#positions.staticRanges(range);
    this.#found.show(found.flatMap(inText), current === null ? [] : inText(current));
  }

  /** Where the caret will be when the transcript has the focus; nothing scrolls. */
  putCaret(position: number): void {
    this.putSelection({ start: position, end: position });
  }

  /** What is selected once the transcript has the focus; nothing scrolls. */
  putSelection(range: TextRange): void {
    this.#range = range;
    if (document.activeElement === this.#root) this.#writeSelection(range);
    this.#events.onSelection(range);
  }

  /** Selects a range, or puts the caret there, and brings it into view. */
  select(range: TextRange): void {
    this.#range = range;
    this.#writeSelection(range);
    this.#scrollTo(range, 'nearest');
    this.#events.onSelection(range);
  }

  focus(): void {
    this.#root.focus({ preventScroll: true });
  }

  /** Brings a place into the middle of the view. */
  reveal(range: TextRange): void {
    const box = this.#positions.boxes[firstBlockAfter(this.#positions.blocks, range.start)];
    box?.scrollIntoView({ block: 'center' });
    // The blocks above were only estimated until now: look once more where the words really are.
    requestAnimationFrame(() => this.#scrollTo(range, 'center'));
  }

  /** Calls back with the position at the top of the view whenever scrolling rests; returns the function that ends it. */
  onScrollEnd(listener: (position: number) => void): () => void {
    const report = (): void => listener(this.#topPosition());
    this.#scroller.addEventListener('scrollend', report);
    return () => this.#scroller.removeEventListener('scrollend', report);
  }

  #topPosition(): number {
    const top = this.#scroller.getBoundingClientRect().top;
    const { boxes, blocks } = this.#positions;
    const index = boxes.findIndex((box) => box.getBoundingClientRect().bottom > top + 1);
    return blocks[index]?.start ?? 0;
  }

  scrollToTop(position: number): void {
    const index = firstBlockAfter(this.#positions.blocks, position);
    const box = this.#positions.boxes[index];
    if (index === 0) this.#scroller.scrollTop = 0;
    else box?.scrollIntoView({ block: 'start' });
    requestAnimationFrame(() => index > 0 && box?.scrollIntoView({ block: 'start' }));
  }

  /** Where on the screen a range ends: what belongs to it opens there. */
  rectOf(range: TextRange): DOMRect {
    const rects = this.#domRange(range)?.getClientRects() ?? [];
    return rects[rects.length - 1] ?? this.#root.getBoundingClientRect();
  }

  /** Where in the text a point of the screen lies. */
  positionAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret === null ? null : this.#positions.positionOf(caret.offsetNode, caret.offset);
  }

  dispose(): void {
    this.#stop.abort();
    this.#margins.dispose();
    this.#handles.dispose();
    this.#found.show([], []);
    this.#found.showExcluded([]);
    this.#found.showUnits([]);
    this.#highlights.dispose();
    for (const dispose of this.#disposals) dispose();
  }

  #listen(): void {
    const { signal } = this.#stop;
    document.addEventListener('selectionchange', () => this.#readSelection(), { signal });
    this.#root.addEventListener('focus', () => this.#onFocus(), { signal });
    this.#root.addEventListener('blur', () => this.#onBlur(), { signal });
    document.addEventListener('pointerdown', () => (this.#pressed = true), { signal, capture: true });
    document.addEventListener('pointerup', () => (this.#pressed = false), { signal, capture: true });
    document.addEventListener('pointercancel', () => (this.#pressed = false), { signal, capture: true });
    this.#root.addEventListener('click', (event) => this.#onClick(event), { signal });
    this.#root.addEventListener('mousedown', (event) => this.#onMouseDown(event), { signal });
  }

  #onFocus(): void {
    this.#highlights.keepVisible(null);
    // Coming back by key or by program, the browser forgets what was selected; a press of the mouse selects anew.
    if (!this.#pressed) this.#writeSelection(this.#range);
  }

  #onBlur(): void {
    this.#highlights.keepVisible(this.#range.start < this.#range.end ? this.#range : null);
  }

  #onMouseDown(event: MouseEvent): void {
    const element = event.target instanceof Element ? event.target.closest('[data-coding]') : null;
    if (element === null) return;
    event.preventDefault();
    this.focus();
    // The attribute was written from the id of a coding (see bracket.ts).
    this.#events.onPressCoding(Number(element.getAttribute('data-coding')) as CodingId);
  }

  #onClick(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('.block-text') === null) return;
    this.#readSelection();
    if (this.#range.start === this.#range.end) this.#events.onClickText(this.#range.start);
  }

  #readSelection(): void {
    const selection = document.getSelection();
    if (selection === null || document.activeElement !== this.#root) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (anchorNode === null || focusNode === null || !this.#root.contains(anchorNode)) return;
    const anchor = this.#positions.positionOf(anchorNode, anchorOffset);
    const focus = this.#positions.positionOf(focusNode, focusOffset);
    if (anchor === null || focus === null) return;
    const range = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
    // Between two blocks the browser draws no caret and does not know where up and down are.
    if (selection.isCollapsed && focusNode.nodeType !== Node.TEXT_NODE) this.#writeSelection(range);
    if (range.start === this.#range.start && range.end === this.#range.end) return;
    this.#range = range;
    this.#events.onSelection(range);
  }

  #writeSelection({ start, end }: TextRange): void {
    const from = this.#positions.pointOf(start);
    const to = this.#positions.pointOf(end);
    if (from === null || to === null) return;
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Whether it lies in or about the view: asking where far text stands would lay it out. */
  #isNear(range: TextRange): boolean {
    const { blocks, boxes } = this.#positions;
    const [first, last] = [
      boxes[firstBlockAfter(blocks, range.start)],
      boxes[firstBlockAfter(blocks, range.end - 1)],
    ];
    if (first === undefined || last === undefined) return false;
    const frame = this.#scroller.getBoundingClientRect();
    return (
      last.getBoundingClientRect().bottom > frame.top && first.getBoundingClientRect().top < frame.bottom
    );
  }

  #domRange({ start, end }: TextRange): Range | null {
    const from = this.#positions.pointOf(start);
    const to = this.#positions.pointOf(end);
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  #scrollTo({ start }: TextRange, where: 'nearest' | 'center'): void {
    const rect = this.#domRange({ start, end: start })?.getClientRects()[0];
    if (rect === undefined) return;
    const frame = this.#scroller.getBoundingClientRect();
    const margin = 48;
    if (where === 'center') this.#scroller.scrollTop += rect.top - frame.top - frame.height * 0.35;
    else if (rect.top < frame.top + margin) this.#scroller.scrollTop += rect.top - frame.top - margin;
    else if (rect.bottom > frame.bottom - margin)
      this.#scroller.scrollTop += rect.bottom - frame.bottom + margin;
  }
}
