import { useEffect } from 'react';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  IS_BOLD,
  IS_ITALIC,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  TextNode,
  type LexicalEditor,
} from 'lexical';
import { HeadingNode } from '@lexical/rich-text';
import { $formatHere, setBlockFormat, type BlockFormat } from './block-format.ts';
import { $isThingLinkNode } from './thing-link-node.tsx';

/** With Ctrl (or Cmd) and Shift. By the place of the key: with Shift, digits give other signs on every layout. */
const BLOCK_KEYS: Readonly<Record<string, BlockFormat>> = {
  Digit0: 'paragraph',
  Digit1: 'h1',
  Digit2: 'h2',
  Digit3: 'h3',
  Digit7: 'numbers',
  Digit8: 'bullets',
  Digit9: 'quote',
};

/** What the keys do beyond typing, and what the text may not hold. */
export function useMemoKeys(openLink: (uid: string) => void): void {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(KEY_DOWN_COMMAND, (event) => onBlockKey(editor, event), COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_DOWN_COMMAND, onPunctuation, COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_TAB_COMMAND, (event) => onTab(editor, event), COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_ENTER_COMMAND, (event) => onEnter(event, openLink), COMMAND_PRIORITY_LOW),
        // Only bold and italic are kept, so nothing else is shown either.
        editor.registerCommand(
          FORMAT_TEXT_COMMAND,
          (format) => format !== 'bold' && format !== 'italic',
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerNodeTransform(TextNode, keepKnownMarks),
        editor.registerNodeTransform(HeadingNode, keepKnownLevel),
      ),
    [editor, openLink],
  );
}

/** A link is followed by a space; a sign that ends a phrase takes its place. */
function onPunctuation(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!/^[.,;:!?)\]…]$/.test(event.key) || event.ctrlKey || event.metaKey) return false;
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 1)
    return false;
  const space = selection.anchor.getNode();
  const isSpaceOfLink =
    $isTextNode(space) && space.getTextContent() === ' ' && $isThingLinkNode(space.getPreviousSibling());
  if (isSpaceOfLink) space.select(0, 1);
  return false;
}

function onBlockKey(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const format = BLOCK_KEYS[event.code];
  if (format === undefined || event.altKey || !event.shiftKey || !(event.ctrlKey || event.metaKey))
    return false;
  event.preventDefault();
  setBlockFormat(editor, format);
  return true;
}

/** In a list, Tab indents; elsewhere it leaves the editor, as it does everywhere. */
function onTab(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const block = $formatHere()?.block;
  if (block !== 'bullets' && block !== 'numbers') return false;
  event.preventDefault();
  return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
}

function onEnter(event: KeyboardEvent | null, openLink: (uid: string) => void): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return false;
  const [node] = selection.getNodes();
  const link = node === undefined ? null : $getNodeByKey(node.getKey());
  if (!$isThingLinkNode(link)) return false;
  event?.preventDefault();
  openLink(link.target.uid);
  return true;
}

const BOLD_AND_ITALIC = IS_BOLD | IS_ITALIC;

function keepKnownMarks(node: TextNode): void {
  const known = node.getFormat() & BOLD_AND_ITALIC;
  if (node.getFormat() !== known) node.setFormat(known);
  if (node.getStyle() !== '') node.setStyle('');
}

function keepKnownLevel(node: HeadingNode): void {
  if (Number(node.getTag().slice(1)) > 3) node.setTag('h3');
}
