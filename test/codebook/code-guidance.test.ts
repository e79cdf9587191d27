import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CodeId } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedCases } from '#test/matrices/coded-cases.ts';
import { startStudy } from '#test/support/test-core.ts';

const plan = [
  { at: 0, version: 1, code: 1, layer: 0, start: 0 },
  { at: 1, version: 1, code: 4, layer: 0, start: 20 },
] as const;

test('keeps when to use a code, when not, and what to use instead', async () => {
  const { api } = await startStudy();
  const joy = await api.codebook.create({ parentId: null, name: 'Joy' });
  const altruism = await api.codebook.create({ parentId: null, name: 'Altruism' });
  await api.codebook.change({ id: joy, useWhen: 'Pleasure in it.', notWhen: 'Pleasure in helping.' });
  await api.codebook.change({ id: joy, insteadId: altruism, seeAlso: [altruism, joy] });
  const [first, second] = await api.codebook.list({});
  expect(first).toMatchObject({
    useWhen: 'Pleasure in it.',
    notWhen: 'Pleasure in helping.',
    insteadId: altruism,
    seeAlso: [altruism],
  });
  expect(second!.seeAlso).toEqual([joy]);
  expect((await api.history.state({})).undo).toBe('Say what to use instead of “Joy”');
  await api.codebook.change({ id: altruism, seeAlso: [] });
  expect((await api.codebook.list({}))[0]!.seeAlso).toEqual([]);
  await api.codebook.remove({ id: altruism });
  expect((await api.codebook.list({}))[0]!.insteadId).toBeNull();
  await api.history.undo({});
  expect((await api.codebook.list({}))[0]!.insteadId).toBe(altruism);
});

test('a cue keeps its language when others are added', async () => {
  const { api } = await startStudy();
  const id = await api.codebook.create({ parentId: null, name: 'Time' });
  await api.codebook.change({ id, cues: ['time', 'tijd'], cueLanguages: { tijd: 'NL' } });
  await api.codebook.change({ id, cues: ['time', 'tijd', 'hours'] });
  const [code] = await api.codebook.list({});
  expect(code).toMatchObject({ cues: ['time', 'tijd', 'hours'], cueLanguages: { tijd: 'nl' } });
});

test('an example outlives the coding that it was picked from, and finds it again', async () => {
  const { api, codes, codings } = await startCodedCases(plan);
  const time = codes[1]!;
  await api.codebook.addExample({ codeId: time, codingId: codings[0]!, kind: 'example' });
  await api.codebook.addExample({ codeId: time, codingId: codings[1]!, kind: 'near miss' });
  const examples = async () => (await api.codebook.list({})).find(({ id }) => id === time)!.examples;
  expect(await examples()).toMatchObject([
    { kind: 'example', quotation: 'It costs', source: 'T10 · Interview 0', codingId: codings[0] },
    { kind: 'near miss', source: 'T2 · Interview 1', codingId: codings[1] },
  ]);
  await api.coding.remove({ ids: [codings[0]!] });
  expect((await examples())[0]).toMatchObject({ quotation: 'It costs', codingId: null });
  await api.history.undo({});
  expect((await examples())[0]!.codingId).toBe(codings[0]);
  await api.codebook.removeExample({ id: (await examples())[0]!.id });
  expect((await examples()).map(({ kind }) => kind)).toEqual(['near miss']);
});

test('of the codes of an exclusive domain, one applies to a passage', async () => {
  const { api, codes, codings } = await startCodedCases(plan);
  const [costs, time, , rewards] = codes as [CodeId, CodeId, CodeId, CodeId];
  await api.codebook.saveDomain({ name: 'Balance', codeIds: [time, rewards] });
  const { versionId } = (await api.coding.byIds({ ids: [codings[0]!] }))[0]!;
  const apply = (start: number, end: number, codeIds: CodeId[]) =>
    api.coding.apply({ versionId, start, end, codeIds });
  await expect(apply(4, 12, [rewards])).rejects.toMatchObject({
    code: 'code-exclusive',
    detail: { domain: 'Balance', code: 'Rewards', other: 'Time', words: 'It costs' },
  });
  await expect(apply(20, 30, [time, rewards])).rejects.toMatchObject({ code: 'code-exclusive' });
  await apply(4, 12, [costs, time]);
  const [made] = await apply(20, 30, [rewards]);
  await expect(api.coding.moveEdges({ id: made!.id, start: 10, end: 30 })).rejects.toMatchObject({
    code: 'code-exclusive',
  });
  await api.coding.moveEdges({ id: made!.id, start: 18, end: 30 });

  const [domain] = await api.codebook.domains({});
  await expect(api.codebook.saveDomain({ name: 'balance', codeIds: [costs, rewards] })).rejects.toMatchObject(
    { code: 'name-taken' },
  );
  await api.codebook.removeDomain({ id: domain!.id });
  await apply(4, 12, [rewards]);
});

test('another coder is not bound by what somebody else coded', async () => {
  const { api, codes, codings } = await startCodedCases(plan);
  await api.codebook.saveDomain({ name: 'Balance', codeIds: [codes[1]!, codes[3]!] });
  const [, bram] = await api.project.coders({});
  await api.project.chooseCoder({ coderId: bram!.id });
  const [place] = await api.coding.byIds({ ids: [codings[0]!] });
  await api.coding.apply({ versionId: place!.versionId, start: 0, end: 8, codeIds: [codes[3]!] });
});

test('what was being typed when the program stopped is stored at the next start, as one step of undo', async () => {
  const study = await startStudy();
  const { api, folder } = study;
  const id = await api.codebook.create({ parentId: null, name: 'Time' });
  await api.codebook.create({ parentId: null, name: 'Money' });
  await api.codebook.keepDraft({ id, field: 'definition', text: 'Hours that' });
  await api.codebook.keepDraft({ id, field: 'definition', text: 'Hours that it takes' });
  await api.codebook.keepDraft({ id, field: 'cue', text: 'busy, hours' });
  await api.codebook.keepDraft({ id, field: 'poleLow', text: 'little' });
  await api.codebook.keepDraft({ id, field: 'useWhen', text: 'Given up' });
  await api.codebook.keepDraft({ id, field: 'useWhen', text: null });
  await api.codebook.keepDraft({ id, field: 'name', text: 'money' });
  expect((await api.history.state({})).undo).toBe('Add code “Money”');
  const { path: file } = (await api.project.current({}))!;

  const again = study.restart();
  await again.api.project.open({ path: file });
  expect(await again.api.codebook.restoreDrafts({})).toEqual(['Time']);
  const [code] = await again.api.codebook.list({});
  expect(code).toMatchObject({ name: 'Time', definition: 'Hours that it takes', useWhen: '' });
  expect(code).toMatchObject({ cues: ['busy', 'hours'], poleLow: null });
  expect(await again.api.codebook.restoreDrafts({})).toEqual([]);
  await again.api.history.undo({});
  expect((await again.api.codebook.list({}))[0]!.definition).toBe('');

  await again.api.codebook.keepDraft({ id, field: 'definition', text: 'x' });
  const drafts = path.join(folder, 'config', 'drafts');
  const [name] = fs.readdirSync(drafts);
  fs.writeFileSync(path.join(drafts, name!), '{ broken');
  expect(await again.api.codebook.restoreDrafts({})).toEqual([]);
});

test('removing a code takes its examples, links, domains and places to split into along, and brings them back', async () => {
  const { api, codes, codings, path: file } = await startCodedCases(plan);
  const [costs, time, , rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  await api.codebook.addExample({ codeId: time, codingId: codings[0]!, kind: 'example' });
  await api.codebook.change({ id: time, seeAlso: [rewards] });
  await api.codebook.change({ id: rewards, insteadId: time });
  await api.codebook.saveDomain({ name: 'Balance', codeIds: [time, rewards, ties] });
  await api.codebook.setSplitTargets({ id: ties, targets: [time] });
  const before = dumpProject(file);
  await api.codebook.remove({ id: costs });
  expect((await api.codebook.domains({}))[0]!.codeIds).toEqual([rewards, ties]);
  await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test('sorts siblings by name and by count, and colours all codes anew', async () => {
  const { api, codes } = await startCodedCases(plan);
  const names = async () =>
    (await api.codebook.list({})).filter(({ parentId }) => parentId === null).map(({ name }) => name);
  await api.codebook.change({ id: codes[0]!, name: 'Part 10' });
  await api.codebook.change({ id: codes[3]!, name: 'Part 9' });
  await api.codebook.sortSiblings({ parentId: null, by: 'name' });
  expect(await names()).toEqual(['Part 9', 'Part 10', 'Ties']);
  await api.codebook.sortSiblings({ parentId: null, by: 'count' });
  expect(await names()).toEqual(['Ties', 'Part 9', 'Part 10']);
  await api.codebook.recolour({});
  const colors = (await api.codebook.list({})).map(({ color }) => color);
  expect(new Set(colors).size).toBe(5);
  await api.history.undo({});
  expect((await api.codebook.list({})).every(({ color }) => color === '#336699')).toBe(true);
});
