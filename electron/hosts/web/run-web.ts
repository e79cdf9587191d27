import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fromWire } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { createCore } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { openBrowser } from './open-browser.ts';
import { startWebHost } from './web-host.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    project: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});

const core = createCore(nodeDeps(root));
if (values.project !== undefined) await openProject(values.project);
const host = await startWebHost({
  core,
  rendererFolder: path.join(root, 'out/renderer'),
  port: Number(values.port),
});

show(host.url);
const lines = createInterface({ input: process.stdin });
lines.on('line', () => show(host.newUrl()));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());

function show(url: string): void {
  say(`Crosscase is at ${url}\nThe link opens one window. Enter: another link. Ctrl+C: stop.`);
  if (!values['no-open']) openBrowser(url);
}

async function openProject(file: string): Promise<void> {
  const result = await core.call({ host: 'web', trusted: true }, 'project.open', {
    path: path.resolve(file),
  });
  if (result.ok) return;
  const { title, advice } = errorSentence(fromWire(result.error).toWire());
  say(`${title} ${advice}`);
}

async function stop(): Promise<void> {
  lines.close();
  await host.close();
  core.close();
  process.exit(0);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
