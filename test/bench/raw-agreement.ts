import type { RawStudy } from './raw-study.ts';

interface Coded {
  readonly layer: number;
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What somebody would write to get α with intervals for every code of two coders, in plain JavaScript on typed arrays:
 * turns of the participants, any overlap, 2,000 resamples of transcripts. The least that has to be done.
 */
export function rawAgreement(
  raw: RawStudy,
  layers: readonly [number, number],
  resamples: number,
): ReadonlyMap<number, number> {
  const versions = raw
    .rows<{ id: number }>('SELECT id FROM transcript_version ORDER BY id')
    .map(({ id }) => id);
  const codes = raw.rows<{ id: number }>('SELECT id FROM code ORDER BY id').map(({ id }) => id);
  const place = new Map(codes.map((id, index) => [id, index]));
  const units = new Float64Array(versions.length);
  // By code and transcript: turns that one, the other and both coded.
  const first = new Float64Array(codes.length * versions.length);
  const second = new Float64Array(first.length);
  const both = new Float64Array(first.length);
  versions.forEach((version, t) => {
    const turns = raw.rows<{ start: number; end: number }>(
      `SELECT start, "end" FROM turn WHERE version_id = ? AND role <> 'interviewer' ORDER BY start`,
      version,
    );
    units[t] = turns.length;
    const marks = new Map<number, number>();
    for (const { layer, code, start, end } of raw.rows<Coded>(
      `SELECT layer_id AS layer, code_id AS code, start, "end" FROM coding
       WHERE version_id = ? AND layer_id IN (?, ?)`,
      version,
      ...layers,
    )) {
      const bit = layer === layers[0] ? 1 : 2;
      turns.forEach((turn, index) => {
        if (turn.start >= end || turn.end <= start) return;
        const key = (place.get(code) ?? 0) * 100_000 + index;
        marks.set(key, (marks.get(key) ?? 0) | bit);
      });
    }
    for (const [key, bits] of marks) {
      const at = Math.floor(key / 100_000) * versions.length + t;
      if (bits & 1) first[at] = (first[at] ?? 0) + 1;
      if (bits & 2) second[at] = (second[at] ?? 0) + 1;
      if (bits === 3) both[at] = (both[at] ?? 0) + 1;
    }
  });
  const alpha = (weights: ArrayLike<number>, code: number): number => {
    let n = 0;
    let yes = 0;
    let split = 0;
    for (let t = 0; t < versions.length; t += 1) {
      const w = weights[t] ?? 0;
      if (w === 0) continue;
      const at = code * versions.length + t;
      const [a, b, ab] = [first[at] ?? 0, second[at] ?? 0, both[at] ?? 0];
      n += 2 * w * (units[t] ?? 0);
      yes += w * (a + b);
      split += 2 * w * (a + b - 2 * ab);
    }
    return 1 - ((n - 1) * split) / (2 * yes * (n - yes));
  };
  const result = new Map<number, number>();
  let width = 0;
  for (let code = 0; code < codes.length; code += 1) {
    result.set(codes[code] ?? 0, alpha(new Uint8Array(versions.length).fill(1), code));
    const drawn = new Float64Array(resamples);
    for (let r = 0; r < resamples; r += 1) {
      const weights = new Uint8Array(versions.length);
      for (let d = 0; d < versions.length; d += 1) {
        const at = Math.floor(Math.random() * versions.length);
        weights[at] = (weights[at] ?? 0) + 1;
      }
      drawn[r] = alpha(weights, code);
    }
    drawn.sort();
    width += (drawn[Math.floor(resamples * 0.975)] ?? 0) - (drawn[Math.floor(resamples * 0.025)] ?? 0);
  }
  if (Number.isNaN(width) && codes.length === 0) throw new Error('there is nothing to agree on');
  return result;
}
