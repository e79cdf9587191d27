/** A piece of text as a PDF places it: x and y in points, y growing upwards. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isRtl: boolean;
  readonly bold: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

/** What stands on one height of a page. */
export interface PdfLine {
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly runs: readonly { readonly text: string; readonly bold: boolean }[];
  readonly text: string;
  /** How wide its first word is set. */
  readonly firstWord: number;
}

/** The lines of a page, from top to bottom. A wide gap between two pieces is a tab. */
export function linesOfPage({ pieces }: PdfPage, page: number): readonly PdfLine[] {
  const rows: PdfPiece[][] = [];
  let row: PdfPiece[] = [];
  for (const piece of pieces.filter(({ text }) => text !== '').toSorted((a, b) => b.y - a.y)) {
    const first = row[0];
    if (
      first !== undefined &&
      Math.abs(first.y - piece.y) > Math.max(2, Math.max(first.size, piece.size) * 0.35)
    ) {
      rows.push(row);
      row = [];
    }
    row.push(piece);
  }
  if (row.length > 0) rows.push(row);
  return rows.map((pieceRow) => lineOf(pieceRow, page)).filter((line) => line !== null);
}

function lineOf(row: readonly PdfPiece[], page: number): PdfLine | null {
  const filled = row.filter(({ text }) => text.trim() !== '');
  const letters = filled.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return null;
  const isRtl = filled.reduce((sum, { isRtl: rtl, text }) => sum + (rtl ? text.length : 0), 0) * 2 > letters;
  const ordered = row.toSorted((a, b) => (isRtl ? b.x - a.x : a.x - b.x));
  const runs: { text: string; bold: boolean }[] = [];
  let before: PdfPiece | null = null;
  for (const piece of ordered) {
    if (before !== null) {
      const gap = isRtl ? before.x - (piece.x + piece.width) : piece.x - (before.x + before.width);
      const size = Math.max(before.size, piece.size);
      const isSpaced = /\s$/.test(before.text) || /^\s/.test(piece.text);
      if (gap > size * 2.5) runs.push({ text: '\t', bold: false });
      else if (gap > size * 0.18 && !isSpaced) runs.push({ text: ' ', bold: piece.bold && before.bold });
    }
    // Some programs fill the gap between two columns with one wide space.
    const isWide = piece.text.trim() === '' && piece.width > piece.size * 2.5;
    runs.push({ text: isWide ? '\t' : piece.text, bold: piece.bold });
    before = piece;
  }
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim();
  const left = Math.min(...filled.map(({ x }) => x));
  const right = Math.max(...filled.map(({ x, width }) => x + width));
  const word = /^\S+/.exec(text)?.[0].length ?? 1;
  return {
    page,
    y: row[0]?.y ?? 0,
    left,
    right,
    size: Math.max(...filled.map(({ size }) => size)),
    runs: trimmedRuns(runs),
    text,
    firstWord: ((right - left) * word) / Math.max(1, text.length),
  };
}

function trimmedRuns(runs: readonly { text: string; bold: boolean }[]): PdfLine['runs'] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(first, last + 1).map((run, index, kept) => ({
    ...run,
    text:
      index === 0 && index === kept.length - 1
        ? run.text.trim()
        : index === 0
          ? run.text.trimStart()
          : index === kept.length - 1
            ? run.text.trimEnd()
            : run.text,
  }));
}
