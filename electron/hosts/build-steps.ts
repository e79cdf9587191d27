import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** Where the built page is. */
export const RENDERER_FOLDER = path.join(root, 'out/renderer');
/** Where the desktop's main process, worker and preload are. */
export const DESKTOP_FOLDER = path.join(root, 'out/desktop');

/** The page, for both windows. Built beside and put in place whole, so that no window sees half of it. */
export async function buildRenderer(): Promise<void> {
  const draft = `${RENDERER_FOLDER}.${process.pid}`;
  await forProduction(() => buildPage(draft));
  putInPlace(draft, RENDERER_FOLDER);
}

function putInPlace(draft: string, folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    // Another process has put its build there in the same moment: it was made from the same sources.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(path.join(folder, 'index.html'))) throw error;
  }
}

/**
 * The page that people get, whoever builds it. Under the tests' NODE_ENV=test, React would be its slow variant, and React
 * Aria's virtual lists would take every size for infinite and show nothing.
 */
async function forProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    // Relative, so that the same files work under http://127.0.0.1 and under app://.
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      // Fonts and pictures stay files: the page's policy allows no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
  });
}

/** Builds the page unless what is built is newer than everything that it is made of. */
export async function buildRendererIfStale(): Promise<void> {
  if (isStale(path.join(RENDERER_FOLDER, 'index.html'), ['renderer', 'shared', 'package-lock.json'])) {
    await buildRenderer();
  }
}

export async function buildDesktopIfStale(): Promise<void> {
  if (isStale(path.join(DESKTOP_FOLDER, 'preload.cjs'), ['electron', 'shared', 'package-lock.json'])) {
    await buildDesktop();
  }
}

/** Main process, worker and preload, for the desktop window. */
export async function buildDesktop(): Promise<void> {
  const source = (name: string): string => path.join(root, 'electron', name);
  fs.rmSync(DESKTOP_FOLDER, { recursive: true, force: true });
  // Everything but the native module is bundled, so the packaged program ships that module and no other package.
  await buildForNode('es', 'js', {
    main: source('hosts/desktop/main.ts'),
    'task-worker': source('tasks/task-worker.ts'),
  });
  // A sandboxed preload must be one CommonJS file: it can require nothing but electron.
  await buildForNode('cjs', 'cjs', { preload: source('hosts/desktop/preload.ts') });
}

async function buildForNode(
  format: 'es' | 'cjs',
  extension: 'js' | 'cjs',
  input: Readonly<Record<string, string>>,
): Promise<void> {
  const native = ['better-sqlite3'];
  const external = format === 'cjs' ? ['electron'] : ['electron', /^node:/, ...builtinModules, ...native];
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: native },
    build: {
      ssr: true,
      target: 'node24',
      outDir: DESKTOP_FOLDER,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { ...input },
        external,
        // One level, so that the worker lies beside whatever chunk starts it.
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  });
}

function isStale(product: string, sources: readonly string[]): boolean {
  const built = fs.statSync(product, { throwIfNoEntry: false });
  if (built === undefined) return true;
  return Math.max(...sources.map((name) => newest(path.join(root, name)))) > built.mtimeMs;
}

/** When the latest change was made to a file, or to anything in a folder. */
function newest(place: string): number {
  const stat = fs.statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
}
