import type { CoreEvent } from '#shared/contract/events.ts';
import type { LocalState } from '#electron/settings/local-state.ts';
import type { NamesInMemory } from '#electron/pseudonyms/open-names.ts';
import type { Tasks } from '#electron/tasks/tasks.ts';
import type { Deps } from './deps.ts';
import type { FileStore } from './file-store.ts';
import type { MutationContext } from './handlers.ts';
import type { Session } from './session.ts';

/** What commands work with. Queries and mutations get only the project. */
export interface Services {
  readonly deps: Deps;
  readonly session: Session;
  readonly files: FileStore;
  readonly tasks: Tasks;
  readonly localState: LocalState;
  readonly names: NamesInMemory;
  emit(event: CoreEvent): void;
  /** One journalled transaction on the open project: for commands that also change it, such as creating a project. */
  mutate<Value>(label: string, method: string, work: (context: MutationContext) => Value): Value;
}
