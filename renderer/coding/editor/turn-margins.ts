import type { CodingId } from '#shared/ids.ts';
import { layoutMargin } from '../margin-layout.ts';
import type { ShownCoding } from '../shown-codings.ts';
import { piecesOf } from '../transcript-blocks.ts';
import { partOf } from './block-node.ts';
import { bracketElement, labelElement, LABEL_HEIGHT, type MarginItem } from './bracket.ts';
import type { DomPositions } from './dom-positions.ts';

/** Draws the margin of the blocks near the view, and of no others: asking where far text stands would lay it out. */
export class TurnMargins {
  readonly #positions: DomPositions;
  readonly #observer: IntersectionObserver;
  readonly #resizes: ResizeObserver;
  readonly #near = new Set<number>();
  readonly #dirty = new Set<number>();
  #ofBlock = new Map<number, ShownCoding[]>();
  #selected: CodingId | null = null;
  #frame = 0;

  constructor(positions: DomPositions, root: HTMLElement, scroller: HTMLElement) {
    this.#positions = positions;
    const indexOf = new Map<Element, number>(positions.boxes.map((box, index) => [box, index]));
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = indexOf.get(target);
          if (index === undefined) continue;
          if (isIntersecting) this.#near.add(index);
          else this.#near.delete(index);
          if (isIntersecting) this.#redraw(index);
        }
      },
      { root: scroller, rootMargin: '400px 0px' },
    );
    for (const box of positions.boxes) this.#observer.observe(box);
    // Another width or size of text moves every line.
    this.#resizes = new ResizeObserver(() => this.redrawNear());
    this.#resizes.observe(root);
  }

  show(codings: readonly ShownCoding[]): void {
    const ofBlock = new Map<number, ShownCoding[]>();
    for (const coding of codings) {
      for (const { index } of piecesOf(this.#positions.blocks, coding)) {
        const list = ofBlock.get(index);
        if (list === undefined) ofBlock.set(index, [coding]);
        else list.push(coding);
      }
    }
    for (const index of this.#near) {
      if (!sameCodings(this.#ofBlock.get(index), ofBlock.get(index))) this.#redraw(index);
    }
    this.#ofBlock = ofBlock;
  }

  select(id: CodingId | null): void {
    this.#selected = id;
    for (const index of this.#near) {
      const box = this.#positions.boxes[index];
      for (const element of box?.querySelectorAll('.block-margin > [data-coding]') ?? []) {
        element.toggleAttribute('data-selected', element.getAttribute('data-coding') === String(id));
      }
    }
  }

  redrawNear(): void {
    for (const index of this.#near) this.#redraw(index);
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #redraw(index: number): void {
    this.#dirty.add(index);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** First all measuring, then all writing, so that the page is laid out once. */
  #draw(): void {
    this.#frame = 0;
    const drawn = [...this.#dirty].map((index) => ({ index, items: this.#measure(index) }));
    this.#dirty.clear();
    for (const { index, items } of drawn) this.#write(index, items);
  }

  #measure(index: number): { readonly items: readonly MarginItem[]; readonly height: number } {
    const { blocks, boxes } = this.#positions;
    const block = blocks[index];
    const box = boxes[index];
    const node = this.#positions.textNode(index);
    if (block === undefined || box === undefined || node === null) return { items: [], height: 0 };
    const frame = box.getBoundingClientRect();
    const range = document.createRange();
    const items = (this.#ofBlock.get(index) ?? []).map((coding) => {
      range.setStart(node, Math.max(coding.start - block.start, 0));
      range.setEnd(node, Math.min(coding.end, block.end) - block.start);
      const lines = range.getBoundingClientRect();
      const fromBefore = coding.start < block.start;
      const goesOn = coding.end > block.end;
      return {
        coding,
        fromBefore,
        goesOn,
        top: fromBefore ? 0 : lines.top - frame.top,
        bottom: goesOn ? frame.height : lines.bottom - frame.top,
      };
    });
    return { items, height: frame.height };
  }

  #write(
    index: number,
    { items, height }: { readonly items: readonly MarginItem[]; readonly height: number },
  ): void {
    const box = this.#positions.boxes[index];
    if (box === undefined) return;
    const margin = partOf(box, '.block-margin');
    const { lanes, laneCount, labels } = layoutMargin(items, height, LABEL_HEIGHT);
    margin.style.setProperty('--lanes', String(laneCount));
    margin.replaceChildren(
      ...items.map((item, i) => bracketElement(item, lanes[i] ?? 0, this.#selected)),
      ...items.flatMap((item, i) => {
        const place = labels[i];
        return place === null || place === undefined ? [] : [labelElement(item, place, this.#selected)];
      }),
    );
  }
}

function sameCodings(a: readonly ShownCoding[] = [], b: readonly ShownCoding[] = []): boolean {
  return a.length === b.length && a.every((coding, index) => sameDrawing(coding, b[index]));
}

function sameDrawing(a: ShownCoding, b: ShownCoding | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.start === b.start &&
    a.end === b.end &&
    a.label === b.label &&
    a.color === b.color &&
    a.mark === b.mark
  );
}
