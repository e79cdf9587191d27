import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildDesktopIfStale, buildRendererIfStale } from './build-steps.ts';
import { failedAt, fetchRuntime, findRuntime, mayFetch, reasonForBrowser } from './electron-runtime.ts';
import { runWeb } from './web/run-web.ts';

/** `npm start`: the desktop window where it can be had, and otherwise the browser window. */
export async function openSomeWindow(root: string, argv: readonly string[]): Promise<void> {
  const rest = argv.filter((argument) => argument !== '--web');
  await buildRendererIfStale();
  if (rest.length < argv.length) {
    await runWeb(root, rest);
    return;
  }
  const program = desktopProgram(root);
  if (program === null) {
    await runWeb(root, rest);
    return;
  }
  await buildDesktopIfStale();
  const code = await runDesktop(program, root, rest);
  if (code === 0) return;
  say(
    `The desktop window could not be opened (exit code ${code}): opening Crosscase in the browser instead.`,
  );
  await runWeb(root, rest);
}

/** The Electron program, fetched if need be; or null, having said why in one line. */
function desktopProgram(root: string): string | null {
  const machine = {
    platform: process.platform,
    env: process.env,
    userId: process.getuid?.() ?? null,
  };
  const reason = reasonForBrowser(machine);
  if (reason !== null) {
    say(`Opening Crosscase in the browser: ${reason}.`);
    return null;
  }
  const packageFolder = path.join(root, 'node_modules/electron');
  const failureFile = path.join(root, 'node_modules/.cache/crosscase/electron-could-not-be-fetched');
  const found = findRuntime(packageFolder, process.env);
  if (found !== null) return found;
  if (mayFetch(process.env, failedAt(failureFile), Date.now())) {
    say('Fetching the Electron runtime, once (“npm start -- --web” does without it) …');
    if (fetchRuntime(packageFolder, failureFile)) return findRuntime(packageFolder, process.env);
  }
  say('Opening Crosscase in the browser: the Electron runtime is not here and could not be fetched.');
  return null;
}

/** Runs until the window is closed. Signals reach the child too, so all that is left is to wait for its end. */
function runDesktop(program: string, root: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [root, ...args], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    child.once('error', () => resolve(1));
    // Ended by a signal is ended on purpose.
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 0));
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
