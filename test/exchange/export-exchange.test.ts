import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { SIDECAR } from '#electron/exchange/sidecar.ts';
import { startCore, startStudy, type TestCore } from '#test/support/test-core.ts';

const SCHEMAS = path.join(import.meta.dirname, '../fixtures/refi-qda');

/** Codings as a person sees them: text, words, code, coder. */
async function codedPassages({ api }: TestCore): Promise<readonly string[]> {
  const codes = new Map((await api.codebook.list({})).map(({ id, name }) => [id, name]));
  const layers = new Map((await api.coding.layers({})).map(({ id, name }) => [id, name]));
  const found: string[] = [];
  for (const { id, title } of await api.transcripts.list({})) {
    const { text } = await api.transcripts.get({ id });
    for (const { codeId, layerId, start, end } of await api.coding.ofTranscript({ transcriptId: id }))
      found.push([title, start, text.slice(start, end), codes.get(codeId), layers.get(layerId)].join(' | '));
  }
  return found.toSorted();
}

async function sampleExported() {
  const sample = startCore();
  await sample.api.project.createSample({ path: `${sample.folder}/sample` });
  const { file, losses } = await sample.api.exchange.export({ format: 'qdpx' });
  return { sample, bytes: fs.readFileSync(sample.core.files.resolve(file).path), losses };
}

test('the sample study goes out as a project of the standard and comes back the same', async () => {
  const { sample, bytes } = await sampleExported();
  const before = await codedPassages(sample);
  const texts = await sample.api.transcripts.list({});
  const table = await sample.api.participants.table({});

  const other = await startStudy();
  const { report } = await other.api.exchange.importAsNew({
    file: other.offer('sample.qdpx', bytes),
    path: `${other.folder}/back`,
    coderName: 'A',
  });
  expect(await codedPassages(other)).toEqual(before);
  expect((await other.api.transcripts.list({})).map(({ title }) => title)).toEqual(
    texts.map(({ title }) => title),
  );
  const back = await other.api.participants.table({});
  const values = ({ participants, attributes }: typeof table) =>
    participants.map(({ code, values: own }) => [
      code,
      ...attributes.map(({ id, name }) => `${name}=${own[id] ?? ''}`),
    ]);
  expect(values(back)).toEqual(values(table));
  expect(
    report.texts.every(
      ({ decision, doubtful, nowhere }) => decision.certainty === 'certain' && doubtful + nowhere === 0,
    ),
  ).toBe(true);
});

test('what the standard has no place for is restored: matrices, evidence, poles, translations, guidance', async () => {
  const { sample, bytes } = await sampleExported();
  const other = await startStudy();
  const { report } = await other.api.exchange.importAsNew({
    file: other.offer('sample.qdpx', bytes),
    path: `${other.folder}/back`,
    coderName: 'A',
  });
  expect(report.restored.length).toBeGreaterThan(3);
  expect(report.counts.find(({ kind }) => kind === 'codings')).toMatchObject({ added: 1318, leftOut: 0 });
  const view = async ({ api }: TestCore) => {
    const matrices = await api.matrices.list({});
    const codes = await api.codebook.list({});
    const [first] = await api.transcripts.list({});
    const codings = await api.coding.ofTranscript({ transcriptId: first!.id });
    return {
      matrices: matrices.map(({ name, columns, summaries }) => [name, columns, summaries]),
      codes: codes.map(({ name, useWhen, notWhen, poleLow, cues }) => [
        name,
        useWhen,
        notWhen,
        poleLow,
        cues,
      ]),
      codings: codings.map(({ start, weight, translation, memo }) => [start, weight, translation, memo]),
      memos: (await api.memos.list({})).length,
    };
  };
  expect(await view(other)).toEqual(await view(sample));

  const again = await other.api.exchange.import({ file: other.offer('sample.qdpx', bytes) });
  expect(again.counts.every(({ added, leftOut }) => added + leftOut === 0)).toBe(true);
  expect(again.restored).toEqual([]);
});

test('without its own part the file carries cells and details as notes', async () => {
  const { sample } = await sampleExported();
  const { file } = await sample.api.exchange.export({ format: 'qdpx', sidecar: false });
  const parts = unzipSync(fs.readFileSync(sample.core.files.resolve(file).path));
  expect(Object.keys(parts)).not.toContain(SIDECAR);
  const xml = Buffer.from(parts['project.qde']!).toString('utf8');
  expect(xml.match(/name="Crosscase · cell: /g)?.length).toBeGreaterThanOrEqual(175);
});

test('a validator that is not ours accepts it, texts have no mark and no CR, and guids stay the same', async () => {
  const { sample, bytes } = await sampleExported();
  const parts = unzipSync(bytes);
  expect(
    Object.keys(parts).every(
      (name) => [SIDECAR, 'project.qde'].includes(name) || /^sources\/[0-9a-f-]{36}\.txt$/.test(name),
    ),
  ).toBe(true);
  for (const [name, content] of Object.entries(parts)) {
    if (!name.endsWith('.txt')) continue;
    expect(content[0]).not.toBe(0xef);
    expect(content.includes(0x0d)).toBe(false);
  }
  const file = path.join(sample.folder, 'project.qde');
  fs.writeFileSync(file, parts['project.qde']!);
  execFileSync('xmllint', ['--noout', '--schema', path.join(SCHEMAS, 'Project.xsd'), file], {
    stdio: 'pipe',
  });

  const again = await sample.api.exchange.export({ format: 'qdpx' });
  const guids = (xml: Uint8Array) =>
    Buffer.from(xml)
      .toString('utf8')
      .match(/guid="[^"]+"/g);
  const second = unzipSync(fs.readFileSync(sample.core.files.resolve(again.file).path));
  expect(guids(second['project.qde']!)).toEqual(guids(parts['project.qde']!));
});

test('what the format cannot hold is said before and after', async () => {
  const { sample, losses } = await sampleExported();
  expect(await sample.api.exchange.losses({ format: 'qdpx' })).toEqual(losses);
  expect(losses.map(({ what }) => what)).toContain(
    'Cells of matrices, with their ratings and checks, are written as notes of the project.',
  );
});

test('a codebook goes out as .qdc and comes back with its tree, colours and definitions', async () => {
  const { sample } = await sampleExported();
  const { file } = await sample.api.exchange.export({ format: 'qdc' });
  const bytes = fs.readFileSync(sample.core.files.resolve(file).path);
  const other = await startStudy();
  const report = await other.api.exchange.import({ file: other.offer('codes.qdc', bytes) });
  const shape = (codes: Awaited<ReturnType<TestCore['api']['codebook']['list']>>) => {
    const names = new Map(codes.map(({ id, name }) => [id, name]));
    return codes.map(({ name, parentId, color, definition }) => [
      name,
      parentId === null ? null : names.get(parentId),
      color,
      definition,
    ]);
  };
  expect(shape(await other.api.codebook.list({}))).toEqual(shape(await sample.api.codebook.list({})));
  expect(report.findings.filter(({ fate }) => fate === 'repaired')).toEqual([]);
});

test.each([
  ['urn:QDA-XML:codebook:0:4', 'named'],
  ['urn:QDA-XML:codebook:1:0', 'named'],
  ['urn:QDA-XML:codebook:1.0', 'silent'],
])('a codebook with the namespace %s is read, and the deviation is %s', async (namespace, said) => {
  const study = await startStudy();
  const qdc = `<?xml version="1.0"?><CodeBook xmlns="${namespace}"><Codes>
    <Code guid="00000000-0000-4000-8000-000000000001" name="a" isCodable="true" color="#0F0"/>
    <Code guid="00000000-0000-4000-8000-000000000002" name="a\\b" isCodable="true"/>
    <Code guid="00000000-0000-4000-8000-000000000002" name="" isCodable="true"/></Codes><Sets/></CodeBook>`;
  const { findings } = await study.api.exchange.import({ file: study.offer('c.qdc', qdc) });
  const codes = await study.api.codebook.list({});
  expect(codes.map(({ name, parentId }) => [name, parentId === null])).toEqual([
    ['a', true],
    ['b', false],
    ['Code 3', true],
  ]);
  expect(findings.some(({ what }) => what.startsWith('The file names another namespace'))).toBe(
    said === 'named',
  );
});
