import { z } from 'zod';

/** A newer Crosscase that changes what a package is raises this number; an older one then refuses the package. */
export const PACKAGE_FORMAT = 1;

/**
 * What a package is for. A session leader sends a `coding task` and gets `coding work` back; an author sends a `check`
 * and gets a `checked` back.
 */
export const packageKinds = ['coding task', 'coding work', 'check', 'checked'] as const;
export type PackageKind = (typeof packageKinds)[number];

const manifestPart = z.object({
  name: z.string(),
  bytes: z.int().min(0),
  /** Hexadecimal, of the unpacked content. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const packageManifest = z.object({
  format: z.literal('crosscase package'),
  formatVersion: z.int().positive(),
  kind: z.enum(packageKinds),
  /** Of the program that made it. */
  madeWith: z.string(),
  madeAt: z.string(),
  /** The name of the coder who made it; empty when nobody was chosen. */
  madeBy: z.string(),
  study: z.object({ uid: z.string().min(1), title: z.string() }),
  /** What this kind of package says of itself; its reader parses it. */
  about: z.record(z.string(), z.unknown()),
  parts: z.array(manifestPart),
});

export type PackageManifest = z.infer<typeof packageManifest>;

/** What is read before the rest is trusted: whether this program knows the format at all. */
export const manifestHead = z.object({
  format: z.literal('crosscase package'),
  formatVersion: z.int().positive(),
});
