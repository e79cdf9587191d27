import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/ids.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import type { Deps, Paths } from '#electron/core/deps.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export interface TestCore {
  readonly core: Core;
  readonly api: Client;
  readonly folder: string;
  readonly events: CoreEvent[];
  /** Writes a file and hands it to the core, as a host does with a dropped file. */
  offer(name: string, content: string | Uint8Array): FileRef;
  /** A second core on the same folder: the program started again. */
  restart(): TestCore;
}

/** A real core on a real disk; only the clock and the ids are made predictable. */
export function startCore(folder = temporaryFolder(), paths: Partial<Paths> = {}): TestCore {
  const deps = testDeps(folder);
  const core = createCore({ ...deps, paths: { ...deps.paths, ...paths } });
  onTestFinished(() => core.close());
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));
  return {
    core,
    api: core.client({ host: 'test', trusted: true }),
    folder,
    events,
    offer(name, content) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, content);
      return core.files.offer(file);
    },
    restart() {
      core.close();
      return startCore(folder);
    },
  };
}

/** A core with a new, empty project in which Anna is coding. */
export async function startStudy(): Promise<TestCore> {
  const started = startCore();
  await started.api.project.create({
    path: path.join(started.folder, 'study'),
    title: 'Study',
    coderName: 'Anna',
  });
  return started;
}

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let starts = 0;

/** An id that a core of a test made: the how-manieth of the how-manieth core. */
export function testUid(run: number, id: number): string {
  return `${String(run).padStart(8, '0')}-0000-7000-8000-${String(id).padStart(12, '0')}`;
}

/** How many cores the tests of this worker have started. */
export function coresStarted(): number {
  return starts;
}

export function testDeps(folder: string): Deps {
  starts += 1;
  const run = starts;
  let ticks = 0;
  let ids = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 5, 9, 0, (ticks += 1))).toISOString(),
    newUid: () => testUid(run, (ids += 1)),
    log: (message, error) => console.error(message, error),
    paths: {
      migrations: path.join(REPOSITORY, 'migrations'),
      config: path.join(folder, 'config'),
      documents: path.join(folder, 'documents'),
      scratch: path.join(folder, `scratch-${run}`),
      sampleStudy: path.join(REPOSITORY, 'electron/sample-study/data'),
    },
  };
}
