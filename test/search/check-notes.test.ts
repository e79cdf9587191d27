import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { checkedStudy, type CheckedStudy } from '#test/checking/checked-study.ts';

async function asked(study: CheckedStudy, names: readonly string[], mode: 'open' | 'own summary') {
  const { api } = study;
  const { cellId, cellUid } = await study.cell('T01');
  for (const name of names) {
    const coder = (await api.project.coders({})).find((one) => one.name === name);
    await api.checking.assign({
      cellIds: [must(cellId, 'written')],
      checkerId: must(coder, name).id,
      mode,
    });
  }
  return must(cellUid, 'written');
}

async function found({ api }: CheckedStudy, text: string): Promise<readonly (string | null)[]> {
  const [group] = await api.search.find({ text, fields: ['cells'], limit: 100 });
  const { hits, total } = must(group, 'asked for one field');
  expect(total).toBe(hits.length);
  const [first] = (await api.search.find({ text, fields: ['cells'], limit: 1 })).map((one) => one.total);
  expect(first).toBe(total);
  return hits.map(({ heading, part }) => `${heading}, ${part}`);
}

test('what checkers, authors and those who settle write is found, and leads to the cell', async () => {
  const study = await checkedStudy();
  const { api, matrixId, time } = study;
  await study.write('T01', 'Het kost avonden.');
  const cellUid = await asked(study, ['Ben'], 'own summary');
  await study.sitDown('Ben');
  await api.checking.writeOwn({ cellUid, summary: 'Avonden en ochtenden.' });
  await api.checking.giveVerdict({ cellUid, verdict: 'minor', note: 'Ook ochtenden.' });
  await study.sitDown('Anna');
  const checkId = must((await study.cell('T01')).checks[0], 'checked').id;
  await api.checking.answer({ checkId, answer: 'Ochtenden staan elders.' });
  await api.checking.resolve({ checkId, resolution: 'Zonder ochtenden.' });
  await study.code('T01', 'I like that.', study.codes.time);
  await api.checking.confirm({
    columnId: time,
    rowKey: await study.row('T01'),
    note: 'Ochtenden blijven weg.',
  });
  expect(await found(study, 'ochtenden')).toEqual([
    'T01 × Time, Themes · note of a check, Ben',
    'T01 × Time, Themes · own view of a checker, Ben',
    'T01 × Time, Themes · answer to a check, Anna',
    'T01 × Time, Themes · how a difference was settled, Anna',
    'T01 × Time, Themes · still right, Anna',
  ]);
  const [group] = await api.search.find({ text: 'elders', fields: ['cells'], limit: 5 });
  expect(must(group, 'found').hits[0]?.place).toEqual({
    kind: 'cell',
    matrixId,
    columnId: time,
    rowKey: await study.row('T01'),
  });
  await api.history.undo({});
  expect(await found(study, 'blijven')).toEqual([]);
  expect(await found(study, 'avonden')).toEqual([
    'T01 × Time, Themes',
    'T01 × Time, Themes · own view of a checker, Ben',
  ]);
});

test('a checker finds neither the author’s words before their own, nor other checks before their verdict', async () => {
  const study = await checkedStudy();
  const { api } = study;
  await api.project.addCoder({ name: 'Cor' });
  await study.write('T01', 'Het kost avonden.');
  const cellUid = await asked(study, ['Ben', 'Cor'], 'own summary');
  await study.sitDown('Cor');
  await api.checking.writeOwn({ cellUid, summary: 'Avonden, zegt Cor.' });
  await api.checking.giveVerdict({ cellUid, verdict: 'major', note: 'Niet de avonden.' });
  await study.sitDown('Ben');
  expect(await found(study, 'avonden')).toEqual([]);
  await api.checking.writeOwn({ cellUid, summary: 'Avonden, zegt Ben.' });
  expect(await found(study, 'avonden')).toEqual([
    'T01 × Time, Themes',
    'T01 × Time, Themes · own view of a checker, Ben',
  ]);
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  expect(await found(study, 'avonden')).toHaveLength(4);
  await study.sitDown('Anna');
  expect(await found(study, 'avonden')).toHaveLength(4);
});
