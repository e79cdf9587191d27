import type { Contract, InputOf, Method, OutputOf } from '#shared/contract/method.ts';
import type { CoderId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import type { z } from 'zod';
import type { Services } from './services.ts';

export interface QueryContext {
  readonly db: ReadableDb;
  /** Who sits at the machine, or null when nobody was chosen yet. */
  readonly coderId: CoderId | null;
}

export interface MutationContext {
  /** The whole project, whatever the coder may see of it: what is removed must go from every layer. */
  readonly db: WritableDb;
  /** What the coder may see, as it was before this change: for counts that are told. */
  readonly visible: ReadableDb;
  readonly coderId: CoderId | null;
  /** The coder, for what only a coder can do. Throws `no-coder`. */
  requireCoder(): CoderId;
  now(): string;
  newUid(): string;
  /** Names the change in the history more precisely than the contract can: `Rename “Time” to “Hours”`. */
  label(text: string): void;
  /**
   * For text that is saved while it is typed: pieces with the same key, by the same coder, with nothing else in between
   * and within a minute of each other, become one step of undo.
   */
  typing(key: string): void;
}

export type PrepareContext = Pick<Services, 'files' | 'deps' | 'tasks'> & { readonly db: ReadableDb };

export type QueryHandler<Input, Output> = (context: QueryContext, input: Input) => Output;
export type MutationHandler<Input, Output> = (context: MutationContext, input: Input) => Output;
export type CommandHandler<Input, Output> = (services: Services, input: Input) => Output | Promise<Output>;

/** A mutation that must wait first (read a file). `prepare` touches no table; what it returns runs in the transaction. */
export interface PreparedMutation<Input, Output> {
  prepare(context: PrepareContext, input: Input): Promise<(context: MutationContext) => Output>;
}

export function prepared<Input, Prepared, Output>(
  prepare: (context: PrepareContext, input: Input) => Promise<Prepared>,
  apply: (context: MutationContext, value: Prepared, input: Input) => Output,
): PreparedMutation<Input, Output> {
  return {
    async prepare(context, input) {
      const value = await prepare(context, input);
      return (mutationContext) => apply(mutationContext, value, input);
    },
  };
}

export type HandlerOf<M> =
  M extends Method<'query', z.ZodType, unknown>
    ? QueryHandler<InputOf<M>, OutputOf<M>>
    : M extends Method<'mutation', z.ZodType, unknown>
      ? MutationHandler<InputOf<M>, OutputOf<M>> | PreparedMutation<InputOf<M>, OutputOf<M>>
      : M extends Method<'command', z.ZodType, unknown>
        ? CommandHandler<InputOf<M>, OutputOf<M>>
        : never;

/** One handler for every method of a contract: a method without one does not compile. */
export type HandlersOf<C extends Contract> = { readonly [Name in keyof C]: HandlerOf<C[Name]> };
