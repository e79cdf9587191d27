import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** As much of the machine as the choice of a window depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null where the system has no such thing. */
  readonly userId: number | null;
}

/** Why the desktop window cannot be opened on this machine, whatever is installed; or null. */
export function reasonForBrowser({ platform, env, userId }: Machine): string | null {
  if (env['CROSSCASE_HOST'] === 'web') return 'CROSSCASE_HOST asks for the browser window';
  if (platform !== 'linux') return null;
  if (isUnset(env['DISPLAY']) && isUnset(env['WAYLAND_DISPLAY'])) return 'there is no display';
  // Chromium refuses to run its sandbox as root, and Crosscase does not run without it.
  return userId === 0 ? 'the desktop window does not run as root' : null;
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '';
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether to try to fetch the runtime now: not in continuous integration, and not within a day of a failure. */
export function mayFetch(env: Machine['env'], lastFailure: number | null, now: number): boolean {
  if (!isUnset(env['CI'])) return false;
  return lastFailure === null || now - lastFailure > DAY_MS;
}

/** The program of the Electron package, or null when its runtime is not there. Never fetches. */
export function findRuntime(packageFolder: string, env: Machine['env']): string | null {
  const pathFile = path.join(packageFolder, 'path.txt');
  const name = fs.existsSync(pathFile) ? fs.readFileSync(pathFile, 'utf8') : null;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override === undefined && name === null) return null;
  const program = path.join(override ?? path.join(packageFolder, 'dist'), name ?? 'electron');
  return fs.existsSync(program) ? program : null;
}

const FETCH_TIMEOUT_MS = 120_000;

/** Lets the Electron package fetch its runtime, quietly. Remembers a failure in `failureFile`. */
export function fetchRuntime(packageFolder: string, failureFile: string): boolean {
  const { status } = spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_TIMEOUT_MS,
  });
  if (status === 0) return true;
  fs.mkdirSync(path.dirname(failureFile), { recursive: true });
  fs.writeFileSync(failureFile, '');
  return false;
}

export function failedAt(failureFile: string): number | null {
  return fs.statSync(failureFile, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
