import { isKnownSpeaker } from './speaker-roles.ts';

const PARTICLES = new Set(
  "de den der van von zu of la le du da di el al bin ten ter te het op in aan uit tot y e d’ ’t 't ’s 's".split(
    ' ',
  ),
);
/** Words that people put before a colon at the start of a line without anybody speaking. */
const NOT_SPEAKERS = new Set(
  (
    'note notes nb noot opmerking opmerkingen example voorbeeld ps re subject onderwerp date datum time tijd place plaats ' +
    'location locatie duration duur school transcript title titel summary samenvatting topic thema question vraagstelling ' +
    'answer antwoord remark comment context interview file bestand language taal recording opname tip conclusion conclusie ' +
    'warning result results source bron first second third finally but and so well also project study onderzoek page pagina ' +
    'transcriber transcribent transcribed participants deelnemers attendees aanwezig aanwezigen present start end einde ' +
    'begin length gender geslacht age leeftijd function functie'
  ).split(' '),
);
/** Short answers that stand alone on a line. */
const ANSWERS = new Set(
  'yes no yeah yep nope ja nee okay ok oké right sure mm mmm hm hmm mhm thanks thank bedankt hello hi hallo goed good'.split(
    ' ',
  ),
);
/** Keys of a file's front matter: `Date: 3 May`. */
const METADATA =
  /^[ \t]*(?:\*\*)?(?:date|datum|time|tijd|tijdstip|place|plaats|location|locatie|duration|duur|length|lengte|school|project|study|onderzoek|file|bestand|recording|opname|language|taal|transcri[bp]\p{L}*(?: by| door)?|title|titel|subject|onderwerp|participants|deelnemers|attendees|aanwezig\p{L}*|age|leeftijd|gender|geslacht|function|functie|interview(?: (?:number|date|no|nr)\.?)?)[ \t]*(?:\*\*)?[:\t]/iu;

export function isMetadata(line: string): boolean {
  return METADATA.test(line);
}

export function isAnswer(words: string): boolean {
  return ANSWERS.has((/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase());
}

/** Every word begins with a capital or a figure, and the first is not a word that announces something else. */
export function looksLikeName(speaker: string): boolean {
  const words = speaker.split(/\s+/);
  if (words.length > 5 || announces(speaker)) return false;
  return words.every(
    (word, index) => /^[\p{Lu}\p{Lo}\p{N}(]/u.test(word) || (index > 0 && PARTICLES.has(word.toLowerCase())),
  );
}

export function announces(speaker: string): boolean {
  return NOT_SPEAKERS.has((speaker.split(/[\s.]+/)[0] ?? '').toLowerCase());
}

/** Names that are written alike: all in capitals, or of as many words. */
export function shapeOf(speaker: string): string {
  if (isKnownSpeaker(speaker)) return 'known';
  if (!/\p{Ll}/u.test(speaker)) return 'capitals';
  return `words ${speaker.split(/\s+/).length}`;
}

/** Without the signs around it, and with single spaces. */
export function cleanName(written: string): string {
  const bare = written
    .replaceAll(/^[\s*_[\](){}<>#@>»:-]+|[\s*_[\](){}<>#@:]+$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // “Vries, A. de (Anna)” ends with a bracket of its own.
  return /\([^()]*$/.test(bare) ? `${bare})` : bare;
}
