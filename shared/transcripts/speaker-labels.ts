import type { TextRange } from '../text/text-range.ts';
import { isKnownSpeaker } from './speaker-roles.ts';

/** A speaker's label as it stands at the start of a line: `T01: `, `[00:01:12] Anna de Vries: `. */
export interface SpeakerLabel {
  readonly speaker: string;
  /** From the start of the line (a time before the name belongs to the label) to after the colon. */
  readonly range: TextRange;
}

const TIME = String.raw`[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`;
/** A time or a role behind the name: `Speaker 1 (00:03)`, `T01 [teacher]`. */
const ASIDE = String.raw`[\[(][^\])]{1,30}[\])]`;
const LABEL = new RegExp(
  String.raw`^[ \t]*(?:${TIME}[ \t]+)?(?:\*\*)?(?<speaker>\p{L}[\p{L}\p{M}\p{N} .&’'_-]{0,39}?)` +
    String.raw`[ \t]*(?:${ASIDE})?[ \t]*(?:\*\*)?(?<colon>[:：])(?:\*\*)?`,
  'u',
);
const PARTICLES = new Set(
  'de den der van von zu of la le du da di el al bin ten ter te het op y e'.split(' '),
);
/** Words that people put before a colon at the start of a line without anybody speaking. */
const NOT_SPEAKERS = new Set(
  (
    'note notes nb noot opmerking opmerkingen example voorbeeld ps re subject onderwerp date datum time tijd place plaats ' +
    'location locatie duration duur school transcript title titel summary samenvatting topic thema question vraagstelling ' +
    'answer antwoord remark comment context interview file bestand language taal recording opname tip conclusion conclusie ' +
    'warning result results source bron first second third finally but and so well also'
  ).split(' '),
);

/** A label that the line might begin with. Whether it is one depends on the rest of the text: see `acceptLabels`. */
export function readLabel(text: string, line: TextRange): SpeakerLabel | null {
  const content = text.slice(line.start, line.end);
  const match = LABEL.exec(content);
  const speaker = match?.groups?.['speaker']?.trim();
  if (match === null || speaker === undefined) return null;
  const isSpaced = match.groups?.['colon'] === '：' || /^(?:\s|$)/.test(content.slice(match[0].length));
  // “I:Well” is a label all the same when nobody but a speaker is called so; “10:30” and “https://” never are.
  const isLabel =
    isSpaced || (isKnownSpeaker(speaker) && /^[\p{L}“"‘'(…]/u.test(content.slice(match[0].length)));
  return isLabel ? { speaker, range: { start: line.start, end: line.start + match[0].length } } : null;
}

/**
 * The speakers among the candidates: `I`, `T01`, `Interviewer` at once; a name when it recurs, or when it is the one
 * partner of an interviewer. So “Note:” in the middle of a story stays part of the story.
 */
export function acceptLabels(candidates: readonly SpeakerLabel[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { speaker } of candidates) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const speakers = [...counts.keys()];
  const accepted = new Set(
    speakers.filter((name) => isKnownSpeaker(name) || (looksLikeName(name) && (counts.get(name) ?? 0) > 1)),
  );
  const names = speakers.filter(looksLikeName);
  const partners = names.filter((name) => !accepted.has(name));
  if (accepted.size === 1 && partners.length === 1) partners.forEach((name) => accepted.add(name));
  return accepted;
}

function looksLikeName(speaker: string): boolean {
  const words = speaker.split(/\s+/);
  if (words.length > 5 || NOT_SPEAKERS.has((words[0] ?? '').toLowerCase())) return false;
  return words.every(
    (word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (index > 0 && PARTICLES.has(word.toLowerCase())),
  );
}
