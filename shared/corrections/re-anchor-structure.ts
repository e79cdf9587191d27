import type { Anchors } from '../text/re-anchor.ts';
import type { TextRange } from '../text/text-range.ts';
import { findHeadings } from '../transcripts/headings.ts';
import { styleReaders, type SpeakerLabel } from '../transcripts/label-styles.ts';
import { isInterviewer, isKnownSpeaker } from '../transcripts/speaker-roles.ts';
import { isBlank, linesOf, trimmed } from '../transcripts/text-lines.ts';
import type { Section, Turn } from '../transcripts/transcripts-contract.ts';

type OldTurn = Pick<Turn, 'speaker' | 'role' | 'labelStart' | 'start' | 'end'>;
type OldSection = Pick<Section, 'title' | 'headingStart' | 'start' | 'end'>;

/** `from` is the index of the turn (section) that it was; null for a new one. */
export type NewTurn = OldTurn & { readonly from: number | null };
export type NewSection = OldSection & { readonly from: number | null };

/** Where something begins: what was said before it ends there. */
interface Beginning {
  readonly at: number;
  /** Where the old text of it ended, when that is known: what it claims beyond that is only white space. */
  readonly turn: Omit<NewTurn, 'end'> | null;
}

/**
 * The turns and sections of an edited text. What stands in the text decides: a label that is deleted joins its turn to the
 * one before, a label that is typed at the beginning of a line splits one, a label that is corrected renames the speaker.
 */
export function reAnchorStructure(
  before: string,
  anchors: Anchors,
  turns: readonly OldTurn[],
  sections: readonly OldSection[],
): { readonly turns: readonly NewTurn[]; readonly sections: readonly NewSection[] } {
  const newSections = reAnchorSections(before, anchors, sections);
  return { turns: reAnchorTurns(before, anchors, turns, sections, newSections), sections: newSections };
}

function reAnchorTurns(
  before: string,
  anchors: Anchors,
  turns: readonly OldTurn[],
  oldSections: readonly OldSection[],
  newSections: readonly NewSection[],
): readonly NewTurn[] {
  const text = anchors.after;
  const roles = new Map(
    turns.flatMap(({ speaker, role }) => (speaker === null ? [] : [[speaker, role] as const])),
  );
  const kept = turns.flatMap((turn, from) => beginningOf(before, anchors, turn, from, roles) ?? []);
  const added = typedLabels(anchors, roles, new Set(kept.map(({ turn }) => turn.labelStart)));
  const headings = newSections
    .filter(({ headingStart, start }) => headingStart < start)
    .map(({ headingStart }): Beginning => ({ at: headingStart, turn: null }));
  const beginnings = [...kept.map((one): Beginning => one), ...added, ...headings].toSorted(
    (a, b) => a.at - b.at,
  );
  const standing = new Set(kept.map(({ turn }) => turn.from));
  return withoutOverlaps(beginnings, ({ at, turn }) => [at, turn?.start ?? at]).flatMap(
    ({ turn }, index, all): NewTurn[] => {
      if (turn === null) return [];
      const next = all[index + 1]?.at ?? text.length;
      const last = lastTurnOf(turn.from, standing, turns.length);
      const reach =
        last === null || reachesOn(before, turns, oldSections, last)
          ? next
          : Math.min(next, anchors.positionAfter(turns[last]?.end ?? 0));
      const said = trimmed(text, { start: turn.start, end: Math.max(turn.start, reach) });
      return [{ ...turn, start: said.start, end: said.end }];
    },
  );
}

/** Two labels (headings) that were found at one place are one: the first stays. `placeOf` gives where each begins and ends. */
function withoutOverlaps<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => readonly [start: number, end: number],
): readonly Item[] {
  let reached = -1;
  return items.filter((item) => {
    const [start, end] = placeOf(item);
    if (start < reached) return false;
    reached = Math.max(reached, end);
    return true;
  });
}

/** The turns that lost their labels belong to the one before them: the index of the last of them. */
function lastTurnOf(from: number | null, kept: ReadonlySet<number | null>, count: number): number | null {
  if (from === null) return null;
  let last = from;
  while (last + 1 < count && !kept.has(last + 1)) last += 1;
  return last;
}

/** Whether nothing but white space stood between a turn and what came next: then what is added there belongs to it. */
function reachesOn(
  before: string,
  turns: readonly OldTurn[],
  sections: readonly OldSection[],
  index: number,
): boolean {
  const end = turns[index]?.end ?? 0;
  const heading = sections.find(({ headingStart }) => headingStart >= end)?.headingStart ?? before.length;
  const next = Math.min(turns[index + 1]?.labelStart ?? before.length, heading);
  return before.slice(end, next).trim() === '';
}

function beginningOf(
  before: string,
  anchors: Anchors,
  turn: OldTurn,
  from: number,
  roles: ReadonlyMap<string, Turn['role']>,
): (Beginning & { readonly turn: Omit<NewTurn, 'end'> }) | null {
  const text = anchors.after;
  if (turn.labelStart === turn.start) {
    const body = anchors.follow({ start: turn.start, end: Math.max(turn.end, turn.start + 1) });
    const start = body.outcome === 'lost' ? null : Math.min(body.start, anchors.positionBefore(turn.start));
    // Joined to what stands before it, it is no turn of its own any more.
    if (start === null || (from > 0 && !followsLineEnd(text, start))) return null;
    return { at: start, turn: { ...turn, from, labelStart: start, start } };
  }
  const label = trimmed(before, { start: turn.labelStart, end: turn.start });
  const now = anchors.follow(label);
  if (now.outcome === 'lost' || !followsLineEnd(text, now.start)) return null;
  const words = text.slice(now.start, now.end);
  const speaker =
    now.outcome === 'kept'
      ? turn.speaker
      : renamed(before.slice(label.start, label.end), words, turn.speaker);
  if (speaker === null) return null;
  const role = speaker === turn.speaker ? turn.role : (roles.get(speaker) ?? turn.role);
  return { at: now.start, turn: { speaker, role, from, labelStart: now.start, start: now.end } };
}

function followsLineEnd(text: string, position: number): boolean {
  return /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, position - 40), position));
}

/** The speaker in a label that was corrected; null when it is no label any more. */
function renamed(oldLabel: string, newLabel: string, speaker: string | null): string | null {
  const at = speaker === null ? -1 : oldLabel.indexOf(speaker);
  if (speaker !== null && at >= 0) {
    const [head, tail] = [oldLabel.slice(0, at), oldLabel.slice(at + speaker.length)];
    const name = newLabel.slice(head.length, newLabel.length - tail.length).trim();
    if (newLabel.startsWith(head) && newLabel.endsWith(tail) && name !== '' && !name.includes('\n'))
      return name;
  }
  return labelAt(newLabel, { start: 0, end: newLabel.length }, null, () => true)?.speaker ?? null;
}

/** A name with a colon; or in one of the other styles, when somebody of that name speaks in this text. */
function labelAt(
  text: string,
  line: TextRange,
  next: TextRange | null,
  speaks: (speaker: string) => boolean,
): SpeakerLabel | null {
  const place = { text, line, next, opens: true, bold: null };
  const byColon = styleReaders.colon(place);
  if (byColon !== null) return byColon;
  for (const style of ['own line', 'brackets', 'dash', 'tab'] as const) {
    const label = styleReaders[style](place);
    if (label !== null && speaks(label.speaker)) return label;
  }
  return null;
}

/** Labels at the beginning of lines that were edited: of somebody who speaks in this text, or who is known to be a speaker. */
function typedLabels(
  anchors: Anchors,
  roles: ReadonlyMap<string, Turn['role']>,
  known: ReadonlySet<number>,
): readonly Beginning[] {
  const text = anchors.after;
  const lines = linesOf(text);
  return lines.flatMap((line, index): Beginning[] => {
    if (!anchors.isEdited(line)) return [];
    const next = lines.slice(index + 1).find((after) => !isBlank(text, after)) ?? null;
    const label = labelAt(text, line, next, (speaker) => roles.has(speaker));
    if (label === null) return [];
    const { start, end } = trimmed(text, label.range);
    if (known.has(start) || !(roles.has(label.speaker) || isKnownSpeaker(label.speaker))) return [];
    const role = roles.get(label.speaker) ?? (isInterviewer(label.speaker) ? 'interviewer' : 'other');
    return [{ at: start, turn: { speaker: label.speaker, role, from: null, labelStart: start, start: end } }];
  });
}

function reAnchorSections(
  before: string,
  anchors: Anchors,
  sections: readonly OldSection[],
): readonly NewSection[] {
  const text = anchors.after;
  const kept = sections.flatMap((section, from): (NewSection & { oldEnd: number })[] => {
    const { headingStart, start, end } = section;
    const heading = trimmed(before, headingLine(before, section));
    if (heading.start === heading.end) {
      const at = anchors.positionBefore(start);
      return [
        { ...section, from, headingStart: at, start: at, end: anchors.positionAfter(end), oldEnd: end },
      ];
    }
    const now = anchors.follow(heading);
    if (now.outcome === 'lost') return [];
    const shift = headingStart === start ? 0 : 1;
    return [
      {
        from,
        title: now.outcome === 'kept' ? section.title : titleOf(text.slice(now.start, now.end)),
        headingStart: now.start,
        start: shift === 0 ? now.start : now.end,
        end: anchors.positionAfter(end),
        oldEnd: end,
      },
    ];
  });
  const known = new Set(kept.map(({ headingStart }) => headingStart));
  const added = findHeadings(text)
    .headings.filter((heading) => !known.has(heading.start) && anchors.isEdited(heading))
    .map(({ title, start, end }) => ({
      from: null,
      title,
      headingStart: start,
      start: end,
      end,
      oldEnd: -1,
    }));
  const all = withoutOverlaps(
    [...kept, ...added].toSorted((a, b) => a.headingStart - b.headingStart || b.start - a.start),
    ({ headingStart, start: end }) => [headingStart, end],
  );
  return all.map(({ oldEnd, ...section }) => {
    const nextOld =
      sections.find(({ headingStart }) => headingStart >= oldEnd)?.headingStart ?? before.length;
    const reaches = oldEnd < 0 || before.slice(oldEnd, nextOld).trim() === '';
    const boundary =
      all.find(
        (other) =>
          other.headingStart > section.headingStart &&
          // What was inside it stays inside; what is new ends it.
          (other.from === null || section.from === null || other.headingStart >= section.end),
      )?.headingStart ?? text.length;
    const end = reaches ? boundary : Math.min(section.end, boundary);
    const body = trimmed(text, { start: section.start, end: Math.max(section.start, end) });
    return section.headingStart === section.start
      ? { ...section, end: Math.max(section.start, body.end) }
      : { ...section, ...body };
  });
}

/** The line that a section is called by; empty when it was set by hand, at a turn. */
function headingLine(text: string, { title, headingStart, start }: OldSection): TextRange {
  const lineEnd = text.indexOf('\n', headingStart);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, start);
  return text.slice(headingStart, end).includes(title)
    ? { start: headingStart, end }
    : { start: headingStart, end: headingStart };
}

function titleOf(line: string): string {
  return line.replace(/^#{1,6}[ \t]*/, '').trim();
}
