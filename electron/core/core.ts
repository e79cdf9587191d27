import fs from 'node:fs';
import type { Client } from '#shared/contract/api.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { CallResult } from '#shared/contract/host.ts';
import { NamesInMemory } from '#electron/pseudonyms/open-names.ts';
import { LocalState } from '#electron/settings/local-state.ts';
import { Tasks } from '#electron/tasks/tasks.ts';
import type { Deps } from './deps.ts';
import { dispatch, mutate, type Caller } from './dispatch.ts';
import { FileStore } from './file-store.ts';
import { registry } from './registry.ts';
import type { Services } from './services.ts';
import { Session } from './session.ts';

export interface Core {
  /** The door, for hosts. Never throws: refusals are values. */
  call(caller: Caller, method: string, input: unknown): Promise<CallResult>;
  /** The same door as a typed client, for the command line and the tests. Refusals are thrown. */
  client(caller: Caller): Client;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  readonly files: FileStore;
  /** Closes the project and removes the scratch space. Nothing is pending: every change was saved when it was made. */
  close(): void;
}

/** What every host starts. */
export function createCore(deps: Deps): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent): void => listeners.forEach((listener) => listener(event));
  fs.mkdirSync(deps.paths.scratch, { recursive: true });

  const base = {
    deps,
    session: new Session(),
    files: new FileStore(deps.paths.scratch, deps.newUid),
    tasks: new Tasks(emit, deps.newUid),
    localState: new LocalState(deps.paths.config),
    names: new NamesInMemory(),
    emit,
  };
  const services: Services = { ...base, mutate: (label, method, work) => mutate(base, label, method, work) };
  const call = (caller: Caller, method: string, input: unknown): Promise<CallResult> =>
    dispatch(services, registry, caller, method, input);

  return {
    call,
    client: (caller) => createClient((method, input) => call(caller, method, input)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: base.files,
    close() {
      void base.tasks.cancelAll();
      base.session.end();
      fs.rmSync(deps.paths.scratch, { recursive: true, force: true });
    },
  };
}
