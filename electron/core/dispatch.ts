import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { CallResult } from '#shared/contract/host.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { diskProblem } from '#electron/database/sqlite-errors.ts';
import { record } from '#electron/history/journal.ts';
import type {
  CommandHandler,
  MutationContext,
  MutationHandler,
  PreparedMutation,
  QueryHandler,
} from './handlers.ts';
import type { Services } from './services.ts';

/** Who calls. A host establishes it (sender of an IPC message, cookie of a request); the door refuses what is not trusted. */
export interface Caller {
  readonly host: 'desktop' | 'web' | 'cli' | 'test';
  readonly trusted: boolean;
}

export interface Entry {
  readonly method: AnyMethod;
  readonly handler: unknown;
}

export type Registry = ReadonlyMap<string, Entry>;

/**
 * The one door. Every call of every host: find the method, check the caller, parse the input, run the handler
 * (in a journalled transaction if it is a mutation), turn whatever is thrown into a value.
 */
export async function dispatch(
  services: Services,
  registry: Registry,
  caller: Caller,
  name: string,
  input: unknown,
): Promise<CallResult> {
  try {
    const entry = registry.get(name);
    if (entry === undefined) throw new AppError('unknown-method', { method: name });
    if (!caller.trusted)
      throw new AppError('not-allowed', { reason: 'This window was not opened by Crosscase.' });
    return { ok: true, value: await run(services, entry, name, parse(entry.method, input)) };
  } catch (error) {
    const known = toAppError(error, services.session.file?.path);
    if (known.code === 'project-damaged') services.session.file?.doubt();
    if (known.code === 'internal') services.deps.log(`${name} failed`, error);
    return { ok: false, error: known.toWire() };
  }
}

function parse(method: AnyMethod, input: unknown): unknown {
  const result = method.input.safeParse(input);
  if (result.success) return result.data;
  throw new AppError('bad-input', { problems: result.error.issues.map(describeIssue) });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? `${issue.message}.` : `${issue.path.join('.')}: ${issue.message}.`;
}

// The registry pairs each method with the handler that its contract asked for (see registry.ts), but a heterogeneous map
// cannot say so to the compiler: hence the three casts here, and nowhere else.
async function run(
  services: Services,
  { method, handler }: Entry,
  name: string,
  input: unknown,
): Promise<unknown> {
  switch (method.kind) {
    case 'command':
      return logged(services, name, await (handler as CommandHandler<unknown, unknown>)(services, input));
    case 'query': {
      const { readable } = services.session.requireProject();
      return (handler as QueryHandler<unknown, unknown>)(
        { db: readable, coderId: services.session.actor.coderId },
        input,
      );
    }
    case 'mutation': {
      const { readable } = services.session.requireProject();
      const mutation = handler as MutationHandler<unknown, unknown> | PreparedMutation<unknown, unknown>;
      if (typeof mutation === 'function') {
        return services.mutate(method.label, name, (context) => mutation(context, input));
      }
      const { files, deps, tasks } = services;
      const apply = await mutation.prepare({ files, deps, tasks, db: readable }, input);
      return services.mutate(method.label, name, apply);
    }
  }
}

/** Whatever makes a file for a person to keep leaves a line on this machine: a copy of the study, or of a part of it. */
function logged({ session, localState, deps }: Services, method: string, made: unknown): unknown {
  const uid = session.project?.uid ?? '';
  if (uid !== '' && isExportedFile(made))
    localState.logExport(uid, { at: deps.now(), name: made.name, method });
  return made;
}

function isExportedFile(made: unknown): made is ExportedFile {
  return (
    typeof made === 'object' &&
    made !== null &&
    'file' in made &&
    'bytes' in made &&
    'name' in made &&
    typeof made.name === 'string'
  );
}

/** One journalled transaction, and the announcement of what it changed. */
export function mutate<Value>(
  services: Omit<Services, 'mutate'>,
  label: string,
  method: string,
  work: (context: MutationContext) => Value,
): Value {
  const { session, deps } = services;
  const project = session.requireProject();
  const at = deps.now();
  const { actor } = session;
  let spoken = label;
  let typingKey: string | null = null;
  const context: MutationContext = {
    db: project.writable,
    visible: project.readable,
    coderId: actor.coderId,
    requireCoder() {
      if (actor.coderId === null) throw new AppError('no-coder', {});
      return actor.coderId;
    },
    now: () => at,
    newUid: deps.newUid,
    label(text) {
      spoken = text;
    },
    typing(key) {
      typingKey = key;
    },
  };
  const { value, recorded } = record(project.file.connection, { at, method, actor }, () => ({
    value: work(context),
    label: spoken,
    typingKey,
  }));
  if (recorded !== null) services.emit({ type: 'changed', ...recorded });
  return value;
}

function toAppError(error: unknown, projectPath: string | undefined): AppError {
  if (error instanceof AppError) return error;
  const ofDisk = projectPath === undefined ? null : diskProblem(error, projectPath);
  if (ofDisk !== null) return ofDisk;
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    return new AppError('disk-full', {}, { cause: error });
  }
  return new AppError(
    'internal',
    { message: error instanceof Error ? error.message : String(error) },
    { cause: error },
  );
}
