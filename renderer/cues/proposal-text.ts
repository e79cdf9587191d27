import { firstTouched } from '#shared/coding/first-touched.ts';
import type { CuePlace } from '#shared/cues/cues-contract.ts';
import { contextOf } from '#shared/text/words.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { Transcript, Turn } from '#shared/transcripts/transcripts-contract.ts';

export interface Piece {
  readonly kind: 'around' | 'sentence' | 'cue';
  readonly text: string;
}

/** A proposal as it is read: what was said before, the whole turn with the sentence in it, and what came after. */
export interface ProposalText {
  readonly turn: Turn | undefined;
  readonly before: string | null;
  readonly pieces: readonly Piece[];
  readonly after: string | null;
}

/** A question is short; of a long turn before, its end is what was answered. */
const NEIGHBOUR = 320;

export function proposalText(
  { text, turns }: Pick<Transcript, 'text' | 'turns'>,
  place: Pick<CuePlace, 'start' | 'end' | 'hits'>,
): ProposalText {
  const turn = firstTouched(turns, ({ labelStart }) => labelStart, place);
  const last = turns.findLast(({ start }) => start < place.end) ?? turn;
  const around =
    turn === undefined ? paragraphs(text, place) : { start: turn.start, end: last?.end ?? turn.end };
  const at = turn === undefined ? -1 : turns.indexOf(turn);
  const previous = turns[at - 1];
  const next = last === undefined ? undefined : turns[turns.indexOf(last) + 1];
  return {
    turn,
    before: previous === undefined || at < 0 ? null : ending(text, previous),
    pieces: piecesOf(text, around, place),
    after: next === undefined || at < 0 ? null : beginning(text, next),
  };
}

function piecesOf(
  text: string,
  around: TextRange,
  { start, end, hits }: Pick<CuePlace, 'start' | 'end' | 'hits'>,
) {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], from: number, to: number): void => {
    if (from < to) pieces.push({ kind, text: text.slice(from, to) });
  };
  add('around', around.start, start);
  let at = start;
  for (const hit of hits) {
    add('sentence', at, hit.start);
    add('cue', hit.start, hit.end);
    at = hit.end;
  }
  add('sentence', at, end);
  add('around', end, around.end);
  return pieces;
}

function paragraphs(text: string, { start, end }: TextRange): TextRange {
  const next = text.indexOf('\n\n', end);
  return { start: Math.max(0, text.lastIndexOf('\n\n', start)), end: next < 0 ? text.length : next };
}

function ending(text: string, turn: Turn): string {
  if (turn.end - turn.labelStart <= NEIGHBOUR) return text.slice(turn.labelStart, turn.end).trim();
  const { before } = contextOf(text, { start: turn.end, end: turn.end }, NEIGHBOUR);
  return `${turn.speaker ?? ''}: … ${before.trim()}`;
}

function beginning(text: string, turn: Turn): string {
  if (turn.end - turn.labelStart <= NEIGHBOUR) return text.slice(turn.labelStart, turn.end).trim();
  const { after } = contextOf(text, { start: turn.labelStart, end: turn.labelStart }, NEIGHBOUR);
  return `${after.trim()} …`;
}
