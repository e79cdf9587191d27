import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  normalised,
  textRunOf,
  type Block,
  type Inline,
  type List,
  type ListItem,
  type RichText,
} from '#shared/memos/rich-text.ts';
import { $createThingLinkNode, $isThingLinkNode } from './thing-link-node.tsx';

// The way between our format and the editor's nodes. Both functions run inside a read or an update of the editor.

/** What the editor holds, in our format. An editor in which nothing is written holds nothing. */
export function $readDocument(): RichText {
  const blocks = normalised($getRoot().getChildren().flatMap(readBlock));
  const [only] = blocks;
  const isBlank = blocks.length === 1 && only?.type === 'paragraph' && only.children.length === 0;
  return isBlank ? [] : blocks;
}

/** Fills the editor anew. */
export function $writeDocument(document: RichText): void {
  const blocks = document.map(writeBlock);
  $getRoot()
    .clear()
    .append(...(blocks.length === 0 ? [$createParagraphNode()] : blocks));
}

function readBlock(node: LexicalNode): readonly Block[] {
  if ($isListNode(node)) {
    const list = readList(node);
    return list === null ? [] : [list];
  }
  if (!$isElementNode(node)) return [{ type: 'paragraph', children: readInline(node) }];
  const children = readLine(node);
  if ($isHeadingNode(node)) {
    const level = Number(node.getTag().slice(1));
    return [{ type: 'heading', level: level === 1 || level === 2 ? level : 3, children }];
  }
  return [{ type: $isQuoteNode(node) ? 'quote' : 'paragraph', children }];
}

/** Lexical keeps an indented list in an item of its own; it belongs below the item before it. */
function readList(list: ListNode): List | null {
  const items: ListItem[] = [];
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue;
    const nested = item.getChildren().filter($isListNode);
    if (nested.length === 0) items.push({ children: readLine(item) });
    for (const deeper of nested) attach(items, readList(deeper));
  }
  return items.length === 0 ? null : { type: 'list', ordered: list.getListType() === 'number', items };
}

function attach(items: ListItem[], below: List | null): void {
  if (below === null) return;
  const last = items.at(-1);
  if (last === undefined) items.push({ children: [], below });
  else if (last.below === undefined) items[items.length - 1] = { ...last, below };
  else
    items[items.length - 1] = {
      ...last,
      below: { ...last.below, items: [...last.below.items, ...below.items] },
    };
}

function readLine(node: ElementNode): readonly Inline[] {
  return node.getChildren().flatMap(readInline);
}

function readInline(node: LexicalNode): readonly Inline[] {
  if ($isThingLinkNode(node)) return [{ type: 'link', ...node.target }];
  if ($isLineBreakNode(node)) return [{ type: 'break' }];
  if ($isElementNode(node)) return readLine(node);
  const text = node.getTextContent();
  if (text === '') return [];
  const marks = $isTextNode(node) ? { bold: node.hasFormat('bold'), italic: node.hasFormat('italic') } : {};
  return [textRunOf(text, marks)];
}

function writeBlock(block: Block): ElementNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...block.children.map(writeInline));
    case 'heading':
      return $createHeadingNode(`h${block.level}`).append(...block.children.map(writeInline));
    case 'quote':
      return $createQuoteNode().append(...block.children.map(writeInline));
    case 'list':
      return writeList(block);
  }
}

function writeList({ ordered, items }: List): ListNode {
  return $createListNode(ordered ? 'number' : 'bullet').append(
    ...items.flatMap(({ children, below }) => {
      const item = $createListItemNode().append(...children.map(writeInline));
      return below === undefined ? [item] : [item, $createListItemNode().append(writeList(below))];
    }),
  );
}

function writeInline(node: Inline): LexicalNode {
  if (node.type === 'link') return $createThingLinkNode(node);
  if (node.type === 'break') return $createLineBreakNode();
  const text = $createTextNode(node.text);
  if (node.bold === true) text.toggleFormat('bold');
  if (node.italic === true) text.toggleFormat('italic');
  return text;
}
