import fs from 'node:fs';
import { expect, test } from 'vitest';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import { startExportStudy, type ExportStudy } from './export-study.ts';

/** What the page of a matrix says about how it was made. */
async function facts({ api, core }: ExportStudy, matrixId: MatrixId): Promise<ReadonlyMap<string, string>> {
  const { file } = await api.export.matrix({ matrixId, format: 'html' });
  const html = fs.readFileSync(core.files.resolve(file).path, 'utf8');
  return new Map(
    [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, name, text]) => [name!, text!]),
  );
}

test('a case and a code that were removed leave what was written, and the export says that they are gone', async () => {
  const study = await startExportStudy();
  const { api, code } = study;
  await study.apply('T01', 'We shared the work.', code.work);
  await study.summarise('T01', 0, 'Shares the work.');
  await api.participants.remove({ id: await study.participant('T01') });
  await api.codebook.remove({ id: code.work });
  const html = fs.readFileSync(await study.export('html'), 'utf8');
  expect(html).toContain('Shares the work.');
  expect(html).toContain('<th scope="row">T01<small>no longer in the study</small></th>');
  const told = await facts(study, study.matrixId);
  expect(told.get('Rows that are gone')).toBe('T01: no longer in the study; what was written is kept.');
  expect(told.get('Column “Work”')).toBe('No codes: it counts nothing.');
});

test('an export says which cases count, and from where what each column says comes', async () => {
  const study = await startExportStudy();
  const { api, code, matrixId } = study;
  const { attributes, columns } = await api.matrices.get({ id: matrixId });
  const school = attributes.find(({ name }) => name === 'school')!.id;
  await api.matrices.setView({ id: matrixId, filters: [{ attributeId: school, values: ['North', ''] }] });
  const asked = { matrixId, codeIds: [code.ties] };
  await api.matrices.addColumn({
    ...asked,
    title: 'Strength',
    kind: 'rating',
    poleLow: 'weak',
    poleHigh: 'strong',
  });
  await api.matrices.addColumn({ matrixId, title: 'School', kind: 'attribute', attributeId: school });
  await api.matrices.addColumn({
    ...asked,
    title: 'In the south',
    kind: 'group',
    attributeId: school,
    caseValue: 'South',
  });
  const told = await facts(study, study.matrixId);
  expect(told.get('Scope')).toBe(
    'Only cases in which school is North or without a value; 1 case left out; 3 transcripts in the study, each in its newest version.',
  );
  expect(told.get('Rows')).toBe('2 cases; sorted by case; not grouped');
  expect(told.get('Column “Strength”')).toBe('A rating: −2 weak, +2 strong.\nCodes: Ties');
  expect(told.get('Column “School”')).toBe('Shows school.');
  expect(told.get('Column “In the south”')).toBe('Cases in which school is South.\nCodes: Ties');
  const second = await api.matrices.draw({
    name: 'Second',
    sourceId: matrixId,
    columns: [{ title: 'Both', sourceIds: columns.map(({ id }) => id), reason: 'They are one.' }],
  });
  const ofSecond = await facts(study, second);
  expect(ofSecond.get('Column “Both”')).toBe(
    'Drawn from “Cases × themes”, Work; “Cases × themes”, Time &amp; ties',
  );
});

test('before a matrix or a column is removed it says which matrices are drawn from it', async () => {
  const { api, matrixId } = await startExportStudy();
  const { columns } = await api.matrices.get({ id: matrixId });
  const [work, ties] = columns.map(({ id }) => id);
  await api.matrices.draw({
    name: 'Second',
    sourceId: matrixId,
    columns: [{ title: 'Work', sourceIds: [work!], reason: 'It decides.' }],
    leftOut: [{ columnId: ties!, reason: 'Said by one only.' }],
  });
  const drawnInto = async (columnId?: ColumnId): Promise<readonly string[]> =>
    (await api.matrices.removalPreview({ id: matrixId, ...(columnId === undefined ? {} : { columnId }) }))
      .drawnInto;
  expect(await drawnInto()).toEqual(['Second']);
  expect(await drawnInto(work)).toEqual(['Second']);
  expect(await drawnInto(ties)).toEqual([]);
});
