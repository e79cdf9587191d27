import fs from 'node:fs';
import path from 'node:path';
import type { KnownCopy } from '#shared/withdrawal/withdrawal-contract.ts';
import type { ExportLine } from '#electron/settings/local-state.ts';

/** Copies of the project that stand beside it under a name that begins with its own, and what was exported of it. */
export function knownCopies(
  projectPath: string,
  exports: readonly ExportLine[],
  since: string,
): readonly KnownCopy[] {
  const { dir, base, name } = path.parse(projectPath);
  const beside = fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== base && entry.name.startsWith(name))
    .filter((entry) => /\.(crosscase|ccpackage|crosspack|bak|age|zip)$/i.test(entry.name))
    .map((entry): KnownCopy => ({
      name: path.join(dir, entry.name),
      kind: 'copy of the project',
      at: fs.statSync(path.join(dir, entry.name)).mtime.toISOString(),
    }));
  const exported = exports
    .filter(({ at }) => at >= since)
    .map(({ name: file, at }): KnownCopy => ({ name: file, kind: 'export', at }));
  return [...beside, ...exported].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
