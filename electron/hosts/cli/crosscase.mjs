#!/usr/bin/env node
import path from 'node:path';
import { keepCompiled } from '../compile-cache.mjs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Crosscase needs Node 24, and this is Node ${process.versions.node}. “npm run crosscase -- …” brings its own.\n`,
  );
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '../../..');
keepCompiled(root);
// Only now: an older Node cannot read these files.
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(root, process.argv.slice(2));
