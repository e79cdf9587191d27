import module from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';

/**
 * Keeps what Node made of the sources (types stripped, code compiled) for the next start, and for the threads of this
 * one: loading the exporters takes longer than a small export. Where the folder cannot be written, nothing is kept.
 */
export function keepCompiled(root) {
  // Node strips types with WebAssembly, and in V8 13 two threads that call out of it at a time can abort the process when
  // V8 replaces a wrapper that was called often (“Check failed: jit_page.has_value()”): it never gets that far.
  v8.setFlagsFromString('--wasm-wrapper-tiering-budget=1073741824');
  const folder = path.join(root, 'node_modules/.cache/compiled');
  module.enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
