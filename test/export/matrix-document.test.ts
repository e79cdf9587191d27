import fs from 'node:fs';
import mammoth from 'mammoth';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { startExportStudy, zipTexts } from './export-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

type Node = DefaultTreeAdapterTypes.Node;

async function filledStudy() {
  const study = await startExportStudy();
  const { api, code, matrixId } = study;
  const shared = await study.apply('T01', 'We shared the work.', code.work);
  await study.apply('T01', '=SUM(A1:A9) is what I call it.', code.time);
  await api.coding.change({ id: shared, translation: 'We verdeelden het werk.' });
  await study.summarise('T01', 0, 'Shares <all> the work.\nAlways & ever.');
  await study.summarise('T02', 1, 'Calls abroad.\u0007');
  const { columns } = await api.matrices.get({ id: matrixId });
  await api.matrices.changeColumn({ id: columns[0]!.id, decisionRule: 'Only paid work.' });
  await api.matrices.change({ id: matrixId, decisionRules: 'Two sources at least.' });
  await api.matrices.setEvidence({
    columnId: columns[0]!.id,
    rowKey: await rowOfCase(api, await study.participant('T01')),
    codingIds: [shared],
    stance: 'contradicts',
  });
  return study;
}

function findAll(node: Node, tag: string): DefaultTreeAdapterTypes.Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap((child) => findAll(child, tag)) : [];
  return 'tagName' in node && node.tagName === tag ? [node, ...below] : below;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

test('writes a landscape table into a document, with a header on every page and rows that may break', async () => {
  const study = await filledStudy();
  const file = await study.export('docx');
  const html = parseFragment((await mammoth.convertToHtml({ buffer: fs.readFileSync(file) })).value);
  const rows = findAll(html, 'tr').map((row) =>
    row.childNodes.map((cell) =>
      findAll(cell, 'p')
        .map((paragraph) => textOf(paragraph))
        .join('|'),
    ),
  );
  expect(rows).toEqual([
    ['Case', 'Work|Only paid work.', 'Time & ties'],
    ['T01', 'Shares <all> the work.Always & ever.|2 fragments · 1 as evidence', '|1 fragment'],
    ['T02', '', 'Calls abroad.'],
    ['T10', '', ''],
  ]);
  const xml = (await zipTexts(file)).get('word/document.xml')!;
  expect(xml).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
  expect(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)!.slice(1)).toEqual(['16840', '11907']);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  // A short row stands on one page, and one that is longer than most pages goes on on the next.
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4);
  await study.summarise('T10', 0, 'It goes on. '.repeat(200));
  const long = (await zipTexts(await study.export('docx'))).get('word/document.xml')!;
  expect(long.match(/<w:cantSplit w:val="off"\/>/g)).toHaveLength(1);
  expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
});

test('the document quotes what a summary rests on, with its translation, and links both ways', async () => {
  const study = await filledStudy();
  const file = await study.export('docx');
  const { value } = await mammoth.extractRawText({ buffer: fs.readFileSync(file) });
  const [, after] = value.split('What the summaries rest on');
  expect(after).toContain(
    '“We shared the work.”\n\nWe verdeelden het werk.\n\ncontradicts · Work · T01, turn 2 (Work) · Anna',
  );
  expect(after).not.toContain('SUM');
  expect(after).toContain('Decision rules: Two sources at least.');
  const xml = (await zipTexts(file)).get('word/document.xml')!;
  const marks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
  const targets = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name!);
  expect(targets).toHaveLength(2);
  for (const target of targets) expect(marks).toContain(target);
});

test('writes one page that needs nothing else: no script, no address, links that lead somewhere', async () => {
  const study = await filledStudy();
  const text = fs.readFileSync(await study.export('html'), 'utf8');
  const page = parseFragment(text);
  expect(findAll(page, 'script')).toEqual([]);
  expect(text).not.toMatch(/https?:|src=|@import|url\(/);
  const ids = new Set<string>();
  const hrefs: string[] = [];
  for (const tag of ['a', 'td', 'h3', 'section'])
    for (const { attrs } of findAll(page, tag))
      for (const { name, value } of attrs) {
        if (name === 'id') ids.add(value);
        if (name === 'href') hrefs.push(value);
      }
  // Two in the head, two cells to their fragments, two back.
  expect(hrefs).toHaveLength(6);
  for (const href of hrefs) expect(ids).toContain(href.slice(1));
  const cells = findAll(page, 'td').map((cell) => findAll(cell, 'p').map(textOf));
  expect(cells).toEqual([
    ['Shares <all> the work.\nAlways & ever.', '2 fragments · 1 as evidence'],
    ['1 fragment'],
    [],
    ['Calls abroad.\u0007'],
    [],
    [],
  ]);
  const [first] = findAll(page, 'figure');
  expect(textOf(first!).trim().split('\n')).toEqual([
    'We shared the work.',
    'We verdeelden het werk. (translated by Anna)',
    'contradicts · Work · T01, turn 2 (Work) · Anna',
  ]);
  const facts = new Map(
    findAll(page, 'dt').map((term, at) => [textOf(term), textOf(findAll(page, 'dd')[at]!)]),
  );
  expect(facts.get('Layers counted')).toBe('Anna');
  expect(facts.get('Codebook version')).toContain('no version of it was kept');
  expect(facts.get('Decision rules')).toBe('Two sources at least.');
});

test('twenty-five cases and twelve long columns are one table', async () => {
  const study = await startExportStudy();
  const { api, code, matrixId } = study;
  for (let number = 0; number < 22; number += 1) await api.participants.create({ code: `X${number}` });
  for (let number = 0; number < 10; number += 1)
    await api.matrices.addColumn({ matrixId, title: `Column ${number}`, codeIds: [code.ties] });
  const { rows, columns } = await api.matrices.get({ id: matrixId });
  for (const { key: rowKey } of rows)
    for (const { id } of columns)
      await api.matrices.writeSummary({
        rowKey,
        columnId: id,
        summary: 'A sentence of a claim. '.repeat(12),
      });
  const file = await study.export('docx');
  const xml = (await zipTexts(file)).get('word/document.xml')!;
  expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
  expect(xml.match(/<w:tr>/g)).toHaveLength(26);
  expect(xml.match(/<w:gridCol /g)).toHaveLength(13);
});

test('a report of each case has its narrative, its summaries and what they rest on', async () => {
  const study = await filledStudy();
  const participantId = await study.participant('T01');
  await study.api.withinCase.writeNarrative({ participantId, text: 'She keeps up.\nWith help.' });
  const { file, name } = await study.api.export.matrix({ matrixId: study.matrixId, format: 'cases' });
  expect(name).toBe('Cases × themes, cases.docx');
  const { path } = study.core.files.resolve(file);
  const { value } = await mammoth.extractRawText({ buffer: fs.readFileSync(path) });
  const [first, second] = value.split('\n\nT02\n\n');
  expect(first).toContain('She keeps up.');
  expect(first).toContain('Shares <all> the work.');
  expect(first).toContain('We verdeelden het werk.');
  expect(second).toContain('Calls abroad.');
  expect(second).toContain('Unchecked cells: 2. Work: T01; Time & ties: T02');
  const html = parseFragment((await mammoth.convertToHtml({ buffer: fs.readFileSync(path) })).value);
  expect(findAll(html, 'h1').map(textOf)).toEqual(['T01', 'T02', 'T10', 'How this was made']);
});
