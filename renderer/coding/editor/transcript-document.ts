import { $createTextNode, $getRoot, createEditor } from 'lexical';
import { must } from '#shared/assert.ts';
import type { Block } from '../transcript-blocks.ts';
import { BlockNode } from './block-node.ts';

export interface TranscriptDocument {
  /** The element of each block, in the order of the blocks. */
  readonly boxes: readonly HTMLElement[];
  dispose(): void;
}

/** Draws the blocks of a text into `root` with Lexical, which reads only. */
export function drawDocument(root: HTMLElement, text: string, blocks: readonly Block[]): TranscriptDocument {
  const editor = createEditor({
    namespace: 'transcript',
    editable: false,
    nodes: [BlockNode],
    onError: (error) => {
      throw error;
    },
  });
  const keys: string[] = [];
  editor.setRootElement(root);
  editor.update(
    () => {
      const nodes = blocks.map((block) => {
        const node = new BlockNode(block);
        if (block.start < block.end) node.append($createTextNode(text.slice(block.start, block.end)));
        keys.push(node.getKey());
        return node;
      });
      $getRoot()
        .clear()
        .append(...nodes);
    },
    { discrete: true },
  );
  return {
    boxes: keys.map((key) => must(editor.getElementByKey(key), 'every block was drawn')),
    dispose: () => editor.setRootElement(null),
  };
}
