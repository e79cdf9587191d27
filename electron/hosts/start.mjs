import path from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Crosscase needs Node 24, and this is Node ${process.versions.node}. “npm start” brings its own; on a Mac, install Node 24 first.\n`,
  );
  process.exit(1);
}

// Only now: an older Node cannot read these files.
const { openSomeWindow } = await import('./open-window.ts');
await openSomeWindow(path.resolve(import.meta.dirname, '../..'), process.argv.slice(2));
