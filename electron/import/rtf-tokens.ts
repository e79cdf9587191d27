export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** A sign after a backslash: `\~`, `\*`. */
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'bytes'; readonly bytes: Iterable<number> };

const WORD = /[A-Za-z]{1,40}/y;
const VALUE = /-?\d{1,10}/y;

/** The tokens of an RTF file, which is ASCII with escapes. Anything is a token: no file is too broken to be read on. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? '';
    if (sign === '{' || sign === '}') {
      at += 1;
      yield { kind: sign === '{' ? 'open' : 'close' };
    } else if (sign === '\r' || sign === '\n') at += 1;
    else if (sign !== '\\') {
      const from = at;
      while (at < source.length && !'{}\\\r\n'.includes(source[at] ?? '')) at += 1;
      yield {
        kind: 'bytes',
        bytes: Buffer.from(source.slice(from, at), 'latin1'),
      };
    } else {
      at += 1;
      WORD.lastIndex = at;
      const word = WORD.exec(source)?.[0];
      if (word === undefined) {
        const next = source[at] ?? '';
        at += 1;
        if (next === "'") {
          const hex = /^[0-9a-f]{2}$/i.test(source.slice(at, at + 2)) ? source.slice(at, at + 2) : null;
          if (hex !== null) {
            at += 2;
            yield { kind: 'bytes', bytes: [Number.parseInt(hex, 16)] };
          }
        } else if (next === '\\' || next === '{' || next === '}')
          yield { kind: 'bytes', bytes: [next.charCodeAt(0)] };
        else if (next === '\r' || next === '\n') yield { kind: 'word', word: 'par', value: null };
        else yield { kind: 'sign', sign: next };
        continue;
      }
      at += word.length;
      VALUE.lastIndex = at;
      const value = VALUE.exec(source)?.[0];
      at += value?.length ?? 0;
      if (source[at] === ' ') at += 1;
      // What follows \bin is not RTF but so many bytes of a picture.
      if (word === 'bin') at += Math.max(0, Number(value ?? 0));
      else yield { kind: 'word', word, value: value === undefined ? null : Number(value) };
    }
  }
}
