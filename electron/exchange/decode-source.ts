import { isUtf8 } from 'node:buffer';

/**
 * The text of a source in an archive, with its byte order mark and its line ends: positions may count both. UTF-8 is what
 * the standard asks for; UTF-16 shows itself by its mark; what is neither was written by an old Windows program.
 */
export function decodeSource(bytes: Buffer): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : isUtf8(bytes)
          ? 'utf-8'
          : 'windows-1252';
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}
