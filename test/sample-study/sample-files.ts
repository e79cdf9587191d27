import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '#test/support/test-core.ts';

export interface FileCoding {
  readonly coder: string;
  readonly code: string;
  readonly quote: string;
  readonly weight?: number;
  readonly memo?: string;
  readonly translation?: string;
}

const DATA = path.join(REPOSITORY, 'electron/sample-study/data');
const CODEBOOK = path.join(REPOSITORY, 'shared/codebook/templates/networks-and-motives.json');

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

/** The files of the sample study as they lie there, read without anything of Crosscase. */
export const sampleCases = fs
  .readdirSync(path.join(DATA, 'codings'))
  .toSorted()
  .map((name) => {
    const code = path.basename(name, '.json');
    return {
      code,
      text: fs.readFileSync(path.join(DATA, 'transcripts', `${code}.txt`), 'utf8'),
      codings: readJson(path.join(DATA, 'codings', name)) as readonly FileCoding[],
      summaries: readJson(path.join(DATA, 'summaries', name)) as {
        readonly narrative: string;
        readonly type: string;
        readonly rationale: string;
        readonly cells: Readonly<Record<string, string>>;
      },
    };
  });

const parents = new Map(
  (
    readJson(CODEBOOK) as {
      readonly codes: readonly { readonly id: string; readonly parent: string | null }[];
    }
  ).codes.map(({ id, parent }) => [id, parent]),
);

/** Whether a code is another one or stands below it. */
export function isWithin(code: string, root: string): boolean {
  for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) if (at === root) return true;
  return false;
}
