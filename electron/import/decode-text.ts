import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/contract/errors.ts';

/** One way of reading bytes as text: null when the bytes are not in this encoding at all. */
interface Encoding {
  readonly label: string;
  fits(bytes: Buffer): boolean;
}

/** In the order in which they are tried. Encodings that can only be guessed belong after these, with a question. */
const ENCODINGS: readonly Encoding[] = [
  { label: 'utf-16le', fits: (bytes) => bytes[0] === 0xff && bytes[1] === 0xfe },
  { label: 'utf-16be', fits: (bytes) => bytes[0] === 0xfe && bytes[1] === 0xff },
  { label: 'utf-8', fits: isUtf8 },
];

/**
 * The text of a file, code point for code point: the byte order mark goes, every line end becomes `\n`, nothing else
 * changes. Throws `file-encoding` rather than put a replacement character where a letter was.
 */
export function decodeText(bytes: Buffer, name: string): string {
  const encoding = ENCODINGS.find(({ fits }) => fits(bytes));
  if (encoding === undefined) throw new AppError('file-encoding', { name, position: firstUnreadable(bytes) });
  try {
    return normaliseLineEnds(new TextDecoder(encoding.label, { fatal: true }).decode(bytes));
  } catch (error) {
    const readable = new TextDecoder(encoding.label).decode(bytes);
    const position = readable.search(/\ufffd/) + 1;
    throw new AppError('file-encoding', { name, position }, { cause: error });
  }
}

export function normaliseLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** The position, from 1, of the first character that is not UTF-8. A replacement character that was in the file is one. */
function firstUnreadable(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let byte = 0;
  let from = 0;
  for (const { index } of text.matchAll(/\ufffd/g)) {
    byte += Buffer.byteLength(text.slice(from, index));
    const written = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!written) return index + 1;
    byte += 3;
    from = index + 1;
  }
  return 1;
}
