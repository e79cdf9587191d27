import { execFile } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY } from '#test/support/test-core.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ENTRY = path.join(REPOSITORY, 'electron/hosts/cli/crosscase.mjs');

/** Runs the real command line as a process of its own, in `folder`; nobody is there to answer a question. */
export function runVerb(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [ENTRY, ...argv],
      { cwd: folder, env: { ...process.env, CROSSCASE_CONFIG: path.join(folder, 'config'), TMPDIR: folder } },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** The one JSON object that `--json` promises. */
export function jsonOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}
