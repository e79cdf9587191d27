import { z } from 'zod';

/** A code as a frozen codebook holds it. Codes are known by uid, so that a renamed code is still the same. */
const snapshotCode = z.object({
  uid: z.string(),
  parentUid: z.string().nullable(),
  kind: z.string(),
  name: z.string(),
  definition: z.string(),
  useWhen: z.string(),
  notWhen: z.string(),
  /** The name of the code to use instead; empty when there is none. */
  instead: z.string(),
  /** “low – high”, or empty. */
  poles: z.string(),
  cues: z.array(z.string()),
  /** “example: words (source)” */
  examples: z.array(z.string()),
  /** Names of the exclusive domains that it belongs to. */
  domains: z.array(z.string()),
});

export type SnapshotCode = z.infer<typeof snapshotCode>;

const snapshot = z.object({ codes: z.array(snapshotCode) });

export type CodebookSnapshot = z.infer<typeof snapshot>;

/** Snapshots are written by us alone: one that does not fit is a bug, and throws. */
export function parseSnapshot(json: string): CodebookSnapshot {
  return snapshot.parse(JSON.parse(json));
}
