import * as fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { doOrBeRefused, everyKindOfWork } from '#test/support/random-work.ts';
import { REPOSITORY, startStudy, type TestCore } from '#test/support/test-core.ts';

/** Three interviews, a codebook, an attribute and a matrix: something to work on. */
async function beginStudy(): Promise<TestCore> {
  const study = await startStudy();
  const { api, offer } = study;
  const data = path.join(REPOSITORY, 'electron/sample-study/data');
  const table = offer('participants.csv', fs.readFileSync(path.join(data, 'participants.csv')));
  const { keyColumn, columns } = await api.participants.previewCsv({ file: table });
  await api.participants.importCsv({ file: table, keyColumn, columns: [...columns] });
  const items = ['T01', 'T05', 'T14'].map((code) => ({
    file: offer(`${code}.txt`, fs.readFileSync(path.join(data, 'transcripts', `${code}.txt`))),
    title: code,
    participantCode: code,
  }));
  await api.transcripts.import({ items });
  await api.codebook.importTemplate({ template: (await api.codebook.templates({}))[0]!.id });
  const codes = await api.codebook.list({});
  const columnsOfMatrix = codes.slice(0, 5).map(({ id, name }) => ({ title: name, codeIds: [id] }));
  await api.matrices.create({ name: 'Matrix', columns: columnsOfMatrix });
  // Somebody to be compared with.
  const [anna] = await api.project.coders({});
  const ben = await api.project.addCoder({ name: 'Ben' });
  await api.project.chooseCoder({ coderId: ben.id });
  for (const { id, versionId } of await api.transcripts.list({})) {
    const [turn] = (await api.transcripts.get({ id })).turns.slice(1);
    await api.coding.apply({ versionId, start: turn!.start, end: turn!.end, codeIds: [codes[3]!.id] });
    await api.coding.markFinished({ transcriptId: id });
  }
  await api.project.chooseCoder({ coderId: anna!.id });
  return study;
}

const work = fc.record({
  kind: fc.nat(everyKindOfWork.length - 1),
  choice: fc.tuple(fc.nat(500), fc.nat(500)),
});

test('after any work, all of it can be undone, and redone after a restart, to exactly what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 140, maxLength: 160 }), async (steps) => {
      const study = await beginStudy();
      const { path: file } = (await study.api.project.current({}))!;
      const begun = (await study.api.history.list({ limit: 1 })).entries[0]!.id;
      const before = dumpProject(file);
      for (const { kind, choice } of steps) await doOrBeRefused(everyKindOfWork[kind]!, study, choice);
      const after = dumpProject(file);
      const done = (await study.api.history.list({ limit: 500 })).entries.filter(
        ({ id }) => id > begun,
      ).length;
      expect(done).toBeGreaterThanOrEqual(50);

      for (let count = 0; count < done; count += 1) await study.api.history.undo({});
      expect(dumpProject(file)).toEqual(before);

      const restarted = study.restart();
      await restarted.api.project.open({ path: file });
      for (let count = 0; count < done; count += 1) await restarted.api.history.redo({});
      expect(dumpProject(file)).toEqual(after);
      expect((await restarted.api.project.check({})).problems).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 180_000);
