import { kindNames } from './linked-things.ts';
import type { Block, Inline, List, NameOfLink, RichText, TextRun } from './rich-text.ts';

/** As the inside of an HTML page. Whatever a person wrote is escaped. `topHeading` is the level that a first-level heading gets. */
export function toHtml(document: RichText, nameOf: NameOfLink, topHeading = 1): string {
  return document.map((node) => block(node, nameOf, topHeading)).join('\n');
}

function block(node: Block, nameOf: NameOfLink, topHeading: number): string {
  if (node.type === 'list') return list(node, nameOf);
  const tag =
    node.type === 'heading'
      ? `h${Math.min(6, node.level + topHeading - 1)}`
      : node.type === 'quote'
        ? 'blockquote'
        : 'p';
  return `<${tag}>${inlines(node.children, nameOf)}</${tag}>`;
}

function list({ ordered, items }: List, nameOf: NameOfLink): string {
  const tag = ordered ? 'ol' : 'ul';
  const inside = items
    .map(({ children, below }) => {
      const nested = below === undefined ? '' : list(below, nameOf);
      return `<li>${inlines(children, nameOf)}${nested}</li>`;
    })
    .join('');
  return `<${tag}>${inside}</${tag}>`;
}

function inlines(children: readonly Inline[], nameOf: NameOfLink): string {
  return children
    .map((node) => {
      if (node.type === 'text') return marked(node);
      if (node.type === 'break') return '<br>';
      return `<span class="link" title="${kindNames[node.kind]}">${escapeHtml(nameOf(node))}</span>`;
    })
    .join('');
}

function marked({ text, bold, italic }: TextRun): string {
  const words = escapeHtml(text);
  const slanted = italic === true ? `<em>${words}</em>` : words;
  return bold === true ? `<strong>${slanted}</strong>` : slanted;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
