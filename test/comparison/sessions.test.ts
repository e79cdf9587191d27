import { expect, test, vi } from 'vitest';
import { must } from '#shared/assert.ts';
import type { SessionId } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCore } from '#test/support/test-core.ts';
import { startComparedStudy, type ComparedStudy } from './compared-study.ts';

async function twoCoders(): Promise<{ readonly study: ComparedStudy; readonly id: SessionId }> {
  const study = await startComparedStudy();
  await study.code(0, 0, 'It costs time.', 'Time');
  await study.code(1, 0, 'It costs time', 'Time');
  await study.code(0, 0, 'I trust them', 'Trust');
  await study.code(1, 0, 'I trust them', 'Ideas');
  await study.code(0, 0, 'It gives me ideas', 'Ideas');
  await study.code(1, 0, 'It gives me ideas', 'Ideas');
  await study.code(1, 0, 'More time', 'Time');
  await study.code(0, 0, 'It costs nothing.', 'Time');
  await study.finish(0, 0);
  await study.finish(1, 0);
  await study.finish(0, 1);
  const id = await study.api.comparison.create({
    name: 'Round 1',
    coders: [{ coderId: study.coders[0]! }, { coderId: study.coders[1]! }],
    transcriptIds: [...study.transcripts],
  });
  return { study, id };
}

test('nothing is shown before comparing begins, and only what all have finished is compared', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await expect(api.comparison.differences({ id })).rejects.toMatchObject({ code: 'not-frozen' });
  await expect(api.comparison.agreement({ id })).rejects.toMatchObject({ code: 'not-frozen' });
  await api.comparison.begin({ id });
  const report = await api.comparison.agreement({ id });
  expect(report.transcripts.map(({ title }) => title)).toEqual(['P1']);
  expect(report.leftOut).toEqual([{ title: 'P2', missing: ['Ben'] }]);
  expect(report.codebook).toBe('version 1 (at the start of Round 1)');
});

test('every kind of difference is found, with what each coder gave', async () => {
  const { study, id } = await twoCoders();
  await study.api.comparison.begin({ id });
  const { differences, agreed, codes } = await study.api.comparison.differences({ id });
  const nameOf = (uid: string) => codes.find((code) => code.uid === uid)!.name;
  expect(
    differences.map(({ kind, quotation, codeUids, sides }) => [
      kind,
      quotation,
      codeUids.map(nameOf).toSorted().join('/'),
      sides.map((side) => side.length).join(' '),
    ]),
  ).toEqual([
    ['boundary', 'It costs time.', 'Time', '1 1'],
    ['other code', 'I trust them', 'Ideas/Trust', '1 1'],
    ['only some', 'It costs nothing.', 'Time', '1 0'],
    ['only some', 'More time', 'Time', '0 1'],
  ]);
  expect(agreed).toBe(1);
});

test('settling fills the consensus layer, leaves the coders’ own work, and never touches the figures', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await api.comparison.begin({ id });
  const before = await api.comparison.agreement({ id });
  const own = (await api.coding.ofTranscript({ transcriptId: study.transcripts[0]! })).length;
  const [boundary, code, onlyA, onlyB] = (await api.comparison.differences({ id })).differences;
  await api.comparison.decide({
    id,
    difference: boundary!.key,
    outcome: 'one coder',
    position: 1,
    reason: 'no dot',
    proposedBy: 0,
  });
  await api.comparison.decide({ id, difference: code!.key, outcome: 'all', proposedBy: 1 });
  await api.comparison.decide({ id, difference: onlyA!.key, outcome: 'neither' });
  await api.comparison.decide({ id, difference: onlyB!.key, outcome: 'unresolved', reason: 'ask Cleo' });

  const { discussion, differences } = await api.comparison.differences({ id });
  expect(discussion).toMatchObject({
    differences: 4,
    settled: 3,
    unresolved: 1,
    open: 0,
    before: 1 / 5,
    after: 4 / 5,
  });
  expect(discussion.byCoder).toEqual([
    { proposed: 1, stood: 0, yielded: 2 },
    { proposed: 1, stood: 1, yielded: 0 },
  ]);
  expect(differences[0]!.decision).toMatchObject({
    outcome: 'one coder',
    position: 1,
    reason: 'no dot',
    yielded: [0],
  });

  const layers = await api.coding.layers({});
  const consensus = must(
    layers.find(({ name }) => name === 'Consensus: Round 1'),
    'the consensus layer',
  );
  const codings = await api.coding.ofTranscript({ transcriptId: study.transcripts[0]! });
  // One agreed from the start, one boundary, two codes on one text.
  expect(codings.filter(({ layerId }) => layerId === consensus.id)).toHaveLength(4);
  expect(codings.filter(({ layerId }) => layerId !== consensus.id)).toHaveLength(own - 1);

  // Later changes and consensus do not alter what was measured; the live figures do not see the consensus layer either.
  await study.code(0, 0, 'We talk a lot.', 'Ideas');
  await api.history.undo({});
  expect(await api.comparison.agreement({ id })).toEqual(before);
  const live = await api.agreement.between({ coderIds: study.coders.slice(0, 2) });
  expect(live.result.groups[0]!.variables).toEqual(before.result.groups[0]!.variables);
  await expect(
    api.coding.remove({ ids: [codings.find(({ layerId }) => layerId === consensus.id)!.id] }),
  ).rejects.toMatchObject({ code: 'not-your-coding' });
});

test('a consensus doubles no count of what coders coded; it is counted where it is asked for', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  const ideas = must(
    (await api.codebook.list({})).find(({ name }) => name === 'Ideas'),
    'Ideas',
  );
  const matrixId = await api.matrices.create({
    name: 'Matrix',
    columns: [{ title: 'Ideas', codeIds: [ideas.id] }],
  });
  const counts = async (layerIds: number[] = []) => {
    const { cells } = await api.matrices.get({ id: matrixId });
    const { total } = await api.retrieval.find({ query: { codes: { ids: [ideas.id] }, layerIds } });
    return {
      codebook: (await api.codebook.list({})).find(({ name }) => name === 'Ideas')?.codings,
      matrix: cells.map(({ count }) => count),
      found: total,
    };
  };
  const before = await counts();
  expect(before).toEqual({ codebook: 3, matrix: [3], found: 3 });
  await api.comparison.begin({ id });
  expect(await counts()).toEqual(before);
  const consensus = must(
    (await api.coding.layers({})).find(({ name }) => /Consensus/.test(name)),
    'a layer',
  );
  expect((await counts([consensus.id])).found).toBe(1);
});

test('a decision can be changed, taken back and undone', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await api.comparison.begin({ id });
  const dump = async () => dumpProject((await api.project.current({}))!.path);
  const start = await dump();
  const [boundary] = (await api.comparison.differences({ id })).differences;
  await api.comparison.decide({ id, difference: boundary!.key, outcome: 'one coder', position: 0 });
  await api.comparison.decide({ id, difference: boundary!.key, outcome: 'all' });
  await api.history.undo({});
  await api.history.undo({});
  expect(await dump()).toEqual(start);
  await api.comparison.decide({ id, difference: boundary!.key, outcome: 'one coder', position: 0 });
  await api.comparison.takeBack({ id, difference: boundary!.key });
  expect((await api.comparison.differences({ id })).differences[0]!.decision).toBeNull();
  expect((await api.comparison.differences({ id })).discussion.settled).toBe(0);
});

test('text that was discussed is refused for a new round, and is not drawn', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await study.finish(1, 1);
  await api.comparison.begin({ id });
  const coders = study.coders.slice(0, 2).map((coderId) => ({ coderId }));
  await expect(
    api.comparison.create({ name: 'Round 2', coders, transcriptIds: [study.transcripts[0]!] }),
  ).rejects.toMatchObject({ code: 'text-discussed', detail: { title: 'P1', session: 'Round 1' } });
  expect((await api.comparison.draw({ count: 5, seed: 1 })).transcriptIds).toEqual([]);
});

test('drift: a later check on new text is a round of its own, beside the first; only the codes that were chosen', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await api.comparison.begin({ id });
  await api.comparison.agreement({ id });
  await study.code(0, 1, 'It costs time.', 'Time');
  await study.code(1, 1, 'It costs time.', 'Time');
  await study.code(1, 1, 'I trust them', 'Ideas');
  await study.finish(1, 1);
  const { codes } = await api.comparison.choices({});
  expect(codes.map(({ name }) => name)).toEqual(['Time', 'Trust', 'Ideas']);
  const coders = study.coders.slice(0, 2).map((coderId) => ({ coderId }));
  // What was discussed is no new text, for a drift check as for any.
  await expect(
    api.comparison.create({ name: 'D', kind: 'drift', coders, transcriptIds: [study.transcripts[0]!] }),
  ).rejects.toMatchObject({ code: 'text-discussed' });
  const drift = await api.comparison.create({
    name: 'A year later',
    kind: 'drift',
    coders,
    transcriptIds: [study.transcripts[1]!],
    codes: [must(codes[0], 'Time').uid],
  });
  await api.comparison.begin({ id: drift });
  const { result } = await api.comparison.agreement({ id: drift });
  const variables = result.groups[0]!.variables.filter(({ kind }) => kind === 'code');
  expect(
    variables.map(({ name, percent, alpha }) => [name, percent.figure.value, alpha.figure.value]),
  ).toEqual([['Time', 1, 1]]);
  // In one transcript alone, a code says what it says of all.
  const [alone] = result.groups[0]!.byTranscript;
  expect(alone?.codes).toMatchObject([{ percent: { value: 1 }, alpha: { value: 1 }, binaryU: { value: 1 } }]);
  const trend = await api.comparison.trend({});
  expect(trend.sessions.map(({ name, kind, round }) => [name, kind, round])).toEqual([
    ['Round 1', 'round', 1],
    ['A year later', 'drift', 2],
  ]);
  expect(trend.codes.find(({ name }) => name === 'Time')?.points).toHaveLength(2);
});

test('measuring is cancelled: nothing is kept, and it can be asked for again', async () => {
  const { api, events } = startCore();
  await api.project.createSample({});
  const coders = (await api.project.coders({})).map(({ id }) => ({ coderId: id }));
  const ids = (await api.transcripts.list({}))
    .filter(({ finishedBy }) => finishedBy.length === coders.length)
    .map(({ id }) => id);
  const id = await api.comparison.create({ name: 'All', coders, transcriptIds: ids });
  await api.comparison.begin({ id });
  events.length = 0;
  const refused = expect(api.comparison.agreement({ id })).rejects.toMatchObject({ code: 'cancelled' });
  const task = await vi.waitUntil(() => events.find((event) => event.type === 'task'), { interval: 1 });
  await api.tasks.cancel({ taskId: task.id });
  await refused;
  expect((await api.comparison.trend({})).sessions).toEqual([]);
  expect((await api.comparison.agreement({ id })).coders).toHaveLength(coders.length);
});

test('earlier codings of one coder can be held against later ones', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await api.comparison.begin({ id });
  await study.code(0, 0, 'And less paper.', 'Trust');
  const again = await api.comparison.create({
    name: 'Anna again',
    kind: 'same coder',
    coders: [{ coderId: study.coders[0]!, earlierId: id }, { coderId: study.coders[0]! }],
    transcriptIds: [study.transcripts[0]!],
  });
  await api.comparison.begin({ id: again });
  const { coders, differences, agreed } = await api.comparison.differences({ id: again });
  expect(coders).toEqual(['Anna (Round 1)', 'Anna']);
  expect(differences.map(({ kind, quotation }) => [kind, quotation])).toEqual([
    ['only some', 'And less paper.'],
  ]);
  expect(agreed).toBe(4);
  const { result } = await api.comparison.agreement({ id: again });
  const figure = (name: string) =>
    result.groups[0]!.variables.find((one) => one.kind === 'code' && one.name === name)?.percent.figure.value;
  // Three turns of the interviewee; in the last of them Trust came only later.
  expect([figure('Time'), figure('Trust')]).toEqual([1, 2 / 3]);
  await expect(api.comparison.remove({ id })).rejects.toMatchObject({ code: 'session-needed' });
  await api.comparison.remove({ id: again });
  await api.comparison.remove({ id });
  expect(await api.comparison.sessions({})).toEqual([]);
  expect((await api.coding.layers({})).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cleo']);
});

test('a change of the codebook is kept with the differences that caused it, and rounds are held side by side', async () => {
  const { study, id } = await twoCoders();
  const { api } = study;
  await api.comparison.begin({ id });
  await api.comparison.agreement({ id });
  const { differences } = await api.comparison.differences({ id });
  await api.comparison.noteCodebookChange({
    id,
    codeUid: differences[0]!.codeUids[0]!,
    note: 'Say where a cost ends.',
    differences: differences.map(({ key }) => key),
  });
  const trend = await api.comparison.trend({});
  expect(trend.sessions).toMatchObject([
    { name: 'Round 1', round: 1, changes: [{ codeName: 'Time', note: 'Say where a cost ends.' }] },
  ]);
  expect(trend.codes.map(({ name }) => name)).toEqual(['Time', 'Trust', 'Ideas']);
});

test('in a blind study nothing is compared, and no number made, of text that somebody still codes', async () => {
  const { study, id } = await twoCoders();
  const { api, coders } = study;
  await api.project.setBlind({ blind: true });
  await expect(api.comparison.begin({ id })).rejects.toMatchObject({ code: 'nothing-finished' });
  const between = () => api.agreement.between({ coderIds: coders.slice(0, 2) });
  expect((await between()).transcripts).toEqual([]);
  await study.finish(2, 0);
  expect((await between()).transcripts.map(({ title }) => title)).toEqual(['P1']);
  await api.comparison.begin({ id });
  expect((await api.comparison.differences({ id })).differences).toHaveLength(4);
  await study.sit(2);
  await api.coding.unmarkFinished({ transcriptId: study.transcripts[0]! });
  expect((await api.comparison.differences({ id })).differences).toEqual([]);
  expect((await api.comparison.trend({})).sessions).toEqual([]);
});
