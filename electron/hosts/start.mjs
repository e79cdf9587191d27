import path from 'node:path';
import { keepCompiled } from './compile-cache.mjs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Crosscase needs Node 24, and this is Node ${process.versions.node}. “npm start” brings its own; on a Mac, install Node 24 first.\n`,
  );
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '../..');
keepCompiled(root);
// Only now: an older Node cannot read these files.
const { openSomeWindow } = await import('./open-window.ts');
await openSomeWindow(root, process.argv.slice(2));
