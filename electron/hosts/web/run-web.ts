import path from 'node:path';
import { createInterface } from 'node:readline';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { openBrowser } from './open-browser.ts';
import { startWebHost, type WebHost } from './web-host.ts';
import { parseWebOptions, type WebOptions } from './web-options.ts';

/** Runs the browser window's host until it is told to stop. Closing a window, even the last one, stops nothing. */
export async function runWeb(root: string, argv: readonly string[]): Promise<void> {
  let core: Core | undefined;
  try {
    const options = parseWebOptions(argv);
    core = createCore(nodeDeps(root));
    if (options.project !== null) await openProject(core, options.project);
    const host = await startWebHost({
      core,
      rendererFolder: path.join(root, 'out/renderer'),
      port: options.port,
    });
    serve(core, host, options);
  } catch (error) {
    core?.close();
    say(`Crosscase could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function serve(core: Core, host: WebHost, { open }: WebOptions): void {
  const show = (url: string): void => {
    say(`\nCrosscase: ${url}\nThis link opens one window. Enter makes another link, Ctrl+C stops.`);
    if (open) openBrowser(url);
  };
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => show(host.newUrl()));
  const stop = async (): Promise<void> => {
    lines.close();
    await host.close();
    core.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  show(host.url);
}

async function openProject(core: Core, file: string): Promise<void> {
  const caller = { host: 'web', trusted: true } as const;
  const result = await core.call(caller, 'project.open', { path: path.resolve(file) });
  if (result.ok) return;
  const { title, advice } = errorSentence(result.error);
  say(`${title} ${advice}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
