import { changesBetween } from '../text/text-diff.ts';

export interface LinePiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What differs between two texts, in the lines in which it is read: with what was removed standing where it stood. */
export function versionLines(before: string, after: string): readonly (readonly LinePiece[])[] {
  const lines: LinePiece[][] = [[]];
  const add = (kind: LinePiece['kind'], text: string): void => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  };
  let cursor = 0;
  for (const { start, end, text } of changesBetween(before, after)) {
    add('same', before.slice(cursor, start));
    add('removed', before.slice(start, end));
    add('added', text);
    cursor = end;
  }
  add('same', before.slice(cursor));
  return lines.filter((line) => line.length > 0);
}
