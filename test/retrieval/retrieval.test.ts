import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import type { CodeId, LayerId, VersionId } from '#shared/ids.ts';
import { fragmentQuery, type FragmentQuery, type Grouping } from '#shared/retrieval/fragment-query.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';
import type { z } from 'zod';

type Asked = z.input<typeof fragmentQuery>;

const SECOND = `# Interview T02

## Background

I: And you?

T02: We shared the work. Time was short.
`;

interface Study extends CodedStudy {
  readonly second: { readonly versionId: VersionId };
  /** The quotations that answer. */
  ask(query: Asked): Promise<readonly string[]>;
}

/**
 * T01: “She could not keep up, and neither could I.” as Time, “She could not keep up” as Tempo (within it), “We shared the
 * work” as Ties, strong, “Now it is better.” as Ties. T02: “We shared the work” as Ties, weak, “Time was short” as Time.
 */
async function startStudyWithFragments(): Promise<Study> {
  const study = await startCodedStudy();
  const { api, transcript, code, range } = study;
  const second = await study.addTranscript('T02', SECOND, 'T02');
  const there = (words: string) => {
    const start = second.text.indexOf(words);
    return { versionId: second.versionId, start, end: start + words.length };
  };
  const here = (words: string) => ({ versionId: transcript.versionId, ...range(words) });
  await api.coding.apply({ ...here('She could not keep up, and neither could I.'), codeIds: [code.time] });
  await api.coding.apply({ ...here('She could not keep up'), codeIds: [code.tempo] });
  await api.coding.apply({ ...here('We shared the work'), codeIds: [code.ties], weight: 1 });
  await api.coding.apply({ ...here('Now it is better.'), codeIds: [code.ties] });
  await api.coding.apply({ ...there('We shared the work'), codeIds: [code.ties], weight: -1 });
  await api.coding.apply({ ...there('Time was short'), codeIds: [code.time] });
  return {
    ...study,
    second,
    ask: async (query) =>
      (await api.retrieval.find({ query })).fragments.map(
        ({ participantCode, quotation }) => `${participantCode}: ${quotation}`,
      ),
  };
}

const names = (ids: readonly CodeId[]): Asked['codes'] => ({ ids: [...ids] });
const everything: FragmentQuery = fragmentQuery.parse({ codes: {} });

async function attribute(
  api: Client,
  name: string,
  type: 'whole number' | 'one of',
  values: readonly string[],
) {
  const id = await api.participants.addAttribute({ name, type });
  const { participants } = await api.participants.table({});
  for (const [index, value] of values.entries()) {
    await api.participants.setValue({ participantId: participants[index]!.id, attributeId: id, value });
  }
  return id;
}

test('fragments by code, with what is below it or without, in the order of cases and text', async () => {
  const { ask, code } = await startStudyWithFragments();
  expect(await ask({ codes: {} })).toHaveLength(6);
  expect(await ask({ codes: names([code.work]) })).toEqual([
    'T01: She could not keep up, and neither could I.',
    'T01: She could not keep up',
    'T02: Time was short',
  ]);
  expect(await ask({ codes: names([code.work]), descendants: false })).toEqual([]);
  expect(await ask({ codes: names([code.time]), descendants: false })).toEqual([
    'T01: She could not keep up, and neither could I.',
    'T02: Time was short',
  ]);
});

test('all of several codes, and relations between them', async () => {
  const { ask, code } = await startStudyWithFragments();
  const time = { descendants: false, codes: names([code.time]) };
  expect(await ask({ codes: { ids: [code.time, code.tempo], match: 'all' }, descendants: false })).toEqual([
    'T01: She could not keep up, and neither could I.',
    'T01: She could not keep up',
  ]);
  expect(await ask({ ...time, relations: [{ kind: 'contains', codeIds: [code.tempo] }] })).toEqual([
    'T01: She could not keep up, and neither could I.',
  ]);
  expect(await ask({ ...time, relations: [{ kind: 'overlaps', not: true, codeIds: [code.tempo] }] })).toEqual(
    ['T02: Time was short'],
  );
  expect(
    await ask({ codes: names([code.tempo]), relations: [{ kind: 'within', codeIds: [code.time] }] }),
  ).toEqual(['T01: She could not keep up']);
  expect(
    await ask({
      codes: names([code.ties]),
      relations: [{ kind: 'near', codeIds: [code.time], distance: { by: 'turn' } }],
    }),
  ).toEqual(['T01: We shared the work', 'T02: We shared the work']);
  expect(
    await ask({
      codes: names([code.ties]),
      relations: [{ kind: 'follows', codeIds: [code.time], distance: { by: 'characters', most: 1 } }],
    }),
  ).toEqual(['T01: We shared the work']);
});

test('by attribute, section, speaker, coder and pole', async () => {
  const { ask, api, code } = await startStudyWithFragments();
  const years = await attribute(api, 'Years', 'whole number', ['7', '23']);
  const place = await attribute(api, 'Place', 'one of', ['Town']);
  const where = async (passes: NonNullable<Asked['attributes']>[number]['test'], attributeId = years) =>
    (await ask({ codes: names([code.ties]), attributes: [{ attributeId, test: passes }] })).map((text) =>
      text.slice(0, 3),
    );
  expect(await where({ kind: 'range', from: '10', to: null })).toEqual(['T02']);
  expect(await where({ kind: 'range', from: null, to: '7' })).toEqual(['T01', 'T01']);
  expect(await where({ kind: 'range', from: '', to: 'x' })).toEqual(['T01', 'T01', 'T02']);
  expect(await where({ kind: 'is', values: ['town'] }, place)).toEqual(['T01', 'T01']);
  expect(await where({ kind: 'is', values: [] }, place)).toHaveLength(3);
  expect(await where({ kind: 'missing' }, place)).toEqual(['T02']);

  expect(await ask({ codes: names([code.ties]), sections: ['Networks'] })).toEqual([
    'T01: Now it is better.',
  ]);
  expect(await ask({ codes: names([code.ties]), speakers: ['T02'] })).toEqual(['T02: We shared the work']);
  expect(await ask({ codes: {}, roles: ['interviewer'] })).toEqual([]);
  expect(await ask({ codes: {}, poles: ['high'] })).toEqual(['T01: We shared the work']);
  expect(await ask({ codes: names([code.ties]), poles: ['low', 'none'] })).toEqual([
    'T01: Now it is better.',
    'T02: We shared the work',
  ]);

  await api.project.addCoder({ name: 'Ben' });
  const layers = await api.coding.layers({});
  const layerIds = (name: string): LayerId[] =>
    layers.flatMap((layer) => (layer.name === name ? [layer.id] : []));
  expect(await ask({ codes: {}, layerIds: layerIds('Ben') })).toEqual([]);
  expect(await ask({ codes: {}, layerIds: layerIds('Anna') })).toHaveLength(6);
});

test('groups carry their counts and what these are to be compared with, zeros too', async () => {
  const { api, code } = await startStudyWithFragments();
  const place = await attribute(api, 'Place', 'one of', ['Town', 'Village']);
  const group = async (groupBy: Grouping, asked: Asked) =>
    (await api.retrieval.find({ query: asked, groupBy })).groups.map(
      ({ title, fragments, cases, casesInScope }) => [title, fragments, cases, casesInScope],
    );
  const time = { codes: names([code.tempo, code.ties]) };
  expect(await group({ by: 'case' }, time)).toEqual([
    ['T01', 3, 1, 1],
    ['T02', 1, 1, 1],
  ]);
  expect(await group({ by: 'code' }, time)).toEqual([
    ['Work › Time › Tempo', 1, 1, 2],
    ['Ties', 3, 2, 2],
  ]);
  expect(await group({ by: 'attribute', attributeId: place }, { codes: names([code.tempo]) })).toEqual([
    ['Town', 1, 1, 1],
    ['Village', 0, 0, 1],
  ]);
  const { total, cases, casesInScope } = await api.retrieval.find({
    query: { codes: names([code.tempo]) },
    groupBy: { by: 'coder' },
  });
  expect([total, cases, casesInScope]).toEqual([1, 1, 2]);
});

test('grouped by code, the pages follow the groups', async () => {
  const { api } = await startStudyWithFragments();
  const pages: string[] = [];
  for (let offset = 0; offset < 6; offset += 2) {
    const page = await api.retrieval.find({
      query: everything,
      groupBy: { by: 'code' },
      offset,
      limit: 2,
    });
    expect(page.total).toBe(6);
    pages.push(...page.fragments.map(({ codeId, participantCode }) => `${codeId} ${participantCode}`));
  }
  expect(pages).toEqual(['2 T01', '2 T02', '3 T01', '4 T01', '4 T01', '4 T02']);
});

test('a question that names what was removed says so and goes on with the rest', async () => {
  const { api, code, ask } = await startStudyWithFragments();
  const query: Asked = {
    codes: { ids: [code.ties, code.tempo] },
    relations: [{ kind: 'within', codeIds: [code.tempo] }],
    names: { [`code ${code.tempo}`]: 'Tempo' },
  };
  expect(await ask(query)).toEqual([]);
  await api.codebook.remove({ id: code.tempo });
  expect(await ask(query)).toHaveLength(3);
  const { removed } = await api.retrieval.find({ query });
  expect(removed).toEqual(['the code “Tempo”']);
  // When none of its codes is left, nothing answers; that is not the same as asking for any code.
  expect(await ask({ codes: names([code.tempo]) })).toEqual([]);
});

test('saved queries are kept, renamed, changed, removed and undone, and survive a restart', async () => {
  const study = await startStudyWithFragments();
  const { api, code } = study;
  const definition = { query: { codes: names([code.time]) } };
  const id = await api.retrieval.save({ name: ' Time ', definition });
  await expect(api.retrieval.save({ name: 'time', definition })).rejects.toMatchObject({
    code: 'name-taken',
  });
  await expect(api.retrieval.save({ name: ' ', definition })).rejects.toMatchObject({ code: 'name-empty' });
  await api.retrieval.changeSaved({ id, name: 'TIME' });
  await api.retrieval.changeSaved({
    id,
    definition: { query: { codes: names([code.ties]) }, groupBy: { by: 'case' } },
  });
  const [changed] = await api.retrieval.saved({});
  expect([changed?.name, changed?.definition?.query.codes.ids, changed?.definition?.groupBy]).toEqual([
    'TIME',
    [code.ties],
    { by: 'case' },
  ]);
  await api.history.undo({});
  expect((await api.retrieval.saved({}))[0]?.definition?.query.codes.ids).toEqual([code.time]);
  await api.retrieval.removeSaved({ id });
  expect(await api.retrieval.saved({})).toEqual([]);
  await expect(api.retrieval.removeSaved({ id })).rejects.toMatchObject({ code: 'not-found' });
  await api.history.undo({});
  expect((await api.retrieval.saved({})).map(({ name }) => name)).toEqual(['TIME']);
});

test('what can be chosen from comes from the study', async () => {
  const { api } = await startStudyWithFragments();
  await attribute(api, 'Years', 'whole number', ['23', '7']);
  expect(await api.retrieval.choices({})).toMatchObject({
    attributes: [{ name: 'Years', values: ['7', '23'] }],
    sections: ['Background', 'Networks'],
    speakers: [
      { name: 'I', role: 'interviewer' },
      { name: 'T01', role: 'participant' },
      { name: 'T02', role: 'participant' },
    ],
    layers: [{ name: 'Anna', own: true }],
  });
});
