import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepCompiled } from '../../electron/hosts/compile-cache.mjs';

// `npm test` puts the Node of package.json first in the path; an older one would crash in the middle of the database.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Crosscase needs Node 24, this is ${process.version}. Use “npm test”, which brings its own.`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
/** Browser tests that make up for what the core tests take less than the browser tests. */
const LATER = ['memos', 'cues-and-comparison', 'codebook-depth'].map((name) => `test/e2e/${name}.e2e.ts`);
// As the hosts do: threads then find their modules with the types stripped.
keepCompiled(root);
const wanted = process.argv.slice(2);
const scratch = scratchInMemory();
if (scratch !== null) process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

if (wanted.length > 0) process.exitCode = await ended(start(wanted, 'inherit'));
else {
  // Two at a time: the browser tests mostly wait. Some of them begin when the core tests have ended.
  const browser = startHeld(['--project', 'e2e', ...LATER.flatMap((file) => ['--exclude', file])]);
  const core = await ended(start(['--project', 'core'], 'inherit'));
  const later = startHeld(['--project', 'e2e', ...LATER]);
  process.exitCode = Math.max(core, await browser.told(), await later.told());
}

/** What it says is held back until it is its turn to be told. */
function startHeld(args) {
  const child = start(args, 'pipe');
  const held = [];
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream.on('data', (chunk) => held.push(chunk));
  const end = ended(child);
  return {
    told() {
      process.stdout.write(Buffer.concat(held));
      for (const stream of streams) {
        stream.removeAllListeners('data');
        stream.pipe(process.stdout, { end: false });
      }
      return end;
    },
  };
}

function start(args, output) {
  return spawn(process.execPath, [vitest, 'run', ...args], {
    cwd: root,
    stdio: ['inherit', output, output],
    env: scratch === null ? process.env : { ...process.env, TMPDIR: scratch },
  });
}

/**
 * Every change of a project waits for the disk, and tests make thousands: where there is a file system in memory with
 * room enough, they work there. Null where there is none.
 */
function scratchInMemory() {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined) return null;
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    const isRoomy = bavail * bsize > 4 * 1024 ** 3 && os.freemem() > 4 * 1024 ** 3;
    return isRoomy ? fs.mkdtempSync('/dev/shm/crosscase-tests-') : null;
  } catch {
    return null;
  }
}

/** The exit code of a process that has ended and said all that it had to say. */
function ended(child) {
  return new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)));
}
