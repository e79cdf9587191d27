import fs from 'node:fs';

/** What this machine remembers of a project that it closed: which file it was then, and when that was read through. */
export interface SoundFile {
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}

/** Remembers by the path of the file. `LocalState` is one. */
export interface SoundFiles {
  recall(file: string): SoundFile | undefined;
  keep(file: string, sound: SoundFile): void;
  drop(file: string): void;
}

/** Remembers nothing, so that every opening reads the file through. */
export const noSoundFiles: SoundFiles = { recall: () => undefined, keep: () => {}, drop: () => {} };

/** A disk can rot without touching the dates of a file: after this time it is read through all the same. */
const LONGEST_TRUST = 7 * 24 * 60 * 60 * 1000;

/**
 * When a file that is exactly as this machine closed it was last read through; null when it must be read again: it was
 * not closed (its log is still there), or it was written to or replaced since, or it was read too long ago.
 */
export function stillSound(file: string, { stamp, checkedAt }: SoundFile, now: number): number | null {
  const age = now - checkedAt;
  const trusted = age >= 0 && age < LONGEST_TRUST && !fs.existsSync(`${file}-wal`);
  return trusted && stamp === stampOf(file) ? checkedAt : null;
}

/** Differs when the file was written to, renamed, replaced or restored from a copy. */
export function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs, ino } = fs.statSync(file, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}
