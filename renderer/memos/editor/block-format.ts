import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent } from '@lexical/utils';

export const blockFormats = ['paragraph', 'h1', 'h2', 'h3', 'quote', 'bullets', 'numbers'] as const;
export type BlockFormat = (typeof blockFormats)[number];

export interface Format {
  readonly block: BlockFormat;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** How the text is formatted where the caret is. Runs inside a read of the editor. */
export function $formatHere(): Format | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return {
    block: $blockFormat(selection.anchor.getNode()),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
  };
}

function $blockFormat(node: Parameters<typeof $findMatchingParent>[0]): BlockFormat {
  const block = $findMatchingParent(
    node,
    (parent) => $isListNode(parent) || $isHeadingNode(parent) || $isQuoteNode(parent),
  );
  if ($isListNode(block)) return isNumbered(block) ? 'numbers' : 'bullets';
  if ($isQuoteNode(block)) return 'quote';
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return tag === 'h1' || tag === 'h2' ? tag : 'h3';
}

function isNumbered(list: ListNode): boolean {
  return list.getListType() === 'number';
}

/** Makes the selected blocks what is asked for; a list that is asked for again ends. */
export function setBlockFormat(editor: LexicalEditor, wanted: BlockFormat): void {
  const current = editor.getEditorState().read($formatHere)?.block ?? 'paragraph';
  const isList = current === 'bullets' || current === 'numbers';
  if (wanted === 'bullets' || wanted === 'numbers') {
    const insert = wanted === 'bullets' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    editor.dispatchCommand(wanted === current ? REMOVE_LIST_COMMAND : insert, undefined);
    return;
  }
  if (isList) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  const create: () => ElementNode = CREATE[wanted];
  editor.update(() => $setBlocksType($getSelection(), create));
}

const CREATE = {
  paragraph: () => $createParagraphNode(),
  h1: () => $createHeadingNode('h1'),
  h2: () => $createHeadingNode('h2'),
  h3: () => $createHeadingNode('h3'),
  quote: () => $createQuoteNode(),
} as const;
