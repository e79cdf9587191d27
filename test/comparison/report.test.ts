import fs from 'node:fs';
import mammoth from 'mammoth';
import { unzipSync, strFromU8 } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { startComparedStudy } from './compared-study.ts';

async function reported() {
  const study = await startComparedStudy(1);
  const { api, coders, transcripts } = study;
  await study.code(0, 0, 'It costs time.', 'Time');
  await study.code(1, 0, 'I trust them', 'Trust');
  await study.code(0, 0, 'We talk a lot.', 'Ideas');
  await study.code(1, 0, 'We talk a lot.', 'Ideas');
  await study.finish(0, 0);
  await study.finish(1, 0);
  const id = await api.comparison.create({
    name: 'Round <1>',
    coders: [{ coderId: coders[0]! }, { coderId: coders[1]! }],
    transcriptIds: [...transcripts],
  });
  await api.comparison.begin({ id });
  const [first] = (await api.comparison.differences({ id })).differences;
  await api.comparison.decide({
    id,
    difference: first!.key,
    outcome: 'one coder',
    position: 0,
    reason: '=because & <so>',
    proposedBy: 1,
  });
  const write = async (format: 'docx' | 'html' | 'xlsx' | 'csv') => {
    const { file, name, bytes } = await api.comparison.report({ id, format });
    const { path } = study.core.files.resolve(file);
    expect(fs.statSync(path).size).toBe(bytes);
    return { path, name };
  };
  return { write };
}

test('the report says how, what and what came of it, in every format', async () => {
  const { write } = await reported();
  const html = await write('html');
  expect(html.name).toBe('Agreement- Round -1.html');
  const page = fs.readFileSync(html.path, 'utf8');
  expect(page).toContain('<h1>Agreement: Round &lt;1&gt;</h1>');
  expect(page).toContain('Anna, Ben independently coded 1 transcript');
  expect(page).toContain('too few transcripts for an interval');
  expect(page).toContain('negotiated agreement is no measure of reliability');
  expect(page).toContain('=because &amp; &lt;so&gt;');
  expect(page).not.toMatch(/<(script|link|img)\b/);

  const docx = await write('docx');
  const { value: words } = await mammoth.extractRawText({ path: docx.path });
  expect(words).toContain('Anna, Ben independently coded 1 transcript');
  expect(words).toContain('as Anna has it');

  const xlsx = await write('xlsx');
  const sheets = await readXlsx(xlsx.path);
  const byName = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
  expect([...byName.keys()]).toEqual([
    'Report',
    'Agreement Anna, Ben',
    'Per transcript',
    'Discussion',
    'Differences',
  ]);
  const [head, ...rows] = byName.get('Agreement Anna, Ben')!;
  const at = (title: string) => head!.indexOf(title);
  const time = rows.find((row) => row[at('Code')] === 'Time')!;
  expect([time[at('Units of Anna')], time[at('Units of Ben')], time[at('Some gave it')]]).toEqual([1, 0, 1]);
  const differences = byName.get('Differences')!;
  expect(differences).toHaveLength(3);

  const csv = await write('csv');
  expect(csv.name).toBe('Agreement- Round -1.zip');
  const files = unzipSync(fs.readFileSync(csv.path));
  expect(strFromU8(files['Differences.csv']!)).toContain("'=because & <so>");
});
