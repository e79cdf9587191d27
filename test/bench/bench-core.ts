import path from 'node:path';
import type { CoreEvent } from '#shared/contract/events.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import type { Deps } from '#electron/core/deps.ts';
import { mutate } from '#electron/core/dispatch.ts';
import { FileStore } from '#electron/core/file-store.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import type { Services } from '#electron/core/services.ts';
import { Session } from '#electron/core/session.ts';
import { NamesInMemory } from '#electron/pseudonyms/open-names.ts';
import { LocalState } from '#electron/settings/local-state.ts';
import { Tasks } from '#electron/tasks/tasks.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** Ignored by git; may be removed at any time. */
export const BENCH_DATA = path.join(ROOT, 'bench-data');

/** The real clock and ids; settings and scratch space of the bench's own. */
export function benchDeps(): Deps {
  const deps = nodeDeps(ROOT);
  return {
    ...deps,
    paths: { ...deps.paths, config: path.join(BENCH_DATA, 'config'), documents: BENCH_DATA },
  };
}

/** The core as a host starts it: what is measured. */
export function benchCore(): Core {
  return createCore(benchDeps());
}

/** The inside of a core: to build a study in a few large mutations, as the builder of the sample study does. */
export function benchServices(): Services {
  const deps = benchDeps();
  const emit = (_event: CoreEvent): void => {};
  const base = {
    deps,
    session: new Session(),
    files: new FileStore(deps.paths.scratch, deps.newUid),
    tasks: new Tasks(emit, deps.newUid),
    localState: new LocalState(deps.paths.config),
    names: new NamesInMemory(),
    emit,
  };
  return { ...base, mutate: (label, method, work) => mutate(base, label, method, work) };
}
