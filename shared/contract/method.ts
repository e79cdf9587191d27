import type { z } from 'zod';

/**
 * - `query` reads the open project and cannot write.
 * - `mutation` changes the open project: one transaction, journalled, undoable.
 * - `command` is neither: opening a file, exporting, cancelling a task.
 */
export type MethodKind = 'query' | 'mutation' | 'command';

export interface Method<Kind extends MethodKind, Input extends z.ZodType, Output> {
  readonly kind: Kind;
  /** What the history shows when the handler does not say it more precisely. */
  readonly label: string;
  readonly input: Input;
  /** Type only: outputs are made by our own core and are not parsed again. */
  readonly output?: Output;
}

export type AnyMethod = Method<MethodKind, z.ZodType, unknown>;
export type Contract = Readonly<Record<string, AnyMethod>>;

export type InputOf<M extends AnyMethod> = z.infer<M['input']>;
/** What a caller may write: defaults can be left out. */
export type CallInputOf<M extends AnyMethod> = z.input<M['input']>;
export type OutputOf<M extends AnyMethod> =
  M extends Method<MethodKind, z.ZodType, infer Output> ? Output : never;

export function query<Input extends z.ZodType>(input: Input) {
  return { returns: <Output>(): Method<'query', Input, Output> => ({ kind: 'query', label: '', input }) };
}

export function mutation<Input extends z.ZodType>(label: string, input: Input) {
  return { returns: <Output>(): Method<'mutation', Input, Output> => ({ kind: 'mutation', label, input }) };
}

export function command<Input extends z.ZodType>(input: Input) {
  return { returns: <Output>(): Method<'command', Input, Output> => ({ kind: 'command', label: '', input }) };
}
