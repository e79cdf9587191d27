import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// `npm test` puts the Node of package.json first in the path; an older one would crash in the middle of the database.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Crosscase needs Node 24, this is ${process.version}. Use “npm test”, which brings its own.`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const wanted = process.argv.slice(2);
const scratch = scratchInMemory();
if (scratch !== null) process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

if (wanted.length > 0) process.exitCode = await ended(start(wanted, 'inherit'));
else {
  // Side by side: the browser tests mostly wait. What they say is held back until the others have said theirs.
  const browser = start(['--project', 'e2e'], 'pipe');
  const held = [];
  browser.stdout.on('data', (chunk) => held.push(chunk));
  browser.stderr.on('data', (chunk) => held.push(chunk));
  const browserEnded = ended(browser);
  const core = await ended(start(['--project', 'core'], 'inherit'));
  process.stdout.write(Buffer.concat(held));
  for (const stream of [browser.stdout, browser.stderr]) {
    stream.removeAllListeners('data');
    stream.pipe(process.stdout, { end: false });
  }
  process.exitCode = Math.max(core, await browserEnded);
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
