import { expect, test } from 'vitest';
import { coalesced } from '#renderer/api/coalesced.ts';

test('many calls while one run is under way make one more run, and everybody waits for it', async () => {
  let runs = 0;
  let seen = 0;
  let stored = 0;
  const read = coalesced(async () => {
    runs += 1;
    const value = stored;
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen = value;
  });
  const calls: Promise<void>[] = [];
  for (let change = 1; change <= 100; change += 1) {
    stored = change;
    calls.push(read());
  }
  await Promise.all(calls);
  expect(seen).toBe(100);
  expect(runs).toBe(2);
});

test('after a failure the next call runs again', async () => {
  let fails = true;
  const read = coalesced(async () => {
    if (fails) throw new Error('not now');
  });
  await expect(read()).rejects.toThrow('not now');
  fails = false;
  await expect(read()).resolves.toBeUndefined();
});
