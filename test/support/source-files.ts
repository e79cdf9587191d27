import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './test-core.ts';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of the product and its tests. */
export function sourceFiles(): readonly SourceFile[] {
  return ['shared', 'electron', 'renderer', 'test'].flatMap((folder) =>
    fs
      .readdirSync(path.join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => ({
        path: path.relative(REPOSITORY, file).replaceAll(path.sep, '/'),
        text: fs.readFileSync(file, 'utf8'),
      })),
  );
}

/** The modules that a file imports, as written. */
export function importsOf({ text }: SourceFile): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
}
