import { isUtf8 } from 'node:buffer';
import { detect } from 'jschardet';
import { AppError } from '#shared/contract/errors.ts';
import { encodings, type Encoding } from '#shared/transcripts/encodings.ts';

export interface DecodedText {
  /** The byte order mark is gone, every line end is `\n`, nothing else has changed. */
  readonly text: string;
  readonly encoding: Encoding;
  /** False when the bytes do not say so themselves: then a person should look. */
  readonly isSure: boolean;
}

/** What jschardet calls an encoding, and what the web does. */
const LABELS: Readonly<Record<string, Encoding>> = {
  ascii: 'utf-8',
  'utf-8': 'utf-8',
  'utf-8-sig': 'utf-8',
  macroman: 'macintosh',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
};

/**
 * The text of a file, code point for code point. In this order: what a person chose, a byte order mark, UTF-16 by the
 * places of its zeros, UTF-8, and then what the letters make likely. Throws `file-encoding` rather than put a
 * replacement character where a letter was.
 */
export function decodeText(bytes: Buffer, name: string, chosen: Encoding | null = null): DecodedText {
  if (chosen !== null) return { text: decode(bytes, name, chosen), encoding: chosen, isSure: true };
  const certain = ofMark(bytes) ?? ofZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null);
  if (certain !== null) return { text: decode(bytes, name, certain), encoding: certain, isSure: true };
  // A text that is UTF-8 but for a few bytes was damaged: to read it as anything else would garble all of it.
  const damaged = damageOfUtf8(bytes);
  if (damaged !== null) throw new AppError('file-encoding', { name, position: damaged, encoding: 'utf-8' });
  const guessed = guessEncoding(bytes);
  return { text: decode(bytes, name, guessed), encoding: guessed, isSure: false };
}

export function normaliseLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function ofMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** In UTF-16 every second byte of Latin text is zero, and spaces and line ends always are. */
export function ofZeros(bytes: Buffer): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const sample = bytes.subarray(0, 8192);
  let [even, odd, controls] = [0, 0, 0];
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const [first = 0, second = 0] = [sample[at], sample[at + 1]];
    if (first === 0 && second !== 0) even += 1;
    if (second === 0 && first !== 0) odd += 1;
    if (Math.min(first, second) === 0 && (first + second < 9 || isControl(first + second))) controls += 1;
  }
  if (controls > 0) return null;
  const pairs = sample.length / 2;
  if (odd > pairs * 0.1 && even <= pairs * 0.01) return 'utf-16le';
  if (even > pairs * 0.1 && odd <= pairs * 0.01) return 'utf-16be';
  return null;
}

function isControl(byte: number): boolean {
  return byte > 13 && byte < 27;
}

function decode(bytes: Buffer, name: string, encoding: Encoding): string {
  try {
    return normaliseLineEnds(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (error) {
    const readable = new TextDecoder(encoding).decode(bytes);
    const position = encoding === 'utf-8' ? placeOfDamage(bytes) + 1 : readable.search(/\ufffd/) + 1;
    // What UTF-16 can get wrong is half a character.
    if (encoding.startsWith('utf-16'))
      throw new AppError('text-surrogate', { name, position }, { cause: error });
    throw new AppError('file-encoding', { name, position, encoding }, { cause: error });
  }
}

/** The number of characters before the first byte that is not UTF-8. */
function placeOfDamage(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let byte = 0;
  let from = 0;
  for (const { index } of text.matchAll(/\ufffd/g)) {
    byte += Buffer.byteLength(text.slice(from, index));
    const written = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!written) return index;
    byte += 3;
    from = index + 1;
  }
  return 0;
}

const REPLACEMENT = Buffer.from('\ufffd', 'utf8');

/** Where a text stops being UTF-8 that is UTF-8 nearly everywhere; null when it never was. */
function damageOfUtf8(bytes: Buffer): number | null {
  const text = bytes.toString('utf8');
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) whole += 1;
  }
  for (let at = bytes.indexOf(REPLACEMENT); at !== -1; at = bytes.indexOf(REPLACEMENT, at + 3)) broken -= 1;
  return whole >= 3 && whole >= broken * 2 ? placeOfDamage(bytes) + 1 : null;
}

/** The single-byte encodings of Western Europe cannot be told from the bytes alone: letters decide. */
function guessEncoding(bytes: Buffer): Encoding {
  const sample = bytes.subarray(0, 200_000);
  const western = bestWestern(sample);
  const found = detect(sample);
  const label = found?.encoding?.toLowerCase() ?? '';
  const guessed = LABELS[label] ?? encodings.find((encoding) => encoding === label);
  if (guessed === undefined || guessed === 'windows-1252' || guessed === 'macintosh' || guessed === 'utf-8')
    return western;
  return (found?.confidence ?? 0) >= 0.5 ? guessed : western;
}

/** Letters with accents stand beside letters, quotation marks and dashes beside spaces and signs. */
function bestWestern(bytes: Buffer): Encoding {
  const score = (encoding: Encoding): number => {
    const text = new TextDecoder(encoding).decode(bytes);
    let points = 0;
    for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f]/g)) {
      const before = text[index - 1] ?? ' ';
      const after = text[index + 1] ?? ' ';
      const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
      if (/[àáâäãåçèéêëìíîïñòóôöõøùúûüýÿœæßÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜŒÆ]/.test(sign)) {
        const isCapitalInside = /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before);
        points += isCapitalInside ? -2 : inWord ? 2 : 0;
      } else if (/[’‘“”„–—…•€·]/.test(sign)) points += 2;
      else if (/[«»¡¿°§£ \u00a0]/.test(sign)) points += 1;
      else points -= 2;
    }
    return points;
  };
  return score('macintosh') > score('windows-1252') ? 'macintosh' : 'windows-1252';
}
