import type { TextRange } from '../text/text-range.ts';
import {
  isOnlyTime,
  labelStyles,
  patternReader,
  styleReaders,
  timesOfLine,
  type LabelStyle,
  type Place,
  type SpeakerLabel,
} from './label-styles.ts';
import { nearDuplicates } from './near-duplicates.ts';
import type { BoldHint } from './source-text.ts';
import { announces, looksLikeName, shapeOf } from './speaker-names.ts';
import { isKnownSpeaker } from './speaker-roles.ts';
import { isBlank } from './text-lines.ts';

export interface FoundLabels {
  readonly style: LabelStyle;
  /** By the start of the line that they stand on (or of the time on the line above). */
  readonly labels: ReadonlyMap<number, SpeakerLabel>;
}

interface Setting {
  readonly text: string;
  readonly lines: readonly TextRange[];
  /** Starts of lines that are headings or the header. */
  readonly breaks: ReadonlySet<number>;
  readonly bold: readonly BoldHint[];
  readonly style: LabelStyle;
  readonly pattern: string;
}

type PlainStyle = keyof typeof styleReaders;

const plainStyles = labelStyles.filter((style): style is PlainStyle => style in styleReaders);
/** Styles whose signs stand before other words too: they are only believed when most of the text has them. */
const NEEDS_MOST = 0.4;

/** Who speaks where, in the style that was asked for or in the one that fits the text best. */
export function findLabels(setting: Setting): FoundLabels {
  const { style, pattern } = setting;
  if (style === 'none' || style === 'heading') return { style, labels: new Map() };
  const places = placesOf(setting);
  if (style === 'pattern') {
    const reader = patternReader(pattern);
    const labels = reader === null ? [] : places.map(reader).filter((label) => label !== null);
    return { style, labels: byLine(labels, places) };
  }
  if (style !== 'auto') return { style, labels: byLine(accepted(style, places, true), places) };
  const colon = accepted('colon', places, false);
  let best: { style: LabelStyle; labels: readonly SpeakerLabel[] } = { style: 'colon', labels: colon };
  // Where names with colons open a good part of the lines, other signs are part of what was said.
  if (colon.length < 2 || colon.length < places.length * 0.15) {
    for (const other of plainStyles.filter((candidate) => candidate !== 'colon')) {
      const labels = accepted(other, places, false);
      if (labels.length >= 2 && labels.length > best.labels.length * 2) best = { style: other, labels };
    }
  }
  return { style: best.style, labels: byLine(best.labels, places) };
}

/** The lines that may begin with a label. */
function placesOf({ text, lines, breaks, bold }: Setting): readonly Place[] {
  const filled = lines.filter((line) => !isBlank(text, line));
  const boldAt = new Map(bold.map((hint) => [hint.start, hint]));
  const places: Place[] = [];
  let previous: TextRange | null = null;
  filled.forEach((line, index) => {
    if (!breaks.has(line.start)) {
      const isSpaced = previous === null || text.slice(previous.end, line.start).split('\n').length > 2;
      const opens =
        isSpaced ||
        previous === null ||
        breaks.has(previous.start) ||
        isOnlyTime(text.slice(previous.start, previous.end));
      const first = line.start + (/^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
      const marked = boldAt.get(line.start) ?? boldAt.get(first) ?? null;
      places.push({ text, line, next: filled[index + 1] ?? null, opens, bold: marked });
    }
    previous = line;
  });
  return places;
}

function accepted(style: PlainStyle, places: readonly Place[], isAsked: boolean): readonly SpeakerLabel[] {
  const read = styleReaders[style];
  const candidates = places.map(read).filter((label) => label !== null);
  if (candidates.length === 0) return [];
  const speakers = acceptLabels(candidates, places.length);
  const labels = candidates.filter(({ speaker }) => speakers.has(speaker));
  if (style === 'colon' || isAsked) return labels;
  const paragraphs = places.filter(({ opens }) => opens).length;
  const enough = style === 'own line' ? paragraphs * 0.25 : paragraphs * NEEDS_MOST;
  return labels.length >= Math.max(2, enough) ? labels : [];
}

/**
 * The speakers among the candidates: `I`, `T01`, `Interviewer` at once; a name when it recurs, when it is the one partner
 * of an interviewer, or when it is written like the others of a text in which everybody is named. So “Note:” in the
 * middle of a story stays part of the story.
 */
export function acceptLabels(candidates: readonly SpeakerLabel[], lines: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { speaker } of candidates) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const speakers = [...counts.keys()];
  const count = (name: string): number => counts.get(name) ?? 0;
  const taken = new Set(
    speakers.filter((name) => isKnownSpeaker(name) || (looksLikeName(name) && count(name) > 1)),
  );
  const partners = speakers.filter((name) => looksLikeName(name) && !taken.has(name));
  if (taken.size === 1 && partners.length === 1) partners.forEach((name) => taken.add(name));
  const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + count(name), 0);
  // Names without a capital, where they open much of the text.
  const small = speakers.filter(
    (name) =>
      !taken.has(name) && !announces(name) && /^\p{Ll}[\p{L}\p{N}_-]*$/u.test(name) && count(name) > 2,
  );
  if (small.length > 0 && sum(taken) + sum(small) >= lines * NEEDS_MOST)
    small.forEach((name) => taken.add(name));
  // One who speaks only once among people who are named line by line, or whose name is a slip of another's.
  const shapes = new Set([...taken].map(shapeOf));
  const isEverybodyNamed = sum(taken) >= lines * 0.85;
  for (const name of partners) {
    if (isEverybodyNamed && shapes.has(shapeOf(name))) taken.add(name);
  }
  const isFew = speakers.length <= 60;
  if (isFew) {
    const known = [...taken].map((label) => ({ label, turns: count(label) + 4 }));
    for (const name of speakers.filter((candidate) => !taken.has(candidate) && !announces(candidate))) {
      if (nearDuplicates([...known, { label: name, turns: 1 }]).some(({ label }) => label === name))
        taken.add(name);
    }
  }
  return taken;
}

/** A time alone on the line above belongs to the label. */
function byLine(
  labels: readonly SpeakerLabel[],
  places: readonly Place[],
): ReadonlyMap<number, SpeakerLabel> {
  const before = new Map<number, TextRange>();
  places.forEach(({ line }, index) => {
    const above = places[index - 1]?.line;
    if (above !== undefined) before.set(line.start, above);
  });
  const found = new Map<number, SpeakerLabel>();
  for (const label of labels) {
    const above = before.get(label.range.start);
    const text = places[0]?.text ?? '';
    const content = above === undefined ? '' : text.slice(above.start, above.end);
    if (above === undefined || !isOnlyTime(content)) found.set(label.range.start, label);
    else {
      const times = label.startMs === null ? timesOfLine(content) : {};
      found.set(above.start, { ...label, ...times, range: { start: above.start, end: label.range.end } });
    }
  }
  return found;
}
