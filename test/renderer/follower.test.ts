import { expect, test } from 'vitest';
import type { ChangedRow } from '#shared/contract/events.ts';
import { Follower } from '#renderer/api/follower.ts';

const row = (id: number): ChangedRow => ({ table: 'matrix_cell', id, op: 'update' });
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A list of ids that follows changes by appending; every answer is given by hand. */
function following() {
  const shown: (readonly number[])[] = [];
  const failures: unknown[] = [];
  const loads: PromiseWithResolvers<readonly number[]>[] = [];
  const follows: (PromiseWithResolvers<readonly number[] | null> & { ids: readonly number[] })[] = [];
  const follower = new Follower<readonly number[]>(
    {
      load() {
        const answer = Promise.withResolvers<readonly number[]>();
        loads.push(answer);
        return answer.promise;
      },
      follow(_, changes) {
        const answer = Promise.withResolvers<readonly number[] | null>();
        follows.push({ ...answer, ids: changes.map(({ id }) => id) });
        return answer.promise;
      },
    },
    (value) => shown.push(value),
    (error) => failures.push(error),
  );
  return { follower, shown, failures, loads, follows };
}

test('a change of a few rows is followed, and what comes meanwhile is followed together', async () => {
  const { follower, shown, loads, follows } = following();
  follower.reload();
  loads[0]?.resolve([1]);
  await settled();
  follower.changed([row(1)]);
  follower.changed([row(2)]);
  follower.changed([row(3), row(4)]);
  expect(follows.map(({ ids }) => ids)).toEqual([[1]]);
  follows[0]?.resolve([1, 10]);
  await settled();
  expect(follows.map(({ ids }) => ids)).toEqual([[1], [2, 3, 4]]);
  follows[1]?.resolve([1, 10, 20]);
  await settled();
  expect(shown).toEqual([[1], [1, 10], [1, 10, 20]]);
  expect(loads).toHaveLength(1);
});

test.each([
  ['cannot be followed', (answer: { resolve(value: null): void }) => answer.resolve(null)],
  ['fails', (answer: { reject(error: Error): void }) => answer.reject(new Error('no'))],
])('a change that %s loads the whole', async (_, settle) => {
  const { follower, shown, failures, loads, follows } = following();
  follower.reload();
  loads[0]?.resolve([1]);
  await settled();
  follower.changed([row(1)]);
  const [first] = follows;
  if (first !== undefined) settle(first);
  await settled();
  expect(loads).toHaveLength(2);
  loads[1]?.resolve([2]);
  await settled();
  expect(shown).toEqual([[1], [2]]);
  expect(failures).toEqual([]);
});

test('rows without names, very many, and changes while the whole is loaded, load the whole', async () => {
  const { follower, shown, loads, follows } = following();
  follower.reload();
  // While loading: the answer on its way may be older than this change.
  follower.changed([row(1)]);
  loads[0]?.resolve([0]);
  loads[1]?.resolve([1]);
  await settled();
  expect(shown).toEqual([[1]]);
  follower.changed(null);
  loads[2]?.resolve([2]);
  await settled();
  follower.changed(Array.from({ length: 501 }, (_, id) => row(id)));
  loads[3]?.resolve([3]);
  await settled();
  expect(shown).toEqual([[1], [2], [3]]);
  expect(follows).toEqual([]);
});

test('an answer that was overtaken, or that nobody waits for any more, is dropped', async () => {
  const { follower, shown, loads, follows } = following();
  follower.reload();
  loads[0]?.resolve([1]);
  await settled();
  follower.changed([row(1)]);
  follower.reload();
  follows[0]?.resolve([9]);
  await settled();
  expect(shown).toEqual([[1]]);
  loads[1]?.resolve([2]);
  await settled();
  follower.changed([row(2)]);
  follower.stop();
  follows[1]?.resolve([8]);
  await settled();
  expect(shown).toEqual([[1], [2]]);
});

test('what cannot be loaded is told', async () => {
  const { follower, failures, loads } = following();
  follower.reload();
  const error = new Error('gone');
  loads[0]?.reject(error);
  await settled();
  expect(failures).toEqual([error]);
});
