import path from 'node:path';

// `npm run bench` puts the Node of package.json first in the path; an older one would crash in the database.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Crosscase needs Node 24, this is ${process.version}. Use “npm run bench”, which brings its own.`,
  );
  process.exit(1);
}

// As the hosts do.
const { keepCompiled } = await import('../../electron/hosts/compile-cache.mjs');
keepCompiled(path.resolve(import.meta.dirname, '../..'));
// Only now: an older Node cannot read this file.
const { runBench } = await import('./run-bench.ts');
runBench(process.argv.slice(2));
