import type { TextRange } from '#shared/text/text-range.ts';
import { firstBlockAfter } from '../transcript-blocks.ts';
import { partOf } from './block-node.ts';
import { writeMarks, type BesideNumbers, type NumberMark } from './beside-numbers.ts';
import type { DomPositions } from './dom-positions.ts';

/** The number of each unit at the line where it begins; units that begin in one line share a mark: “4–6”. */
export class UnitNumbers implements BesideNumbers {
  readonly #positions: DomPositions;
  readonly #units: readonly TextRange[];
  /** By block, the places of the units that begin in it. */
  readonly #begins = new Map<number, number[]>();
  readonly #measuredAt = new Map<number, string>();

  constructor(positions: DomPositions, units: readonly TextRange[]) {
    this.#positions = positions;
    this.#units = units;
    units.forEach(({ start }, place) => {
      const block = firstBlockAfter(positions.blocks, start);
      this.#begins.set(block, [...(this.#begins.get(block) ?? []), place]);
    });
  }

  measure(index: number, metrics: string): readonly NumberMark[] | null {
    const begins = this.#begins.get(index);
    if (begins === undefined || this.#measuredAt.get(index) === metrics) return null;
    this.#measuredAt.set(index, metrics);
    const block = this.#positions.blocks[index];
    const box = this.#positions.boxes[index];
    const node = this.#positions.textNode(index);
    if (block === undefined || box === undefined || node === null) return [];
    const top = box.getBoundingClientRect().top;
    const range = document.createRange();
    const lines = new Map<number, number[]>();
    for (const place of begins) {
      const offset = Math.max(0, (this.#units[place]?.start ?? 0) - block.start);
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const at = range.getClientRects()[0];
      if (at === undefined) continue;
      const middle = Math.round(at.top + at.height / 2 - top);
      lines.set(middle, [...(lines.get(middle) ?? []), place + 1]);
    }
    return [...lines].map(([middle, numbers]) => ({ label: labelOf(numbers), top: middle }));
  }

  write(index: number, marks: readonly NumberMark[]): void {
    const box = this.#positions.boxes[index];
    if (box !== undefined) writeMarks(partOf(box, '.block-units'), marks);
  }
}

function labelOf(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}
