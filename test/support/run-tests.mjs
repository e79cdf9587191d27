import { spawnSync } from 'node:child_process';
import path from 'node:path';

// `npm test` puts the Node of package.json first in the path; an older one would crash in the middle of the database.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Crosscase needs Node 24, this is ${process.version}. Use “npm test”, which brings its own.`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
