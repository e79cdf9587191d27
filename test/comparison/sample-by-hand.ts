import { sampleCases, type FileCoding } from '#test/sample-study/sample-files.ts';

/**
 * A second program for the agreement of the sample study, from the raw files: no code of Crosscase, other ways of
 * counting. Turns are found by their labels, everything else by looking at one turn or one character after the other.
 */
export interface HandCase {
  readonly code: string;
  /** What the participant says, turn by turn: positions in the file. */
  readonly turns: readonly { readonly start: number; readonly end: number }[];
  readonly text: string;
  readonly codings: readonly FileCoding[];
}

export const handCases: readonly HandCase[] = sampleCases.map(({ code, text, codings }) => {
  const marks = [...text.matchAll(/^(?:(I|T\d\d): |## .*$)/gm)];
  const turns = marks.flatMap((mark, index) => {
    if (!mark[0].startsWith('T')) return [];
    const from = mark.index + mark[0].length;
    const until = marks[index + 1]?.index ?? text.length;
    const said = text.slice(from, until);
    const start = from + (said.length - said.trimStart().length);
    return [{ start, end: start + said.trim().length }];
  });
  return { code, text, codings, turns };
});

export function casesOfCoders(coders: readonly string[]): readonly HandCase[] {
  return handCases.filter(({ codings }) =>
    coders.every((coder) => codings.some((each) => each.coder === coder)),
  );
}

function placesOf({ text, codings }: HandCase, coder: string, code: string) {
  return codings
    .filter((each) => each.coder === coder && each.code === code)
    .map(({ quote }) => {
      const start = text.indexOf(quote) + (quote.length - quote.trimStart().length);
      return { start, end: start + quote.trim().length };
    });
}

/** For each participant turn of each case, who gave it the code. */
export function judgementsOfTurns(
  cases: readonly HandCase[],
  coders: readonly string[],
  code: string,
  least: 'any' | 'half',
): readonly (readonly boolean[])[] {
  return cases.flatMap((item) => {
    const places = coders.map((coder) => placesOf(item, coder, code));
    return item.turns.map(({ start, end }) =>
      places.map((spans) => {
        let covered = 0;
        for (let at = start; at < end; at += 1)
          if (spans.some((span) => span.start <= at && at < span.end)) covered += 1;
        return least === 'any' ? covered > 0 : covered >= (end - start) / 2;
      }),
    );
  });
}

/** Nominal α for two values, by counting pairs. */
export function alphaByPairs(rows: readonly (readonly boolean[])[]): number | null {
  let unlikeInUnits = 0;
  let yes = 0;
  let all = 0;
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 1) {
      all += 1;
      if (row[i]) yes += 1;
      for (let j = 0; j < row.length; j += 1)
        if (i !== j && row[i] !== row[j]) unlikeInUnits += 1 / (row.length - 1);
    }
  }
  const unlikeAtAll = 2 * yes * (all - yes);
  return unlikeAtAll === 0 ? null : 1 - (unlikeInUnits * (all - 1)) / unlikeAtAll;
}

export function percentByPairs(rows: readonly (readonly boolean[])[]): number {
  let same = 0;
  let pairs = 0;
  for (const row of rows) {
    row.forEach((a, i) =>
      row.forEach((b, j) => {
        if (i >= j) return;
        pairs += 1;
        if (a === b) same += 1;
      }),
    );
  }
  return same / pairs;
}

export function cohenByCounting(rows: readonly (readonly boolean[])[]): number | null {
  const n = rows.length;
  const both = rows.filter(([a, b]) => a && b).length;
  const neither = rows.filter(([a, b]) => !a && !b).length;
  const first = rows.filter(([a]) => a).length / n;
  const second = rows.filter(([, b]) => b).length / n;
  const chance = first * second + (1 - first) * (1 - second);
  return chance === 1 ? null : ((both + neither) / n - chance) / (1 - chance);
}

export function ac1ByCounting(rows: readonly (readonly boolean[])[]): number | null {
  const share = rows.reduce((sum, row) => sum + row.filter(Boolean).length / row.length, 0) / rows.length;
  if (share === 0 || share === 1) return null;
  const chance = 2 * share * (1 - share);
  return (percentByPairs(rows) - chance) / (1 - chance);
}

/** |uα of one code on what the participants say, piece by piece of length one. */
export function binaryUByPieces(
  cases: readonly HandCase[],
  coders: readonly string[],
  code: string,
): number | null {
  let unlike = 0;
  let coded = 0;
  let all = 0;
  let withItself = 0;
  for (const item of cases) {
    const spansBy = coders.map((coder) => placesOf(item, coder, code));
    // The said text as one run of characters, and for each coder which of them are coded.
    const marks = spansBy.map((spans) =>
      item.turns.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, at) =>
          spans.some((span) => span.start <= start + at && start + at < span.end),
        ),
      ),
    );
    marks.forEach((own, i) => {
      all += own.length;
      coded += own.filter(Boolean).length;
      // A character that is not coded is never paired with itself, a coded segment never with itself.
      withItself += own.filter((mark) => !mark).length;
      for (const length of segmentLengths(item, spansBy[i] ?? [])) withItself += length ** 2;
      marks.forEach((other, j) => {
        if (i !== j) own.forEach((mark, at) => (unlike += mark === other[at] ? 0 : 1 / (coders.length - 1)));
      });
    });
  }
  const byChance = (2 * coded * (all - coded)) / (all ** 2 - withItself);
  return byChance === 0 ? null : 1 - unlike / all / byChance;
}

/** Lengths of the segments on the said text: spans that overlap are one. */
function segmentLengths(
  { turns }: HandCase,
  spans: readonly { readonly start: number; readonly end: number }[],
) {
  const saidBetween = (from: number, to: number): number =>
    turns.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && saidBetween(span.start, last.end) > 0) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map(({ start, end }) => saidBetween(start, end));
}
