import type { Paragraph } from '#shared/transcripts/document-blocks.ts';
import { linesOfPage, type PdfLine, type PdfPiece } from '#shared/transcripts/pdf-lines.ts';
import { hyphenates, joinLines, wordsOf } from '#shared/transcripts/pdf-paragraphs.ts';
import type { TaggedPage, TagNode } from './pdf-pages.ts';

/** Elements that are a paragraph of their own. */
const PARAGRAPHS = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'TR',
  'Caption',
  'Title',
  'BlockQuote',
  'Note',
]);

interface Tagged {
  readonly level: number;
  readonly page: number;
  readonly lines: readonly PdfLine[];
}

/** The paragraphs that a tagged PDF names itself; null when it has no tags, or they miss part of its text. */
export function taggedParagraphs(pages: readonly TaggedPage[]): readonly Paragraph[] | null {
  const found: Tagged[] = [];
  let tagged = 0;
  for (const [index, page] of pages.entries()) {
    if (page.tree === null) {
      if (page.pieces.some(({ text }) => text.trim() !== '')) return null;
      continue;
    }
    for (const { level, pieces } of paragraphsOf(page.tree, page.marked)) {
      const lines = linesOfPage({ ...page, pieces }, index + 1);
      tagged += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (lines.length > 0) found.push({ level, page: index + 1, lines });
    }
  }
  // Headers, footers and page numbers are not tagged; when much more is missing, the tags cannot be trusted.
  const all = pages.reduce(
    (sum, { pieces }) => sum + pieces.reduce((own, { text }) => own + text.trim().length, 0),
    0,
  );
  if (found.length === 0 || tagged < all * 0.8) return null;
  return joined(found);
}

function* paragraphsOf(
  node: TagNode,
  marked: TaggedPage['marked'],
): Generator<{ readonly level: number; readonly pieces: readonly PdfPiece[] }> {
  const isParagraph =
    PARAGRAPHS.has(node.role) &&
    !node.children.some((child) => 'role' in child && PARAGRAPHS.has(child.role));
  if (isParagraph) {
    yield { level: levelOf(node.role), pieces: piecesOf(node, marked) };
    return;
  }
  let loose: PdfPiece[] = [];
  for (const child of node.children) {
    if ('role' in child) {
      if (isInline(child)) loose.push(...piecesOf(child, marked));
      else {
        if (loose.length > 0) yield { level: 0, pieces: loose };
        loose = [];
        yield* paragraphsOf(child, marked);
      }
    } else loose.push(...(marked.get(child.id) ?? []));
  }
  if (loose.length > 0) yield { level: 0, pieces: loose };
}

function isInline({ role }: TagNode): boolean {
  return (
    role === 'Span' ||
    role === 'Link' ||
    role === 'Lbl' ||
    role === 'Strong' ||
    role === 'Em' ||
    role === 'Quote'
  );
}

function piecesOf(node: TagNode, marked: TaggedPage['marked']): readonly PdfPiece[] {
  return node.children.flatMap((child) =>
    'role' in child ? piecesOf(child, marked) : (marked.get(child.id) ?? []),
  );
}

function levelOf(role: string): number {
  if (role === 'Title' || role === 'H') return 1;
  return Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
}

/** A paragraph that a page break cut is tagged twice: its first half fills its last line, its second begins as no paragraph does. */
function joined(found: readonly Tagged[]): readonly Paragraph[] {
  const lines = found.flatMap((paragraph) => paragraph.lines);
  const words = wordsOf(lines);
  const isHyphenated = hyphenates(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const groups: Tagged[] = [];
  for (const paragraph of found) {
    const before = groups.at(-1);
    if (before !== undefined && isCut(before, paragraph, right)) {
      groups[groups.length - 1] = {
        ...before,
        page: paragraph.page,
        lines: [...before.lines, ...paragraph.lines],
      };
    } else groups.push(paragraph);
  }
  return groups.map(({ level, lines: own }) => ({
    kind: 'paragraph',
    level,
    runs: joinLines(
      own.map(({ runs }) => runs),
      words,
      isHyphenated,
    ),
  }));
}

function isCut(before: Tagged, after: Tagged, right: number): boolean {
  const last = before.lines.at(-1);
  const first = after.lines[0];
  if (last === undefined || first === undefined || after.page !== before.page + 1) return false;
  if (before.level > 0 || after.level > 0 || /^.{1,45}:(?:\s|$)/.test(first.text)) return false;
  return last.right + last.size * 0.25 + first.firstWord * 1.05 >= right;
}
