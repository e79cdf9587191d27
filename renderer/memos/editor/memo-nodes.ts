import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { ThingLinkNode } from './thing-link-node.tsx';

/** All that a memo is made of, beside paragraphs and words. */
export const memoNodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, ThingLinkNode];

/** Class names: memo-editor.css gives them their look. */
export const memoTheme = {
  paragraph: 'memo-paragraph',
  quote: 'memo-quote',
  heading: { h1: 'memo-h1', h2: 'memo-h2', h3: 'memo-h3' },
  list: { ul: 'memo-ul', ol: 'memo-ol', listitem: 'memo-li', nested: { listitem: 'memo-li-nested' } },
  text: { bold: 'memo-bold', italic: 'memo-italic' },
  link: 'memo-link',
};
