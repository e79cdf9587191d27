import type { TextRange } from '../text/text-range.ts';
import { findHeadings } from './headings.ts';
import { acceptLabels, readLabel, type SpeakerLabel } from './speaker-labels.ts';
import { rolesOf } from './speaker-roles.ts';
import { isBlank, linesOf, trimmed } from './text-lines.ts';
import type { Turn } from './transcripts-contract.ts';

interface Piece {
  readonly speaker: string | null;
  readonly labelStart: number;
  readonly said: TextRange;
}

/**
 * The turns of a transcript, in order. Everything in the text that is not white space lies in exactly one of: a turn's
 * label, a turn's words, a heading, the header. In a text without speakers each paragraph is a turn of nobody.
 */
export function parseTurns(text: string, participantCode: string | null): readonly Turn[] {
  const { header, headings } = findHeadings(text);
  const lines = linesOf(text);
  const breaks = new Set([...header, ...headings].map(({ start }) => start));
  const candidates = lines
    .filter(({ start }) => !breaks.has(start))
    .map((line) => readLabel(text, line))
    .filter((label) => label !== null);
  const speakers = acceptLabels(candidates);
  const labels = new Map(
    candidates.filter(({ speaker }) => speakers.has(speaker)).map((label) => [label.range.start, label]),
  );
  const pieces = cutIntoPieces(text, lines, breaks, labels);
  const roles = rolesOf(charactersBySpeaker(pieces), participantCode);
  return pieces.map(({ speaker, labelStart, said }, index) => ({
    number: index + 1,
    speaker,
    role: speaker === null ? 'none' : (roles.get(speaker) ?? 'other'),
    labelStart,
    start: said.start,
    end: said.end,
  }));
}

/** A label begins a turn and a heading ends one; where nobody is named, a blank line does both. */
function cutIntoPieces(
  text: string,
  lines: readonly TextRange[],
  breaks: ReadonlySet<number>,
  labels: ReadonlyMap<number, SpeakerLabel>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  // A file without blank lines has one paragraph on each line.
  const spaced = lines.some((line, index) => index > 0 && index < lines.length - 1 && isBlank(text, line));
  let open: { label: SpeakerLabel | null; start: number; end: number } | null = null;
  const close = (): void => {
    if (open !== null) pieces.push(pieceOf(text, open));
    open = null;
  };
  for (const line of lines) {
    const label = labels.get(line.start) ?? null;
    if (breaks.has(line.start)) close();
    else if (isBlank(text, line)) {
      if (open?.label === null) close();
    } else if (label !== null || open === null || (open.label === null && !spaced)) {
      close();
      open = { label, start: line.start, end: line.end };
    } else open.end = line.end;
  }
  close();
  return pieces;
}

function pieceOf(
  text: string,
  open: { readonly label: SpeakerLabel | null; readonly start: number; readonly end: number },
): Piece {
  const said = trimmed(text, { start: open.label?.range.end ?? open.start, end: open.end });
  return {
    speaker: open.label?.speaker ?? null,
    labelStart: open.label === null ? said.start : trimmed(text, open).start,
    said,
  };
}

function charactersBySpeaker(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const spoken = new Map<string, number>();
  for (const { speaker, said } of pieces) {
    if (speaker !== null) spoken.set(speaker, (spoken.get(speaker) ?? 0) + said.end - said.start);
  }
  return spoken;
}
