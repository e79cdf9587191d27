import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { checkedStudy } from '#test/checking/checked-study.ts';
import { dumpProject } from '#test/support/dump-project.ts';

async function withTypology() {
  const study = await checkedStudy();
  const { api } = study;
  const id = await api.typologies.create({ name: 'Taking part', types: ['Keen', 'Wary', ''] });
  const [keen, wary] = must((await api.typologies.list({}))[0], 'made').types.map((type) => type.id);
  const cases = (await api.participants.table({})).participants.map((participant) => participant.id);
  return { ...study, id, keen: must(keen, 'keen'), wary: must(wary, 'wary'), cases };
}

test('a case has one type, or none clearly, with its reason and who said so', async () => {
  const { api, id, keen, wary, cases } = await withTypology();
  const [one, two, three] = cases;
  await api.typologies.assign({
    typologyId: id,
    participantIds: [one!, two!],
    typeId: keen,
    rationale: 'Says so',
  });
  await api.typologies.assign({ typologyId: id, participantIds: [two!], typeId: wary });
  await api.typologies.assign({ typologyId: id, participantIds: [three!], typeId: null });
  const [typology] = await api.typologies.list({});
  expect(typology).toMatchObject({
    name: 'Taking part',
    types: [
      { name: 'Keen', cases: 1, stale: '' },
      { name: 'Wary', cases: 1, stale: '' },
    ],
    assignments: [
      { participantId: one, typeId: keen, rationale: 'Says so', assignedBy: 'Anna' },
      { participantId: two, typeId: wary, rationale: 'Says so' },
      { participantId: three, typeId: null, rationale: '' },
    ],
  });
  expect((await api.history.state({})).undo).toContain('of no type clearly');
  await api.typologies.unassign({ typologyId: id, participantIds: [three!] });
  expect((await api.typologies.list({}))[0]?.assignments).toHaveLength(2);

  // A type that goes takes no case along, and one undo brings all of it back.
  const { path } = must(await api.project.current({}), 'open');
  const before = dumpProject(path);
  await api.typologies.removeType({ id: wary });
  expect((await api.typologies.list({}))[0]?.assignments).toHaveLength(1);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('names are there once, and a type is of its own typology', async () => {
  const { api, id, keen, cases } = await withTypology();
  await expect(api.typologies.create({ name: 'taking PART' })).rejects.toMatchObject({ code: 'name-taken' });
  await expect(api.typologies.addType({ typologyId: id, name: 'keen' })).rejects.toMatchObject({
    code: 'name-taken',
    detail: { what: 'type' },
  });
  await expect(api.typologies.addType({ typologyId: id, name: '  ' })).rejects.toMatchObject({
    code: 'name-empty',
  });
  const other = await api.typologies.create({ name: 'Another' });
  await expect(
    api.typologies.assign({ typologyId: other, participantIds: [cases[0]!], typeId: keen }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a memo on a type, and a link to it, follow its name and outlive it', async () => {
  const { api, keen } = await withTypology();
  const linkable = await api.memos.linkable({ query: 'keen' });
  expect(linkable[0]).toMatchObject({ kind: 'type', id: keen, name: 'Keen (Taking part)' });
  const on = await api.memos.create({ title: 'On the keen', target: { kind: 'type', id: keen } });
  const { uid } = must(linkable[0], 'found');
  const mentioning = await api.memos.create({
    title: 'Mentions them',
    body: [{ type: 'paragraph', children: [{ type: 'link', kind: 'type', uid, name: 'Keen' }] }],
  });
  await api.typologies.changeType({ id: keen, name: 'Eager' });
  const { on: written, mentions } = await api.memos.on({ target: { kind: 'type', id: keen } });
  expect([written.map(({ id }) => id), mentions.map(({ id }) => id)]).toEqual([[on], [mentioning]]);
  expect((await api.memos.get({ id: mentioning })).links).toMatchObject([{ name: 'Eager (Taking part)' }]);
  expect((await api.memos.list({ about: 'type' })).map(({ id }) => id)).toEqual([on]);

  await api.typologies.removeType({ id: keen });
  expect((await api.memos.get({ id: on })).about).toMatchObject({
    state: 'removed',
    kind: 'type',
    name: 'Eager (Taking part)',
  });
  expect((await api.memos.get({ id: mentioning })).brokenLinks).toMatchObject([
    { name: 'Eager (Taking part)' },
  ]);
});

test('whoever withdraws leaves no trace in a typology, and the type says that it has to be looked at', async () => {
  const { api, id, keen, wary, cases } = await withTypology();
  const [one, two] = cases;
  await api.typologies.assign({
    typologyId: id,
    participantIds: [one!],
    typeId: keen,
    rationale: 'Her own words',
  });
  await api.typologies.assign({ typologyId: id, participantIds: [two!], typeId: wary });
  const preview = await api.withdrawal.preview({ participantId: one! });
  expect(JSON.stringify(preview)).toContain('place in a typology');
  await api.withdrawal.withdraw({ participantId: one!, confirmation: 'T01' });
  const types = async () =>
    (await api.typologies.list({}))[0]?.types.map(({ stale, cases: count }) => [stale, count]);
  expect(await types()).toEqual([
    ['withdrawn', 0],
    ['', 1],
  ]);
  await api.typologies.stillRight({ id: keen });
  expect(await types()).toEqual([
    ['', 0],
    ['', 1],
  ]);
});
