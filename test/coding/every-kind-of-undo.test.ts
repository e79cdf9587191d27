import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { fragmentQuery } from '#shared/retrieval/fragment-query.ts';
import type { CodingId, DomainId, MemoId } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedStudy, type CodedStudy } from './coded-study.ts';

interface Prepared extends CodedStudy {
  /** “She could not keep up” as Time, “and neither could I.” beside it as Time, “We shared the work.” as Ties. */
  readonly codings: readonly [CodingId, CodingId, CodingId];
  readonly domain: DomainId;
  readonly memo: MemoId;
}

async function prepare(): Promise<Prepared> {
  const study = await startCodedStudy();
  const { api, code, transcript, range } = study;
  const { versionId } = transcript;
  const apply = async (words: string, codeId: typeof code.time): Promise<CodingId> => {
    const [made] = await api.coding.apply({ versionId, ...range(words), codeIds: [codeId] });
    return must(made, 'one coding was made').id;
  };
  const codings = [
    await apply('She could not keep up,', code.time),
    await apply('and neither could I.', code.time),
    await apply('We shared the work.', code.ties),
  ] as const;
  const domain = await api.codebook.saveDomain({ name: 'Costs', codeIds: [code.tempo, code.ties] });
  const memo = await api.memos.create({ title: 'On time', target: { kind: 'code', id: code.time } });
  await api.codebook.change({ id: code.ties, cues: ['better'], color: '#123456' });
  return { ...study, codings, domain, memo };
}

const query = fragmentQuery.parse({ codes: {} });

/** What a person does while coding and keeping the codebook, each as one step. */
const KINDS: Readonly<Record<string, (study: Prepared) => Promise<unknown>>> = {
  'code a passage': ({ api, transcript, range, code }) =>
    api.coding.apply({ versionId: transcript.versionId, ...range('Now it is'), codeIds: [code.tempo] }),
  'code a passage with several codes': ({ api, transcript, range, code }) =>
    api.coding.apply({
      versionId: transcript.versionId,
      ...range('Now it is'),
      codeIds: [code.tempo, code.work],
    }),
  'remove a coding': ({ api, codings }) => api.coding.remove({ ids: [codings[0]] }),
  'remove several codings': ({ api, codings }) => api.coding.remove({ ids: [...codings] }),
  'recode a coding': ({ api, codings, code }) => api.coding.recode({ ids: [codings[0]], codeId: code.tempo }),
  'recode several codings': ({ api, codings, code }) =>
    api.coding.recode({ ids: [codings[0], codings[1]], codeId: code.work }),
  'copy codings to another code': ({ api, codings, code }) =>
    api.coding.copyToCode({ ids: [...codings], codeId: code.work }),
  'move the edges': ({ api, codings, range }) =>
    api.coding.moveEdges({ id: codings[0], ...range('She could not') }),
  'extend to the turn': ({ api, codings }) => api.coding.extend({ id: codings[0], to: 'turn' }),
  'merge adjacent codings': ({ api, codings }) => api.coding.mergeAdjacent({ id: codings[0] }),
  'split a coding': ({ api, codings, range }) =>
    api.coding.split({ id: codings[0], position: range('not keep up').start }),
  'mark a pole': ({ api, codings }) => api.coding.change({ id: codings[2], weight: 1 }),
  'say how sure': ({ api, codings }) => api.coding.change({ id: codings[0], certainty: 2 }),
  'write the memo of a coding': ({ api, codings }) => api.coding.change({ id: codings[0], memo: 'Why?' }),
  'translate a quotation': ({ api, codings }) =>
    api.coding.change({ id: codings[0], translation: 'Zij kon het niet bijhouden' }),
  'star a quotation': ({ api, codings }) => api.coding.change({ id: codings[0], goodQuotation: true }),
  'mark as finished': ({ api, transcript }) => api.coding.markFinished({ transcriptId: transcript.id }),
  'add a code': ({ api }) => api.codebook.create({ parentId: null, name: 'Joy' }),
  'define a code': ({ api, code }) =>
    api.codebook.change({ id: code.time, definition: 'Hours', useWhen: 'Hours are named', cues: ['uur'] }),
  'move a code': ({ api, code }) => api.codebook.move({ id: code.tempo, parentId: null, index: 0 }),
  'remove a code': ({ api, code }) => api.codebook.remove({ id: code.work }),
  'merge codes': ({ api, code }) => api.codebook.merge({ id: code.ties, into: code.time }),
  'sort a fragment while splitting': ({ api, codings, code }) =>
    api.codebook.sortFragment({ codingId: codings[0], into: code.work }),
  'keep a fragment while splitting': ({ api, codings }) =>
    api.codebook.sortFragment({ codingId: codings[0], into: null }),
  'add an example': ({ api, codings, code }) =>
    api.codebook.addExample({ codeId: code.time, codingId: codings[0], kind: 'near miss' }),
  'change an exclusive domain': ({ api, domain, code }) =>
    api.codebook.saveDomain({ id: domain, name: 'Costs and gains', codeIds: [code.time, code.ties] }),
  'remove an exclusive domain': ({ api, domain }) => api.codebook.removeDomain({ id: domain }),
  'freeze the codebook': ({ api }) => api.codebook.freeze({ name: 'Pilot' }),
  'colour all codes anew': ({ api }) => api.codebook.recolour({}),
  'mark as re-examined': ({ api, codings }) => api.codebook.markReexamined({ ids: [codings[0]] }),
  'write a memo': ({ api, codings }) =>
    api.memos.create({ title: 'On words', target: { kind: 'coding', id: codings[0] } }),
  'change a memo': ({ api, memo }) => api.memos.change({ id: memo, title: 'On hours' }),
  'remove a memo': ({ api, memo }) => api.memos.remove({ id: memo }),
  'code hits of a search': ({ api, transcript, range, code }) =>
    api.search.codeHits({
      hits: [{ versionId: transcript.versionId, ...range('better') }],
      unit: 'sentence',
      codeId: code.time,
    }),
  'save a query': ({ api }) => api.retrieval.save({ name: 'All', definition: { query } }),
  'compare two fragments': ({ api, codings, code }) =>
    api.constantComparison.judge({
      codeId: code.time,
      codingId: codings[0],
      otherId: codings[1],
      verdict: 'fits',
    }),
  'give a fragment a new code': ({ api, codings }) =>
    api.constantComparison.recode({ codingId: codings[0], to: { newName: 'Haste' } }),
  'record: no new codes': ({ api, transcript }) =>
    api.constantComparison.noteSaturation({ transcriptId: transcript.id, note: 'Nothing new' }),
};

test.each(Object.entries(KINDS))('%s: undone, all is as it was; redone, as it became', async (_, work) => {
  const study = await prepare();
  const { api } = study;
  const { path } = must(await api.project.current({}), 'a project is open');
  const newest = async () => (await api.history.list({ limit: 1 })).entries[0]?.id;
  const [before, begun] = [dumpProject(path), await newest()];
  await work(study);
  const after = dumpProject(path);
  expect(after).not.toEqual(before);
  const steps = (await api.history.list({ limit: 10 })).entries.filter(
    ({ id }) => id > must(begun, 'work was done'),
  );
  for (let step = 0; step < steps.length; step += 1) await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  for (let step = 0; step < steps.length; step += 1) await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});
