import type { TextRange } from '#shared/text/text-range.ts';
import type { AskedQuestion, Section, Transcript, Turn } from '#shared/transcripts/transcripts-contract.ts';

/**
 * A stretch of the transcript that is drawn as a paragraph of its own. Blocks are in order and never overlap; what lies
 * between them (speaker labels, blank lines, the signs of a heading) stays in the text and is not drawn.
 */
export type Block =
  | (TextRange & {
      readonly kind: 'turn';
      readonly turn: Turn;
      /** The part of the interview that begins here without a heading in the text. */
      readonly part: string | null;
      /** The question of the guide that is asked in this turn. */
      readonly question: string | null;
    })
  | (TextRange & { readonly kind: 'heading'; readonly section: Section })
  | (TextRange & { readonly kind: 'line' });

export function blocksOf({
  text,
  turns,
  sections,
  questions,
}: Pick<Transcript, 'text' | 'turns' | 'sections' | 'questions'>): readonly Block[] {
  const blocks: Block[] = [];
  const parts = partsWithoutHeading(text, turns, sections);
  let cursor = 0;
  for (const turn of turns) {
    blocks.push(...linesOf(text, { start: cursor, end: turn.labelStart }, sections));
    blocks.push({
      kind: 'turn',
      start: turn.start,
      end: turn.end,
      turn,
      part: parts.get(turn) ?? null,
      question: questionIn(turn, questions),
    });
    cursor = turn.end;
  }
  return [...blocks, ...linesOf(text, { start: cursor, end: text.length }, sections)];
}

/** Of each turn that a part begins with, the title, unless the text itself says it above. */
function partsWithoutHeading(
  text: string,
  turns: readonly Turn[],
  sections: readonly Section[],
): ReadonlyMap<Turn, string> {
  const parts = new Map<Turn, string>();
  for (const { title, headingStart } of sections) {
    const first = turns.find(({ labelStart }) => labelStart >= headingStart);
    if (first !== undefined && !text.slice(headingStart, first.labelStart).includes(title))
      parts.set(first, title);
  }
  return parts;
}

function questionIn({ labelStart, end }: Turn, questions: readonly AskedQuestion[]): string | null {
  return questions.find(({ start }) => labelStart <= start && start < end)?.title ?? null;
}

/** The lines between two turns that hold anything: headings of sections, and whatever else stands there. */
function linesOf(text: string, gap: TextRange, sections: readonly Section[]): Block[] {
  const blocks: Block[] = [];
  let start = gap.start;
  for (const line of text.slice(gap.start, gap.end).split('\n')) {
    const content = line.trim();
    if (content !== '') {
      const range = {
        start: start + line.indexOf(content),
        end: start + line.indexOf(content) + content.length,
      };
      const section = sections.find(({ headingStart }) => headingStart >= start && headingStart < range.end);
      blocks.push(section === undefined ? { kind: 'line', ...range } : headingOf(text, range, section));
    }
    start += line.length + 1;
  }
  return blocks;
}

/** Without the signs that make it a heading (`## `). */
function headingOf(text: string, line: TextRange, section: Section): Block {
  const at = text.indexOf(section.title, line.start);
  const found = at >= 0 && at + section.title.length <= line.end;
  return { kind: 'heading', section, start: found ? at : line.start, end: line.end };
}

/** The index of the first block that ends after `position`; the number of blocks when there is none. */
export function firstBlockAfter(blocks: readonly TextRange[], position: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block in which a caret at `position` stands: also at its very end, or else the next one. */
export function blockAt<B extends TextRange>(blocks: readonly B[], position: number): B | undefined {
  const index = firstBlockAfter(blocks, position);
  const before = blocks[index - 1];
  return before !== undefined && before.end === position ? before : (blocks[index] ?? before);
}

/** A range, cut into what lies in each block that it touches. */
export function piecesOf(
  blocks: readonly TextRange[],
  range: TextRange,
): readonly (TextRange & { readonly index: number })[] {
  const pieces: (TextRange & { readonly index: number })[] = [];
  for (let index = firstBlockAfter(blocks, range.start); index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.start >= range.end) break;
    const start = Math.max(block.start, range.start);
    const end = Math.min(block.end, range.end);
    if (start < end) pieces.push({ index, start, end });
  }
  return pieces;
}
