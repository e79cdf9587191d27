import type { MeasuredSize } from './sizes.ts';

/** Seconds for S, M and L; null where it was not measured or cannot be done. */
type Seconds = readonly [S: number | null, M: number | null, L: number | null];

interface PeerTimes {
  /** Plain SQLite or JavaScript doing the same, in the run in which the peers were measured. */
  readonly raw: Seconds;
  readonly qualcoder: Seconds;
  readonly taguette: Seconds;
}

const none: Seconds = [null, null, null];

/**
 * What the peers took for the same work on the same workload, by the names of our rows: medians of QualCoder 4.0-dev and
 * Taguette 1.5.2, measured once, through their own code, on a machine of the kind that builds Crosscase. Times vary from
 * machine to machine and ratios to plain SQLite in one run hardly do: so ratios are what is printed beside ours.
 */
export const PEERS: Readonly<Record<string, PeerTimes>> = {
  'open the project, with lists and counts': {
    raw: [0.001, 0.006, null],
    qualcoder: [0.03, 0.19, 0.95],
    taguette: [0.13, 0.22, null],
  },
  'open the most coded transcript': {
    raw: [0.0004, 0.001, null],
    qualcoder: [0.64, 2.18, 4.08],
    taguette: [0.36, 2.29, null],
  },
  'fragments of one code, all of them': {
    raw: [0.006, 0.1, null],
    qualcoder: [0.09, 6.6, 362],
    taguette: [0.05, 13.4, null],
  },
  'matrix of all codes × cases': {
    raw: [0.0005, 0.009, null],
    qualcoder: [0.06, 0.78, 4.88],
    taguette: none,
  },
  'search “huisarts”': { raw: [0.0001, 0.0001, null], qualcoder: [0.013, 0.1, 0.43], taguette: none },
  'apply one coding': {
    raw: [0.0002, 0.0002, null],
    qualcoder: [0.012, 0.025, 0.056],
    taguette: [0.046, 0.046, null],
  },
  'remove one coding': { raw: [0.0002, 0.0002, null], qualcoder: [0.3, 1.05, 2.03], taguette: none },
};

/** How many times as long as plain SQLite a peer took; null where it is not known. */
export function peerRatio(name: string, size: MeasuredSize, peer: 'qualcoder' | 'taguette'): number | null {
  const index = { S: 0, M: 1, L: 2 }[size];
  const times = PEERS[name];
  const [took, raw] = [times?.[peer][index] ?? null, times?.raw[index] ?? null];
  return took === null || raw === null ? null : took / raw;
}
