import type { CodingId } from '#shared/ids.ts';
import { layoutMargin } from '../margin-layout.ts';
import type { ShownCoding } from '../shown-codings.ts';
import { piecesOf } from '../transcript-blocks.ts';
import { partOf } from './block-node.ts';
import { bracketElement, labelElement, LABEL_HEIGHT, type MarginItem } from './bracket.ts';
import type { DomPositions } from './dom-positions.ts';
import type { BesideNumbers } from './beside-numbers.ts';

/** Draws the margin and the line numbers of the blocks near the view, and of no others: asking where far text stands would lay it out. */
export class TurnMargins {
  readonly #positions: DomPositions;
  readonly #numbers: readonly BesideNumbers[];
  readonly #root: HTMLElement;
  readonly #observer: IntersectionObserver;
  readonly #resizes: ResizeObserver;
  readonly #near = new Set<number>();
  readonly #dirty = new Set<number>();
  #ofBlock = new Map<number, ShownCoding[]>();
  /** What each margin was drawn from: one that comes back into view unchanged is left as it is. */
  readonly #drawn = new Map<number, string>();
  #selected: CodingId | null = null;
  #frame = 0;
  #metrics = '';

  constructor(
    positions: DomPositions,
    numbers: readonly BesideNumbers[],
    root: HTMLElement,
    scroller: HTMLElement,
  ) {
    this.#positions = positions;
    this.#numbers = numbers;
    this.#root = root;
    const indexOf = new Map<Element, number>(positions.boxes.map((box, index) => [box, index]));
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = indexOf.get(target);
          if (index === undefined) continue;
          if (isIntersecting) this.#near.add(index);
          else this.#near.delete(index);
        }
        this.#redrawChanged();
      },
      { root: scroller, rootMargin: '400px 0px' },
    );
    for (const box of positions.boxes) this.#observer.observe(box);
    // Another width or size of text moves every line.
    this.#resizes = new ResizeObserver(() => {
      const metrics = `${root.clientWidth} ${getComputedStyle(root).font}`;
      // The height alone changes all the time, as blocks that were estimated come into view.
      if (metrics === this.#metrics) return;
      this.#metrics = metrics;
      this.#redrawChanged();
    });
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
    this.#ofBlock = ofBlock;
    this.#redrawChanged();
  }

  select(id: CodingId | null): void {
    this.#selected = id;
    for (const element of this.#root.querySelectorAll('.block-margin > [data-selected]')) {
      element.removeAttribute('data-selected');
    }
    if (id === null) return;
    for (const element of this.#root.querySelectorAll(`.block-margin > [data-coding="${id}"]`)) {
      element.setAttribute('data-selected', '');
    }
  }

  #drawing(index: number): string {
    const codings = this.#ofBlock.get(index) ?? [];
    const parts = codings.map(({ id, start, end, label, color, mark }) =>
      [id, start, end, label, color, mark].join(),
    );
    return `${this.#metrics} ${parts.join(';')}`;
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #redrawChanged(): void {
    for (const index of this.#near) {
      if (this.#drawn.get(index) !== this.#drawing(index)) this.#dirty.add(index);
    }
    if (this.#dirty.size > 0 && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** First all measuring, then all writing, so that the page is laid out once. */
  #draw(): void {
    this.#frame = 0;
    const drawn = [...this.#dirty].map((index) => ({
      index,
      items: this.#measure(index),
      marks: this.#numbers.map((numbers) => numbers.measure(index, this.#metrics)),
    }));
    this.#dirty.clear();
    for (const { index, items, marks } of drawn) {
      this.#write(index, items);
      marks.forEach((each, i) => each !== null && this.#numbers[i]?.write(index, each));
    }
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
    this.#drawn.set(index, this.#drawing(index));
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
