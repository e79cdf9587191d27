import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/support/test-core.ts';

export interface Child {
  readonly process: ChildProcess;
  /** Everything that it has printed. */
  readonly lines: string[];
  /** Resolves when it has printed this many lines. */
  printed(count: number): Promise<void>;
  /** As a power cut does: nothing in the process gets to run any more. */
  kill(): Promise<void>;
}

/** Another process of ours, on the same Node. Killed when the test ends. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CROSSCASE_CONFIG: temporaryFolder() },
  });
  const lines: string[] = [];
  let wake = (): void => {};
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      wake();
      resolve();
    });
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  return {
    process: child,
    lines,
    async printed(count) {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`the process ended by itself (${child.exitCode})`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    kill,
  };
}
