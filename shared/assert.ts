/** Reached only when a union has grown and this switch has not: the compiler reports it first. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled value: ${JSON.stringify(value)}`);
}

/** States something that the code around it guarantees; a failure is a bug in Crosscase, not in the input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** The value, when the code around it guarantees that there is one. `why` says what guarantees it. */
export function must<T>(value: T | null | undefined, why: string): T {
  invariant(value !== null && value !== undefined, why);
  return value;
}
