import { createHash } from 'node:crypto';
import type { CellInputs } from '#shared/checking/cell-inputs.ts';

/** SHA-256 as hexadecimal digits. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Enough to tell the wordings of one fragment or one code apart: 64 bits. */
export function shortFingerprint(text: string): string {
  return fingerprint(text).slice(0, 16);
}

/** What a cell claims. Somebody who changes any of it, or what it is said to rest on, makes another claim. */
export interface Claim {
  readonly summary: string;
  readonly rating: string | null;
  readonly symbol: string | null;
  readonly rationale: string;
}

export function claimHash(
  { summary, rating, symbol, rationale }: Claim,
  evidence: readonly { readonly uid: string; readonly stance: string }[],
): string {
  const restsOn = evidence.map(({ uid, stance }) => `${uid} ${stance}`).toSorted();
  return fingerprint(JSON.stringify([summary, rating, symbol, rationale, restsOn]));
}

/**
 * What the inputs say, wherever they stand: the same hash in another file, and after an edit of the transcript that left
 * the words of every fragment alone.
 */
export function inputHash({ fragments, codes, values, cells }: CellInputs): string {
  return fingerprint(
    JSON.stringify([
      // What nobody marked leaves no trace, so that hashes from before marks were inputs still hold.
      fragments
        .map(({ uid, codeUid, words, weight, certainty }) =>
          [uid, codeUid, words, ...marked('pole', weight), ...marked('sure', certainty)].join(' '),
        )
        .toSorted(),
      codes.map(({ uid, wording, poles }) => [uid, wording, ...marked('poles', poles)].join(' ')).toSorted(),
      values
        .map(({ attributeUid, participantUid, value }) => [attributeUid, participantUid, value].join(' '))
        .toSorted(),
      cells.map(({ uid, claim }) => [uid, claim].join(' ')).toSorted(),
    ]),
  );
}

function marked(name: string, value: string | number | null | undefined): readonly string[] {
  return value === undefined || value === null || value === '' ? [] : [`${name} ${value}`];
}
