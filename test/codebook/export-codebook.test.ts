import fs from 'node:fs';
import { expect, test } from 'vitest';
import type { CountedCode } from '#shared/codebook/codebook-contract.ts';
import { codebookFormats } from '#shared/codebook/code-depth-contract.ts';
import type { Client } from '#shared/contract/api.ts';
import { startCodedCases } from '#test/matrices/coded-cases.ts';
import { startStudy } from '#test/support/test-core.ts';

/** A code as people see it, without what belongs to one project file. */
function seen(codes: readonly CountedCode[]): unknown[] {
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  return codes.map(({ id: _id, key: _key, definedAt: _at, codings: _all, ownCodings: _own, ...code }) => ({
    ...code,
    parentId: code.parentId === null ? null : names.get(code.parentId),
    insteadId: code.insteadId === null ? null : names.get(code.insteadId),
    seeAlso: new Set(code.seeAlso.map((id) => names.get(id))),
    examples: code.examples.map(({ kind, quotation, source }) => ({ kind, quotation, source })),
  }));
}

async function fillCodebook(
  api: Client,
  codes: readonly CountedCode['id'][],
  codingId: never,
): Promise<void> {
  const [costs, time, , rewards, ties] = codes;
  await api.codebook.change({
    id: time!,
    kind: 'cost',
    poles: ['little', 'much'],
    definition: '=Hours; “evenings”, and so on.',
    useWhen: 'It takes time.',
    notWhen: 'It gives time.',
    insteadId: rewards!,
    seeAlso: [ties!, costs!],
    cues: ['time', 'tijd kwijt'],
    cueLanguages: { 'tijd kwijt': 'nl' },
  });
  await api.codebook.addExample({ codeId: time!, codingId, kind: 'example' });
  await api.codebook.addExample({ codeId: time!, codingId, kind: 'near miss' });
  await api.codebook.saveDomain({ name: 'Balance', codeIds: [time!, rewards!] });
  await api.codebook.change({ id: rewards!, definition: 'Two lines:\nthe second.' });
  await api.codebook.recolour({});
}

test.each(codebookFormats)('a codebook comes back whole from %s', async (format) => {
  const from = await startCodedCases([{ at: 0, version: 1, code: 1, layer: 0, start: 0 }]);
  await fillCodebook(from.api, from.codes, from.codings[0] as never);
  const { file, name, bytes } = await from.api.codebook.exportFile({ format });
  expect(name).toBe(`Codebook.${format}`);
  const content = fs.readFileSync(from.core.files.resolve(file).path);
  expect(content).toHaveLength(bytes);

  const into = await startStudy();
  const offered = into.offer(name, content);
  const preview = await into.api.codebook.previewFile({ file: offered });
  expect(preview.codes).toHaveLength(5);
  expect(await into.api.codebook.importFile({ file: offered })).toEqual({ added: 5, kept: 0 });
  const [before, after] = [await from.api.codebook.list({}), await into.api.codebook.list({})];
  // A document to be read says nothing of colours.
  const plain = (codes: readonly CountedCode[]) =>
    seen(format === 'docx' ? codes.map((code) => ({ ...code, color: '' })) : codes);
  expect(plain(after)).toEqual(plain(before));
  expect((await into.api.codebook.domains({})).map(({ codeIds }) => codeIds.length)).toEqual([2]);
});

test('a table made by hand needs names only; parents may stand in a column of their own', async () => {
  const { api, offer } = await startStudy();
  const csv = 'code;parent;definition\nCosts;;What it takes\nTime;Costs;Hours\nRewards;;\n';
  await api.codebook.importFile({ file: offer('mine.csv', csv) });
  const codes = await api.codebook.list({});
  expect(codes.map(({ name, parentId }) => [name, parentId === null])).toEqual([
    ['Costs', true],
    ['Time', false],
    ['Rewards', true],
  ]);
  const wrong = offer('table.csv', 'a,b\n1,2\n');
  await expect(api.codebook.previewFile({ file: wrong })).rejects.toMatchObject({ code: 'codebook-invalid' });
});
