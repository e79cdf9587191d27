import { ElementNode, setDOMUnmanaged, type ElementDOMSlot, type LexicalNode, type NodeKey } from 'lexical';
import { invariant } from '#shared/assert.ts';
import type { Block } from '../transcript-blocks.ts';

const CHARACTERS_A_LINE = 70;

/**
 * One turn, heading or line. It holds exactly one text node, so that an offset in the page is an offset in the block.
 * Speaker and number stand beside it: they are not in the text and cannot be selected.
 */
export class BlockNode extends ElementNode {
  readonly block: Block;

  constructor(block: Block, key?: NodeKey) {
    super(key);
    this.block = block;
  }

  static override getType(): string {
    return 'transcript-block';
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.block, node.getKey());
  }

  override createDOM(): HTMLElement {
    const box = document.createElement('div');
    describe(box, this.block);
    const text = document.createElement('div');
    text.className = 'block-text';
    box.append(
      ...structureOf(this.block),
      text,
      besideText('block-margin'),
      besideText('block-lines'),
      besideText('block-units'),
    );
    box.append(...speakerOf(this.block));
    return box;
  }

  override updateDOM(): boolean {
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withElement(partOf(element, '.block-text'));
  }
}

export function isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode;
}

/** Filled by what draws the margin; Lexical leaves it alone, and a screen reader hears it in other ways. */
function besideText(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.contentEditable = 'false';
  element.ariaHidden = 'true';
  setDOMUnmanaged(element);
  return element;
}

export function partOf(
  box: HTMLElement,
  selector: '.block-text' | '.block-margin' | '.block-lines' | '.block-units',
): HTMLElement {
  const part = box.querySelector(`:scope > ${selector}`);
  invariant(part instanceof HTMLElement, `a block has a ${selector}`);
  return part;
}

/** Beside the text and not in it: it is never selected. Shortened by the style sheet, whole in its title. */
function speakerOf(block: Block): readonly HTMLElement[] {
  if (block.kind !== 'turn' || block.turn.speaker === null) return [];
  const speaker = document.createElement('div');
  speaker.className = 'block-speaker';
  speaker.contentEditable = 'false';
  speaker.textContent = block.turn.speaker;
  speaker.title = block.turn.speaker;
  setDOMUnmanaged(speaker);
  return [speaker];
}

/** Above the text of a turn: the part and the question of the guide that begin there. They are not in the text. */
function structureOf(block: Block): readonly HTMLElement[] {
  if (block.kind !== 'turn') return [];
  const titles = [
    ['block-part', block.part],
    ['block-question', block.question],
  ] as const;
  return titles.flatMap(([className, title]) => {
    if (title === null) return [];
    const element = document.createElement('div');
    element.className = className;
    element.contentEditable = 'false';
    element.textContent = title;
    element.title = title;
    if (className === 'block-part') {
      element.role = 'heading';
      element.ariaLevel = '2';
    }
    setDOMUnmanaged(element);
    return [element];
  });
}

function describe(box: HTMLElement, block: Block): void {
  box.className = 'block';
  box.dataset['kind'] = block.kind;
  const lines = Math.max(1, Math.ceil((block.end - block.start) / CHARACTERS_A_LINE));
  box.style.setProperty('--estimated-lines', String(lines));
  if (block.kind === 'heading') {
    box.role = 'heading';
    box.ariaLevel = '2';
  }
  if (block.kind === 'turn') {
    box.dataset['role'] = block.turn.role;
    box.dataset['number'] = String(block.turn.number);
    box.dataset['speaker'] = block.turn.speaker ?? '';
    if (block.part !== null) box.dataset['part'] = '';
    if (block.question !== null) box.dataset['question'] = '';
  }
}
