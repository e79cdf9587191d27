import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { auditClasses } from '#shared/reports/audit-classes.ts';
import { reportKinds, type ReportFormat, type ReportKind } from '#shared/reports/reports-contract.ts';
import { makeReport } from '#electron/reports/make-report.ts';
import { startCore, type TestCore } from '#test/support/test-core.ts';

async function sample(): Promise<TestCore> {
  const started = startCore();
  await started.api.project.createSample({ path: `${started.folder}/sample` });
  return started;
}

function bytesOf(
  { core }: TestCore,
  { file }: { readonly file: Parameters<TestCore['core']['files']['resolve']>[0] },
) {
  return fs.readFileSync(core.files.resolve(file).path);
}

/** Without the thread that the product starts for it. */
async function written({ folder }: TestCore, kind: ReportKind, format: ReportFormat): Promise<Buffer> {
  const file = `${folder}/report.${format}`;
  const request = { kind, format, file, coderId: null, coderName: null, madeAt: '2026-01-01T00:00:00Z' };
  await makeReport({ ...request, projectPath: `${folder}/sample.crosscase` }, () => {});
  return fs.readFileSync(file);
}

/** The text of a page, by a parser of HTML. */
function pageText(html: string): string {
  type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] };
  const walk = (node: Node): string =>
    node.nodeName === 'style' ? '' : (node.value ?? '') + (node.childNodes ?? []).map(walk).join(' ');
  return walk(parse(html));
}

test('quotations by code hold every coding once, word for word', async () => {
  const study = await sample();
  const { api } = study;
  const html = bytesOf(
    study,
    await api.reports.make({ kind: 'quotations by code', format: 'html' }),
  ).toString('utf8');
  const shown = html.match(/<blockquote>/g)?.length;
  expect(shown).toBe(1318);
  const text = pageText(html);
  for (const { id } of (await api.transcripts.list({})).slice(0, 5)) {
    const transcript = await api.transcripts.get({ id });
    for (const { start, end } of await api.coding.ofTranscript({ transcriptId: id }))
      expect(text).toContain(transcript.text.slice(start, end));
  }
});

test('every report comes as a page that loads nothing and as a Word document', async () => {
  const study = await sample();
  await study.api.memos.create({
    class: 'analytic',
    title: 'On <joy>',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Joy & trust go together.' }] }],
    target: null,
  });
  for (const kind of reportKinds) {
    const html = (await written(study, kind, 'html')).toString('utf8');
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/i);
    const docx = await written(study, kind, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: docx });
    expect(value).toContain('Sample study: teachers on learning networks');
    if (kind === 'memo book')
      expect([pageText(html), value].every((text) => text.includes('On <joy>'))).toBe(true);
  }
});

test('the audit trail sorts what was done into the six classes', async () => {
  const study = await sample();
  await study.api.codebook.create({ parentId: null, name: 'New idea' });
  const html = bytesOf(study, await study.api.reports.make({ kind: 'audit trail', format: 'html' })).toString(
    'utf8',
  );
  expect(pageText(html)).toMatch(/Reconstruction and synthesis.*New idea/s);
  expect(auditClasses.length).toBe(6);
});

test('the archive holds every table, row for row, and its checksums are right', async () => {
  const study = await sample();
  const parts = unzipSync(bytesOf(study, await study.api.reports.archive({})));
  const sums = Buffer.from(parts['SHA256SUMS.txt']!).toString('utf8').trimEnd().split('\n');
  expect(sums.length).toBe(Object.keys(parts).length - 1);
  for (const line of sums) {
    const [sum, name] = line.split('  ');
    expect(createHash('sha256').update(parts[name!]!).digest('hex')).toBe(sum);
  }
  const codings = JSON.parse(
    Buffer.from(parts['tables/coding.json']!).toString('utf8'),
  ) as readonly unknown[];
  expect(codings.length).toBe(1318);
  expect(Object.keys(parts).filter((name) => name.startsWith('transcripts/')).length).toBe(25);
  expect(Object.keys(parts).every((name) => /\.(txt|csv|json|docx|html)$/.test(name))).toBe(true);
  const T01 = fs.readFileSync(
    new URL('../../electron/sample-study/data/transcripts/T01.txt', import.meta.url),
    'utf8',
  );
  expect(Buffer.from(parts['transcripts/T01.txt']!).toString('utf8')).toBe(
    T01.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''),
  );
});
