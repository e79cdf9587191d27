import { expect, test } from 'vitest';
import type { RichText } from '#shared/memos/rich-text.ts';
import type { Thing } from '#shared/memos/linked-things.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';

const says = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

const linksTo = (...things: readonly Thing[]): RichText => [
  {
    type: 'paragraph',
    children: things.map(({ kind, uid, name }) => ({ type: 'link', kind, uid, name })),
  },
];

async function thing({ api }: CodedStudy, query: string): Promise<Thing> {
  return (await api.memos.linkable({ query }))[0]!;
}

async function code(study: CodedStudy, words: string, codeId: CodedStudy['code']['time']) {
  const { versionId } = study.transcript;
  const [coding] = await study.api.coding.apply({ versionId, ...study.range(words), codeIds: [codeId] });
  return coding!.id;
}

/** Does it, and takes it back: everything must be as it was. */
async function andBack(study: CodedStudy, work: () => Promise<unknown>): Promise<void> {
  const { path } = (await study.api.project.current({}))!;
  const before = dumpProject(path);
  await work();
  const after = dumpProject(path);
  expect(after).not.toEqual(before);
  await study.api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await study.api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
}

test('a memo keeps its class, its title, its text and what it is about', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  const id = await api.memos.create({
    class: 'comparison',
    comparison: 'between groups',
    title: '  Time differs ',
    target: { kind: 'code', id: study.code.time },
    body: says('Novices speak of it as scarce.'),
  });
  expect(await api.memos.get({ id })).toMatchObject({
    class: 'comparison',
    comparison: 'between groups',
    title: '  Time differs ',
    heading: 'Time differs',
    excerpt: 'Novices speak of it as scarce.',
    about: { state: 'there', thing: { kind: 'code', id: study.code.time, name: 'Time' } },
    authorName: 'Anna',
    own: true,
    body: says('Novices speak of it as scarce.'),
    links: [],
    brokenLinks: [],
  });
  expect(await api.history.state({})).toMatchObject({ undo: 'Write a memo on Code: Time' });
});

test('only a comparison memo says what it compares', async () => {
  const { api } = await startCodedStudy();
  await expect(api.memos.create({ comparison: 'within case' })).rejects.toMatchObject({ code: 'bad-input' });
  const id = await api.memos.create({ class: 'comparison', comparison: 'within case' });
  await api.memos.change({ id, class: 'reflexive' });
  expect(await api.memos.get({ id })).toMatchObject({ class: 'reflexive', comparison: null });
});

test('every change can be undone and redone', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  const target = { kind: 'code', id: study.code.work } as const;
  await andBack(study, () => api.memos.create({ target, body: says('First.') }));
  const [memo] = await api.memos.list({});
  const id = memo!.id;
  const time = await thing(study, 'Time');
  await andBack(study, () => api.memos.change({ id, title: 'On time', body: linksTo(time) }));
  await andBack(study, () => api.memos.change({ id, target: null }));
  await andBack(study, () => api.memos.change({ id, class: 'method', body: says('No link any more') }));
  await andBack(study, () => api.memos.remove({ id }));
});

test('writing what is there already leaves no trace in the history', async () => {
  const { api } = await startCodedStudy();
  const id = await api.memos.create({ title: 'Same', body: says('Same') });
  const before = (await api.history.list({})).entries.length;
  await api.memos.change({ id, title: 'Same', body: says('Same'), class: 'analytic' });
  expect((await api.history.list({})).entries).toHaveLength(before);
});

test('links show the present name, and say when what they point to was removed', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  const ties = await thing(study, 'Ties');
  const id = await api.memos.create({ title: 'Compare', body: linksTo(ties) });
  await api.codebook.change({ id: study.code.ties, name: 'Bonds' });
  expect(await api.memos.get({ id })).toMatchObject({ excerpt: 'Bonds', links: [{ name: 'Bonds' }] });
  expect(await api.memos.list({ text: 'bonds' })).toHaveLength(1);

  await api.codebook.remove({ id: study.code.ties });
  expect(await api.memos.get({ id })).toMatchObject({
    excerpt: 'Bonds (removed)',
    links: [],
    brokenLinks: [{ uid: ties.uid, name: 'Bonds' }],
  });
  await api.history.undo({});
  expect(await api.memos.get({ id })).toMatchObject({ excerpt: 'Bonds', links: [{ id: study.code.ties }] });
});

test('everything that a memo can be about can be removed; the memo stays and says what it was about', async () => {
  const study = await startCodedStudy();
  const { api, code: codes } = study;
  const coding = await code(study, 'She could not keep up', codes.time);
  const matrix = await api.matrices.create({
    name: 'Costs',
    columns: [{ title: 'Costs', codeIds: [codes.time] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrix });
  const participantId = rows[0]!.participantId!;
  const place = { columnId: columns[0]!.id, rowKey: rows[0]!.key };
  const targets = [
    { kind: 'participant', id: participantId },
    { kind: 'transcript', id: study.transcript.id },
    { kind: 'code', id: codes.tempo },
    { kind: 'coding', id: coding },
    { kind: 'place', ...place },
  ] as const;
  for (const target of targets) await api.memos.create({ title: target.kind, target });
  const about = async () =>
    Object.fromEntries(
      (await api.memos.list({})).map((memo) => [
        memo.title,
        memo.about.state === 'there' ? memo.about.thing.name : memo.about,
      ]),
    );
  const names = {
    participant: 'T01',
    transcript: 'T01',
    code: 'Tempo',
    coding: '“She could not keep up” as Time',
    place: 'T01 × Costs',
  };
  expect(await about()).toEqual(names);
  const gone = (title: keyof typeof names, kind: string = title) => ({
    [title]: { state: 'removed', kind, name: names[title] },
  });

  await andBack(study, () => api.coding.remove({ ids: [coding] }));
  expect(await about()).toEqual({ ...names, ...gone('coding') });
  await api.history.undo({});

  await andBack(study, () => api.codebook.remove({ id: codes.work }));
  expect(await about()).toEqual({ ...names, ...gone('code'), ...gone('coding') });
  await api.history.undo({});

  await andBack(study, () => api.transcripts.remove({ id: study.transcript.id }));
  expect(await about()).toEqual({ ...names, ...gone('transcript'), ...gone('coding') });
  await api.history.undo({});

  await andBack(study, () => api.participants.remove({ id: participantId }));
  // The cell stays, under the name that the case had.
  expect(await about()).toEqual({ ...names, ...gone('participant') });
  await api.history.undo({});

  await andBack(study, () => api.matrices.remove({ id: matrix }));
  expect(await about()).toEqual({ ...names, ...gone('place', 'cell') });
  await api.history.undo({});
  expect(await about()).toEqual(names);
  expect((await api.project.check({})).problems).toEqual([]);
});

test('a cell that holds nothing but a memo stays', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  const id = await api.matrices.create({
    name: 'Costs',
    columns: [{ title: 'Costs', codeIds: [study.code.time] }],
  });
  const { columns, rows } = await api.matrices.get({ id });
  const place = { columnId: columns[0]!.id, rowKey: rows[0]!.key };
  const memo = await api.memos.create({ target: { kind: 'place', ...place } });
  await api.matrices.writeSummary({ ...place, summary: 'Late hours' });
  await api.matrices.writeSummary({ ...place, summary: '' });
  expect((await api.memos.get({ id: memo })).about).toMatchObject({
    state: 'there',
    thing: { kind: 'cell', name: 'T01 × Costs', matrixId: id },
  });
});

test('the list is narrowed by class, by what memos are about, by writer and by words', async () => {
  const study = await startCodedStudy();
  const { api, code: codes } = study;
  const target = { kind: 'code', id: codes.time } as const;
  await api.memos.create({ title: 'Study', body: says('Coördinatie met Zoë') });
  await api.memos.create({ title: 'Time', class: 'method', target });
  await api.memos.create({ title: 'Tempo', target: { kind: 'code', id: codes.tempo } });
  const { id: bram } = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram });
  await api.memos.create({ title: 'Bram', class: 'reflexive', body: says('About coordinatie, not Zoë') });
  await api.memos.create({ title: 'Gone', target: { kind: 'code', id: codes.ties } });
  await api.codebook.remove({ id: codes.ties });
  const titles = async (filter: Parameters<typeof api.memos.list>[0]) =>
    (await api.memos.list(filter)).map(({ title }) => title).toSorted();
  expect(await titles({})).toEqual(['Bram', 'Gone', 'Study', 'Tempo', 'Time']);
  expect(await titles({ class: 'method' })).toEqual(['Time']);
  expect(await titles({ about: 'code' })).toEqual(['Tempo', 'Time']);
  expect(await titles({ about: 'study' })).toEqual(['Bram', 'Study']);
  expect(await titles({ about: 'removed' })).toEqual(['Gone']);
  expect(await titles({ target })).toEqual(['Time']);
  expect(await titles({ authorId: bram })).toEqual(['Bram', 'Gone']);
  expect(await titles({ text: 'ZOE coordinatie' })).toEqual(['Bram', 'Study']);
  expect(await titles({ text: 'zoe met' })).toEqual(['Study']);
  expect(await titles({ text: 'zoe met', class: 'reflexive' })).toEqual([]);
});

test('nobody changes or removes the memo of somebody else', async () => {
  const { api } = await startCodedStudy();
  const id = await api.memos.create({ title: 'Anna’s' });
  const { id: bram } = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram });
  expect(await api.memos.get({ id })).toMatchObject({ own: false });
  const refusal = { code: 'not-your-memo', detail: { coder: 'Anna' } };
  await expect(api.memos.change({ id, title: 'Bram’s' })).rejects.toMatchObject(refusal);
  await expect(api.memos.remove({ id })).rejects.toMatchObject(refusal);
});

test('refuses memos about what is not there', async () => {
  const { api, code: codes } = await startCodedStudy();
  await api.codebook.remove({ id: codes.ties });
  const target = { kind: 'code', id: codes.ties } as const;
  await expect(api.memos.create({ target })).rejects.toMatchObject({ code: 'not-found' });
  await expect(api.memos.on({ target })).rejects.toMatchObject({ code: 'not-found' });
});

test('a thing knows the memos on it and the memos that mention it', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  const target = { kind: 'code', id: study.code.time } as const;
  const time = await thing(study, 'Time');
  const on = await api.memos.create({ title: 'On', target, body: linksTo(time) });
  const mentions = await api.memos.create({ title: 'Mentions', body: linksTo(time, time) });
  await api.memos.create({ title: 'Neither' });
  expect(await api.memos.on({ target })).toMatchObject({ on: [{ id: on }], mentions: [{ id: mentions }] });
  await api.memos.change({ id: mentions, body: says('No more') });
  expect((await api.memos.on({ target })).mentions).toEqual([]);
});

test('@ finds codes, cases, transcripts, recent codings, cells and memos by a few letters', async () => {
  const study = await startCodedStudy();
  const { api } = study;
  await code(study, 'She could not keep up', study.code.time);
  await api.memos.create({ title: 'Costs of keeping up' });
  const matrix = await api.matrices.create({
    name: 'M',
    columns: [{ title: 'Costs', codeIds: [study.code.time] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrix });
  await api.matrices.writeSummary({
    columnId: columns[0]!.id,
    rowKey: rows[0]!.key,
    summary: 'Late',
  });
  const found = async (query: string) =>
    (await api.memos.linkable({ query })).map(({ kind, name }) => `${kind} ${name}`);
  expect(await found('tem')).toEqual(['code Tempo']);
  expect(await found('T01')).toEqual(['participant T01', 'transcript T01', 'cell T01 × Costs']);
  expect(await found('could not')).toEqual(['coding “She could not keep up” as Time']);
  expect(await found('costs')).toEqual(['memo Costs of keeping up', 'cell T01 × Costs']);
  expect(await api.memos.linkable({ query: '', limit: 3 })).toHaveLength(3);
});

test('memos are exported with what they are about and the present names of links', async () => {
  const study = await startCodedStudy();
  const { api, core } = study;
  const time = await thing(study, 'Time');
  const first = await api.memos.create({
    title: 'A <b>title</b>',
    target: { kind: 'code', id: study.code.ties },
    body: [...linksTo(time), { type: 'heading', level: 1, children: [{ type: 'text', text: '# 1 * 2' }] }],
  });
  const second = await api.memos.create({ title: 'Second' });
  await api.codebook.change({ id: study.code.time, name: 'Hours' });
  const ids = [second, first];
  const read = async (format: 'md' | 'html') => {
    const made = await api.memos.export({ ids, format });
    expect(made.name).toBe(`Memos.${format}`);
    const { default: fs } = await import('node:fs');
    return fs.readFileSync(core.files.resolve(made.file).path, 'utf8');
  };
  const markdown = await read('md');
  expect(markdown.indexOf('## Second')).toBeLessThan(markdown.indexOf('## A \\<b\\>title'));
  expect(markdown).toContain('- About: Code: Ties\n');
  expect(markdown).toContain('\nHours\n\n# # 1 \\* 2\n');
  const html = await read('html');
  expect(html).toContain('<h2>A &lt;b&gt;title&lt;/b&gt;</h2>');
  expect(html).toContain('<span class="link" title="Code">Hours</span>');
  expect(html).not.toMatch(/(src|href)=/);
});
