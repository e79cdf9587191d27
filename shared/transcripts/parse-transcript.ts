import type { TextRange } from '../text/text-range.ts';
import { findClosingLines } from './closing-lines.ts';
import { findFrontMatter } from './front-matter.ts';
import { findHeadings, type Heading } from './headings.ts';
import type { LabelStyle, SpeakerLabel } from './label-styles.ts';
import type { Hint } from './source-text.ts';
import { findLabels } from './speaker-labels.ts';
import { looksLikeName } from './speaker-names.ts';
import { rolesOf, voicesOf } from './speaker-roles.ts';
import { isBlank, linesOf, trimmed } from './text-lines.ts';
import { readTimes } from './time-codes.ts';
import type { Section, SpeakerRole, Turn } from './transcripts-contract.ts';

/** How a person wants a text to be read; left out: as it seems best. */
export interface StructureOptions {
  readonly participantCode?: string | null;
  readonly style?: LabelStyle;
  /** For the style `pattern`. */
  readonly pattern?: string;
  /** The label as it stands in the text, and the speaker it means. */
  readonly joins?: Readonly<Record<string, string>>;
  /** Labels that are not speakers. */
  readonly notSpeakers?: readonly string[];
  readonly roles?: Readonly<Record<string, SpeakerRole>>;
}

export interface Structure {
  /** The style that was found. */
  readonly style: LabelStyle;
  readonly turns: readonly Turn[];
  readonly sections: readonly Section[];
  /** What stands before anybody speaks, headings aside, and what a program wrote below. */
  readonly frontMatter: readonly TextRange[];
}

interface Piece {
  readonly label: SpeakerLabel | null;
  readonly labelStart: number;
  readonly said: TextRange;
}

/**
 * The turns and parts of a transcript, in order. Everything in the text that is not white space lies in exactly one of: a
 * turn's label, a turn's words, a heading, the header, the front matter. In a text without speakers each paragraph is a
 * turn of nobody.
 */
export function parseTranscript(
  { text, hints }: { readonly text: string; readonly hints: readonly Hint[] },
  options: StructureOptions = {},
): Structure {
  const lines = linesOf(text);
  const { header, headings } = findHeadings(text);
  const style = options.style ?? 'auto';
  const found = labelsOf(text, lines, { header, headings, hints, options });
  const asLabels =
    style === 'heading' || (style === 'auto' && found.labels.size < 2)
      ? speakingHeadings(headings)
      : new Map<number, SpeakerLabel>();
  const labels = asLabels.size > 0 ? asLabels : found.labels;
  const parts = headings.filter(({ start }) => !labels.has(start));
  const closing = labels.size === 0 ? [] : findClosingLines(text, lines);
  const breaks = new Set([...header, ...parts, ...closing].map(({ start }) => start));
  const front = labels.size === 0 ? null : findFrontMatter(text, lines, labels);
  const kept = front === null ? labels : new Map([...labels].filter(([start]) => start >= front.end));
  const pieces = cutIntoPieces(text, lines, breaks, renamed(kept, options));
  const first = pieces.findIndex(({ label }) => label !== null);
  const before = first === -1 ? [] : pieces.slice(0, first);
  const turns = numbered(text, first === -1 ? pieces : pieces.slice(first), options);
  return {
    style: asLabels.size > 0 ? 'heading' : found.style,
    turns,
    sections: sectionsOf(text, parts),
    frontMatter: [...before.map(({ said }) => said), ...closing.map((line) => trimmed(text, line))].filter(
      ({ start, end }) => end > start,
    ),
  };
}

function labelsOf(
  text: string,
  lines: readonly TextRange[],
  {
    header,
    headings,
    hints,
    options,
  }: {
    readonly header: readonly TextRange[];
    readonly headings: readonly Heading[];
    readonly hints: readonly Hint[];
    readonly options: StructureOptions;
  },
): { readonly style: LabelStyle; readonly labels: ReadonlyMap<number, SpeakerLabel> } {
  const { style = 'auto', pattern = '', notSpeakers = [] } = options;
  const fromFile = hints.filter((hint) => hint.kind === 'label');
  const isGiven = style === 'auto' && fromFile.length > 0;
  const { style: foundStyle, labels } = isGiven
    ? { style: 'auto' as const, labels: new Map(fromFile.map((hint) => [hint.start, labelFromFile(hint)])) }
    : findLabels({
        text,
        lines,
        breaks: new Set([...header, ...headings].map(({ start }) => start)),
        bold: hints.filter((hint) => hint.kind === 'bold'),
        style,
        pattern,
      });
  const refused = new Set(notSpeakers);
  return {
    style: foundStyle,
    labels: new Map([...labels].filter(([, { speaker }]) => !refused.has(speaker))),
  };
}

function labelFromFile({
  start,
  end,
  speaker,
  startMs,
  endMs,
}: Extract<Hint, { kind: 'label' }>): SpeakerLabel {
  return { speaker: speaker ?? '', range: { start, end }, startMs, endMs };
}

/** Headings that are names which come again and again: each says who speaks below it. */
function speakingHeadings(headings: readonly Heading[]): Map<number, SpeakerLabel> {
  const counts = new Map<string, number>();
  for (const { title } of headings) counts.set(title, (counts.get(title) ?? 0) + 1);
  const names = [...counts]
    .filter(([title, count]) => count > 1 && looksLikeName(title))
    .map(([title]) => title);
  if (names.length < 2) return new Map();
  return new Map(
    headings
      .filter(({ title }) => names.includes(title))
      .map(({ start, end, title }) => [
        start,
        { speaker: title, range: { start, end }, startMs: null, endMs: null },
      ]),
  );
}

function renamed(
  labels: ReadonlyMap<number, SpeakerLabel>,
  { joins = {} }: StructureOptions,
): ReadonlyMap<number, SpeakerLabel> {
  const known = new Map(Object.entries(joins));
  return new Map(
    [...labels].map(([start, label]) => [
      start,
      { ...label, speaker: known.get(label.speaker) ?? label.speaker },
    ]),
  );
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
  const { label } = open;
  const end = Math.max(open.end, label?.range.end ?? 0);
  const said = trimmed(text, { start: label?.range.end ?? open.start, end });
  // A file may time a stretch of which it does not say who speaks.
  return { label, labelStart: label === null ? said.start : trimmed(text, { ...open, end }).start, said };
}

function numbered(text: string, pieces: readonly Piece[], options: StructureOptions): readonly Turn[] {
  const said = pieces.map(({ label, said: range }) => ({ speaker: label?.speaker ?? null, ...range }));
  const roles = rolesOf(voicesOf(text, said), options.participantCode ?? null);
  return pieces.map(({ label, labelStart, said: words }, index) => {
    const speaker = label === null || label.speaker === '' ? null : label.speaker;
    const role = speaker === null ? 'none' : (options.roles?.[speaker] ?? roles.get(speaker) ?? 'other');
    const { startMs = null, endMs = null } = label ?? {};
    return {
      number: index + 1,
      speaker,
      role,
      labelStart,
      start: words.start,
      end: words.end,
      startMs,
      endMs: endMs ?? closingTime(text, words),
    };
  });
}

/** f4 and its kin write the time at which a turn ends behind it: `#00:01:12-5#`. */
function closingTime(text: string, said: TextRange): number | null {
  const tail = text.slice(Math.max(said.start, said.end - 16), said.end);
  const mark = /#\d{1,2}:\d{2}:\d{2}(?:-\d{1,3})?#$/.exec(tail);
  return mark === null ? null : readTimes(mark[0]).startMs;
}

/** The parts of the interview: from each heading to the next one. */
function sectionsOf(text: string, headings: readonly Heading[]): readonly Section[] {
  return headings.map(({ title, start, end }, index) => {
    const body = trimmed(text, { start: end, end: headings[index + 1]?.start ?? text.length });
    return { number: index + 1, title, headingStart: start, ...body };
  });
}
