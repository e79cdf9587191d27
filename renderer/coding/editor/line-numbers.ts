import { lineAt } from '#shared/transcripts/line-numbers.ts';
import { partOf } from './block-node.ts';
import { writeMarks, type BesideNumbers, type NumberMark } from './beside-numbers.ts';
import type { DomPositions } from './dom-positions.ts';

/** Every so many lines, as in a printed transcript; the first line of a block has its number in any case. */
const EVERY = 5;
/** Two numbers that stand closer than this would lie over each other. */
const CLOSEST = 12;

/** The numbers beside the text: each at the height where its line begins, which differs from window to window. */
export class LineNumbers implements BesideNumbers {
  readonly #positions: DomPositions;
  readonly #starts: readonly number[];
  /** The width and size of letters that each block was measured at. */
  readonly #measuredAt = new Map<number, string>();

  constructor(positions: DomPositions, starts: readonly number[]) {
    this.#positions = positions;
    this.#starts = starts;
  }

  /** Null when nothing moved since the last time. */
  measure(index: number, metrics: string): readonly NumberMark[] | null {
    if (this.#measuredAt.get(index) === metrics) return null;
    this.#measuredAt.set(index, metrics);
    const block = this.#positions.blocks[index];
    const box = this.#positions.boxes[index];
    const node = this.#positions.textNode(index);
    if (block === undefined || box === undefined || node === null) return [];
    const top = box.getBoundingClientRect().top;
    const range = document.createRange();
    const first = lineAt(this.#starts, block.start);
    const last = lineAt(this.#starts, block.end - 1);
    const marks: NumberMark[] = [];
    for (let number = first; number <= last; number += 1) {
      if (number !== first && number % EVERY !== 0) continue;
      const offset = Math.max(0, (this.#starts[number - 1] ?? 0) - block.start);
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const place = range.getClientRects()[0];
      if (place === undefined) continue;
      const mark = { label: String(number), top: place.top + place.height / 2 - top };
      if (mark.top - (marks.at(-1)?.top ?? -CLOSEST) >= CLOSEST) marks.push(mark);
    }
    return marks;
  }

  write(index: number, marks: readonly NumberMark[]): void {
    const box = this.#positions.boxes[index];
    if (box === undefined) return;
    writeMarks(partOf(box, '.block-lines'), marks);
  }
}
