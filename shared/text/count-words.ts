/** What a sign of plain Latin text does to a word. */
const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** Joins two letters: don’t. */
const JOINS_LETTERS = 4;
/** Joins two digits: 1,000. */
const JOINS_DIGITS = 8;
const UNKNOWN = 255;

const SIZE = 0x2030;
const kinds = new Uint8Array(SIZE).fill(UNKNOWN);

function set(signs: string, kind: number): void {
  for (const sign of signs) kinds[sign.charCodeAt(0)] = kind;
}

// Left unknown on purpose, because what they do depends on their neighbours or on the version of Unicode: the underscore,
// the colon, the middle dot, white space other than these three, marks, and every other script.
set(' \t\n', SPACE);
set('!"#$%&()*+-/<=>?@[\\]^`{|}~¡¿«»–—“”„…', OTHER);
set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER);
set('ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŸ', LETTER);
set('0123456789', DIGIT);
set(".'‘’", JOINS_LETTERS | JOINS_DIGITS);
set(',;', JOINS_DIGITS);

/**
 * Counts the words of plain Latin text, which is nearly all there is, by the rules of Unicode's annex 29 for its signs.
 * Every stretch between two spaces that holds any other sign is left to `countOthers`. A segmenter does the whole job,
 * but takes most of the time of an import.
 */
export function countPlainWords(text: string, countOthers: (stretch: string) => number): number {
  let words = 0;
  let at = 0;
  while (at < text.length) {
    const end = stretchEnd(text, at);
    const counted = countStretch(text, at, end);
    words += counted ?? countOthers(text.slice(at, end));
    at = end + 1;
  }
  return words;
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? UNKNOWN;
}

function stretchEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== SPACE) at += 1;
  return at;
}

/** The words between two spaces, or null when there is a sign here that only the segmenter knows. */
function countStretch(text: string, from: number, to: number): number | null {
  let words = 0;
  /** The kind of the sign before, as far as a word may go on after it. */
  let open = OTHER;
  for (let at = from; at < to; at += 1) {
    const kind = kindAt(text, at);
    if (kind === UNKNOWN) return null;
    const inWord = open === LETTER || open === DIGIT;
    if (kind === LETTER || kind === DIGIT) {
      if (!inWord) words += 1;
      open = kind;
    } else {
      const next = at + 1 < to ? kindAt(text, at + 1) : OTHER;
      const joins =
        (open === LETTER && (kind & JOINS_LETTERS) !== 0) || (open === DIGIT && (kind & JOINS_DIGITS) !== 0);
      if (!(joins && next === open)) open = OTHER;
    }
  }
  return words;
}
