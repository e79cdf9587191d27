import { unzipSync, zipSync } from 'fflate';

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that break readers: half characters, deep nesting, huge numbers, marks of other formats. */
const PIECES = [
  '\0',
  '\ufeff',
  '\u202e',
  'e\u0301\u0301',
  '</w:p>',
  '<w:p><w:tbl><w:tr><w:tc>',
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
  '&#xD800;',
  '&#x110000;',
  '{{{{\\*\\rtf',
  String.raw`\u-10179?\bin99999999 `,
  '99999999999999999999',
  '-->',
  '00:00:03.000 --> 99:99:99.999\n',
  'endobj stream endstream',
  '/Length 4294967296',
  '<table><table><tr><td>',
  '<b><i><a>'.repeat(50),
  'I: I: I: ',
  '['.repeat(200),
  '\u{1f468}\u200d',
].map((piece) => Buffer.from(piece));

/** The file, damaged in one to six places, the parts of a zipped one too. */
export function mutateFile(file: Buffer, random: () => number): Buffer {
  const isZip = file.subarray(0, 4).equals(Buffer.from('PK\x03\x04'));
  if (!isZip || random() < 0.4) return damage(file, random);
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) =>
    /(?:document|content|styles|manifest)\.xml$|\.rels$/.test(name),
  );
  const name = names[Math.floor(random() * names.length)];
  if (name === undefined) return damage(file, random);
  return Buffer.from(
    zipSync({ ...parts, [name]: damage(Buffer.from(parts[name] ?? []), random) }, { level: 1 }),
  );
}

function damage(file: Buffer, random: () => number): Buffer {
  let bytes = file;
  for (let left = 1 + Math.floor(random() * 6); left > 0; left -= 1) bytes = damageOnce(bytes, random);
  return bytes;
}

function damageOnce(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * (bytes.length + 1));
  const length = Math.floor(random() ** 3 * 4000);
  const rest = bytes.subarray(Math.min(bytes.length, at + length));
  const noise = Buffer.from(
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => Math.floor(random() * 256)),
  );
  switch (Math.floor(random() * 7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), rest]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
    case 5: {
      const piece = PIECES[Math.floor(random() * PIECES.length)] ?? noise;
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
    default:
      return Buffer.concat([
        bytes.subarray(0, at),
        noise,
        bytes.subarray(Math.min(bytes.length, at + noise.length)),
      ]);
  }
}
