import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { doOrBeRefused, everyKindOfWork } from '#test/support/random-work.ts';
import { studyToWorkOn } from '#test/support/study-to-work-on.ts';

const work = fc.record({
  kind: fc.nat(everyKindOfWork.length - 1),
  choice: fc.tuple(fc.nat(500), fc.nat(500)),
});

test('after any work, all of it can be undone, and redone after a restart, to exactly what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 140, maxLength: 160 }), async (steps) => {
      const study = await studyToWorkOn();
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
