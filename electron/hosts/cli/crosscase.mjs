#!/usr/bin/env node
import path from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Crosscase needs Node 24, and this is Node ${process.versions.node}. “npm run crosscase -- …” brings its own.\n`,
  );
  process.exit(1);
}

// Only now: an older Node cannot read these files.
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(path.resolve(import.meta.dirname, '../../..'), process.argv.slice(2));
