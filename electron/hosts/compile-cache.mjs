import module from 'node:module';
import path from 'node:path';

/**
 * Keeps what Node made of the sources (types stripped, code compiled) for the next start, and for the threads of this
 * one: loading the exporters takes longer than a small export. Where the folder cannot be written, nothing is kept.
 */
export function keepCompiled(root) {
  const folder = path.join(root, 'node_modules/.cache/compiled');
  module.enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
