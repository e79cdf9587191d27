import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import type { CodeId } from '#shared/ids.ts';
import { startCodedCases, type CodingPlan } from '#test/matrices/coded-cases.ts';
import { dumpProject } from '#test/support/dump-project.ts';

const anywhere = fc.record<CodingPlan>({
  at: fc.nat(3),
  version: fc.constant(1),
  code: fc.nat(4),
  layer: fc.constantFrom(0, 1),
  start: fc.nat(30),
});
/** One coding of a code on a passage of a layer. */
const plans = fc.uniqueArray(anywhere, {
  maxLength: 40,
  selector: ({ at, code, layer, start }) => [at, code, layer, start].join(),
});

/** Pairs of one layer and transcript whose codes are both among these and that share a sign, counted one by one. */
function countPairs(plan: readonly CodingPlan[], members: readonly number[], layer: 0 | 1): number {
  const inDomain = plan.filter((coding) => coding.layer === layer && members.includes(coding.code));
  let pairs = 0;
  for (const [index, one] of inDomain.entries())
    for (const other of inDomain.slice(index + 1))
      if (one.at === other.at && one.code !== other.code && Math.abs(one.start - other.start) < 8) pairs += 1;
  return pairs;
}

test('lists every passage that breaks a domain, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.uniqueArray(fc.nat(4), { minLength: 2 }), async (plan, members) => {
      const { api, codes } = await startCodedCases(plan);
      const found = await api.codebook.domainConflicts({ codeIds: members.map((code) => codes[code]!) });
      expect([found.ownTotal, found.others]).toEqual([
        countPairs(plan, members, 0),
        countPairs(plan, members, 1),
      ]);
      expect(found.own.length).toBe(Math.min(200, found.ownTotal));
    }),
    { numRuns: 15 },
  );
});

const at = (code: number, layer: 0 | 1, start: number): CodingPlan => ({
  at: 0,
  version: 1,
  code,
  layer,
  start,
});

async function domainOf(api: Client, ...codeIds: readonly CodeId[]): Promise<void> {
  await api.codebook.saveDomain({ name: `Domain of ${codeIds.join()}`, codeIds: [...codeIds] });
}

test('a merge shows which passages would break a domain, and is refused until that is allowed', async () => {
  // Time (1) and Ties (4) exclude each other. Rewards (3) stands where Ties stands: once of Anna, once of Bram.
  const { api, codes, path, codings } = await startCodedCases([
    at(4, 0, 0),
    at(3, 0, 4),
    at(4, 1, 20),
    at(3, 1, 20),
    at(3, 0, 60),
  ]);
  const [, time, , rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  await domainOf(api, time, ties);
  const preview = await api.codebook.mergePreview({ id: rewards, into: time });
  expect(preview.domains).toEqual([]);
  expect(preview.conflicts).toEqual({
    own: [
      {
        codingId: codings[1],
        codeId: rewards,
        otherCodeId: ties,
        transcriptId: 1,
        source: 'T10 · Interview 0',
        quotation: 'osts',
      },
    ],
    ownTotal: 1,
    others: 1,
  });
  const before = dumpProject(path);
  await expect(api.codebook.merge({ id: rewards, into: time })).rejects.toMatchObject({
    code: 'merge-exclusive',
    detail: { into: 'Time', passages: 2 },
  });
  expect(dumpProject(path)).toEqual(before);
  await api.codebook.merge({ id: rewards, into: time, allowConflicts: true });
  expect(await api.codebook.domainConflicts({ codeIds: [time, ties] })).toMatchObject({
    ownTotal: 1,
    others: 1,
  });
  await api.history.undo({});
  expect((await api.codebook.domainConflicts({ codeIds: [time, ties] })).ownTotal).toBe(0);
});

test('the code that stays takes over the domains of the one that goes', async () => {
  const { api, codes } = await startCodedCases([at(4, 0, 0), at(1, 0, 4)]);
  const [, time, evenings, rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  await domainOf(api, rewards, ties);
  await domainOf(api, rewards, evenings, time);
  const preview = await api.codebook.mergePreview({ id: rewards, into: time });
  // Of the second domain both are members: nothing is taken over there, and nothing new can break it.
  expect(preview.domains).toHaveLength(1);
  expect(preview.conflicts.ownTotal).toBe(1);
  await api.codebook.merge({ id: rewards, into: time, allowConflicts: true });
  const domains = await api.codebook.domains({});
  const members = domains.map(({ codeIds }) => new Set(codeIds));
  expect(members).toHaveLength(2);
  expect(members).toContainEqual(new Set([time, ties]));
  expect(members).toContainEqual(new Set([evenings, time]));
});

test('a merge that breaks nothing new asks nothing', async () => {
  // Both codes are in the domain and share a passage already.
  const { api, codes } = await startCodedCases([at(4, 0, 0), at(3, 0, 4)]);
  await domainOf(api, codes[3]!, codes[4]!);
  expect((await api.codebook.mergePreview({ id: codes[3]!, into: codes[4]! })).conflicts.ownTotal).toBe(0);
  await api.codebook.merge({ id: codes[3]!, into: codes[4]! });
});
