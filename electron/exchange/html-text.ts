import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['childNode'];

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

export interface HtmlText {
  /** The text of all nodes, as they follow each other: what Taguette counts in. */
  readonly counted: string;
  /** The text to read: blocks on lines of their own. */
  readonly text: string;
  /** Where a place of `counted` (UTF-16) lies in `text`; one more than `counted` is long. */
  readonly offsets: Uint32Array;
}

/** The text of a piece of HTML. Nothing of it is ever shown as HTML. */
export function htmlText(html: string): HtmlText {
  let counted = '';
  let text = '';
  const offsets: number[] = [];
  const newLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const walk = (node: Node): void => {
    if ('value' in node) {
      // White space between two blocks is counted but not read.
      const isBetween = node.value.trim() === '' && (text === '' || text.endsWith('\n'));
      for (const unit of Array.from({ length: node.value.length }, (_, index) => node.value.charAt(index))) {
        offsets.push(text.length);
        if (!isBetween) text += unit;
      }
      counted += node.value;
      return;
    }
    if (!('childNodes' in node)) return;
    const isBlock = BLOCKS.has(node.nodeName);
    if (isBlock) newLine();
    if (node.nodeName === 'br') text += '\n';
    node.childNodes.forEach(walk);
    if (isBlock) newLine();
  };
  parseFragment(html).childNodes.forEach(walk);
  offsets.push(text.length);
  return { counted, text, offsets: Uint32Array.from(offsets) };
}
