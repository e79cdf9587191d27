import { linesOf, type Inline, type NameOfLink, type RichText } from './rich-text.ts';

/** The words alone, one line for each block and list item. */
export function plainText(document: RichText, nameOf: NameOfLink): string {
  return document
    .flatMap(linesOf)
    .map((children) => plainLine(children, nameOf))
    .join('\n');
}

function plainLine(children: readonly Inline[], nameOf: NameOfLink): string {
  return children
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'link' ? nameOf(node) : '\n';
    })
    .join('');
}
