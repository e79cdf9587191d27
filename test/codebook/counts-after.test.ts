import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { startCodedStudy } from '#test/coding/coded-study.ts';

async function counts(api: Client): Promise<Map<CodeId, string>> {
  const codes = await api.codebook.list({});
  return new Map(codes.map(({ id, codings, ownCodings }) => [id, `${codings} ${ownCodings}`]));
}

type Step = 'code' | 'recode' | 'copy' | 'remove' | 'undo' | 'redo' | 'merge';

test('whatever is done to codings, counting the codes that were touched comes to what counting all comes to', async () => {
  const steps = constantFrom<Step>('code', 'code', 'recode', 'copy', 'remove', 'undo', 'redo', 'merge');
  await assert(
    asyncProperty(array(tuple(steps, nat(50)), { maxLength: 14 }), async (work) => {
      const study = await startCodedStudy();
      const { api, transcript } = study;
      const codeIds = Object.values(study.code);
      let held = await counts(api);
      let touched: CodingId[] = [];
      let isOfCodebook = false;
      study.core.subscribe((event) => {
        if (event.type !== 'changed') return;
        isOfCodebook ||= event.tables.includes('code');
        const rows = event.rows?.filter(({ table }) => table === 'coding') ?? [];
        touched.push(...rows.map(({ id }) => id as CodingId));
      });
      for (const [step, number] of work) {
        touched = [];
        isOfCodebook = false;
        await doIt(step, number).catch(() => undefined);
        // Undoing back to before there were codings: then the codebook is loaded anew in any case.
        if (isOfCodebook) held = await counts(api);
        if (touched.length === 0) continue;
        const after = await api.codebook.countsAfter({ codingIds: touched });
        for (const { codeId, codings, ownCodings } of after!) held.set(codeId, `${codings} ${ownCodings}`);
        expect(held).toEqual(await counts(api));
      }

      async function doIt(step: Step, number: number): Promise<unknown> {
        const codings = await api.coding.ofTranscript({ transcriptId: transcript.id });
        const coding = codings[number % Math.max(1, codings.length)];
        const codeId = codeIds[number % codeIds.length]!;
        const { versionId } = transcript;
        if (step === 'code')
          return api.coding.apply({ versionId, start: number, end: number + 3, codeIds: [codeId] });
        if (step === 'undo' || step === 'redo') return api.history[step]({});
        if (coding === undefined) return undefined;
        const ids = [coding.id];
        if (step === 'recode') return api.coding.recode({ ids, codeId });
        if (step === 'copy') return api.coding.copyToCode({ ids, codeId });
        if (step === 'remove') return api.coding.remove({ ids });
        return api.coding.mergeAdjacent({ id: coding.id });
      }
    }),
    { numRuns: 12 },
  );
});

test('says that it does not know, when the journal knows nothing of a coding', async () => {
  const { api } = await startCodedStudy();
  // An id that no coding has.
  expect(await api.codebook.countsAfter({ codingIds: [9_999] })).toBe(null);
});
