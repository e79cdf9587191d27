import type { TextRange } from '#shared/text/text-range.ts';
import { blockAt, piecesOf, type Block } from '../transcript-blocks.ts';
import { partOf } from './block-node.ts';

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Translates between positions in the transcript's text and points in the page: the only place that does. */
export class DomPositions {
  readonly blocks: readonly Block[];
  readonly boxes: readonly HTMLElement[];
  readonly #root: HTMLElement;
  readonly #indexOfBox: ReadonlyMap<Node, number>;

  constructor(root: HTMLElement, blocks: readonly Block[], boxes: readonly HTMLElement[]) {
    this.blocks = blocks;
    this.boxes = boxes;
    this.#root = root;
    this.#indexOfBox = new Map(boxes.map((box, index) => [box, index]));
  }

  /** Null when the point lies outside the transcript. */
  positionOf(node: Node, offset: number): number | null {
    if (node === this.#root) return this.blocks[offset]?.start ?? this.blocks.at(-1)?.end ?? null;
    const element = node instanceof Element ? node : node.parentElement;
    const box = element?.closest('.block') ?? null;
    const index = box === null ? undefined : this.#indexOfBox.get(box);
    const block = index === undefined ? undefined : this.blocks[index];
    if (block === undefined || index === undefined) return null;
    if (node === this.textNode(index)) return Math.min(block.start + offset, block.end);
    return offset === 0 && element?.closest('.block-margin') === null ? block.start : block.end;
  }

  pointOf(position: number): DomPoint | null {
    const block = blockAt(this.blocks, position);
    if (block === undefined) return null;
    const index = this.blocks.indexOf(block);
    const offset = Math.min(Math.max(position, block.start), block.end) - block.start;
    return this.#point(index, offset);
  }

  /** One range for each block that the range touches. */
  staticRanges(range: TextRange): StaticRange[] {
    return piecesOf(this.blocks, range).flatMap(({ index, start, end }) => {
      const block = this.blocks[index];
      const node = this.textNode(index);
      if (block === undefined || node === null) return [];
      const startOffset = start - block.start;
      return new StaticRange({
        startContainer: node,
        startOffset,
        endContainer: node,
        endOffset: end - block.start,
      });
    });
  }

  textNode(index: number): Node | null {
    const box = this.boxes[index];
    if (box === undefined) return null;
    return partOf(box, '.block-text').querySelector('[data-lexical-text]')?.firstChild ?? null;
  }

  #point(index: number, offset: number): DomPoint | null {
    const node = this.textNode(index);
    if (node !== null) return { node, offset };
    const box = this.boxes[index];
    return box === undefined ? null : { node: partOf(box, '.block-text'), offset: 0 };
  }
}
