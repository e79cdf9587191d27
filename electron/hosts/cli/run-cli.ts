import { CommanderError } from 'commander';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { AppError, type WireError } from '#shared/contract/errors.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { buildProgram } from './program.ts';
import type { Report } from './report.ts';

export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Runs one command line and returns its exit code. Asks nothing, whatever happens. */
export async function runCli(root: string, argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  let core: Core | null = null;
  let report: Report | null = null;
  const program = buildProgram(async (work) => {
    core = createCore(nodeDeps(root));
    if (process.stderr.isTTY && !json) showProgress(core);
    report = await work(core, core.client({ host: 'cli', trusted: true }));
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return report === null ? EXIT.done : tell(report, json);
  } catch (error) {
    if (error instanceof CommanderError) return misused(error, json);
    return refused(error, json);
  } finally {
    close(core);
  }
}

/** The compiler does not follow an assignment made inside the callback, so the closing has a function of its own. */
function close(core: Core | null): void {
  core?.close();
}

function tell({ lines, result, unsound = false }: Report, json: boolean): number {
  print(json ? JSON.stringify({ ok: true, ...result }) : lines.join('\n'));
  return unsound ? EXIT.refused : EXIT.done;
}

/** commander has said on stderr what was wrong; help and version are no mistakes. */
function misused(error: CommanderError, json: boolean): number {
  if (error.exitCode === 0) return EXIT.done;
  if (json) print(JSON.stringify({ ok: false, error: { code: 'usage', title: error.message } }));
  return EXIT.usage;
}

function refused(error: unknown, json: boolean): number {
  const wire = asWire(error);
  const { title, advice } = errorSentence(wire);
  if (json) print(JSON.stringify({ ok: false, error: { ...wire, title, advice } }));
  else process.stderr.write(`${title}\n${advice}\n`);
  return EXIT.refused;
}

function asWire(error: unknown): WireError {
  if (error instanceof AppError) return error.toWire();
  return { code: 'internal', detail: { message: error instanceof Error ? error.message : String(error) } };
}

function showProgress(core: Core): void {
  core.subscribe((event) => {
    if (event.type !== 'task') return;
    const done =
      event.state === 'running' && event.total > 0 ? Math.floor((100 * event.done) / event.total) : 0;
    process.stderr.write(event.state === 'running' ? `\r${event.label} ${done} % ` : '\r\u001B[K');
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
