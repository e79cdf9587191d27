let lastWork: Promise<unknown> = Promise.resolve();

/** One thing after the other: keys are pressed faster than answers arrive, and each acts on what the last one made. */
export function inOrder<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const next = lastWork.then(work);
  lastWork = next.catch(() => undefined);
  return next;
}

/** Resolves when what was asked for until now is done and shown. */
export async function allInOrder(): Promise<void> {
  await lastWork;
}
