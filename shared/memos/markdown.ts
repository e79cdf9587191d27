import type { Block, Inline, List, NameOfLink, RichText, TextRun } from './rich-text.ts';

/** As Markdown that every reader of Markdown shows as it was written: what would be syntax is escaped. */
export function toMarkdown(document: RichText, nameOf: NameOfLink): string {
  return document
    .map((node) => block(node, nameOf))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(node: Block, nameOf: NameOfLink): string {
  switch (node.type) {
    case 'paragraph':
      return escapeStarts(inlines(node.children, nameOf));
    case 'heading':
      // A heading of Markdown is one line.
      return `${'#'.repeat(node.level)} ${inlines(node.children, nameOf).replaceAll('\\\n', ' ')}`;
    case 'quote':
      return prefixLines(escapeStarts(inlines(node.children, nameOf)), '> ', '> ');
    case 'list':
      return list(node, nameOf);
  }
}

function list({ ordered, items }: List, nameOf: NameOfLink): string {
  return items
    .map(({ children, below }, index) => {
      const bullet = ordered ? `${index + 1}. ` : '- ';
      const indent = ' '.repeat(bullet.length);
      const own = prefixLines(escapeStarts(inlines(children, nameOf)), bullet, indent);
      return below === undefined ? own : `${own}\n${prefixLines(list(below, nameOf), indent, indent)}`;
    })
    .join('\n');
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n');
}

function inlines(children: readonly Inline[], nameOf: NameOfLink): string {
  return children
    .map((node) => {
      if (node.type === 'text') return marked(node);
      return node.type === 'link' ? escapeMarkdown(nameOf(node)) : '\\\n';
    })
    .join('');
}

/** The marks stand at the words: Markdown knows none that begin or end in white space. */
function marked({ text, bold, italic }: TextRun): string {
  const marks = (bold === true ? '**' : '') + (italic === true ? '_' : '');
  const closing = (italic === true ? '_' : '') + (bold === true ? '**' : '');
  const words = text.trim();
  if (marks === '' || words === '') return escapeMarkdown(text);
  const start = text.indexOf(words);
  return `${text.slice(0, start)}${marks}${escapeMarkdown(words)}${closing}${text.slice(start + words.length)}`;
}

export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&');
}

/** What only means something at the beginning of a line. */
function escapeStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*)([#+=-])/, '$1\\$2')
        .replace(/^(\s*\d+)([.)])/, '$1\\$2')
        .replace(/^(?: {4,}|\t)/, ''),
    )
    .join('\n');
}
