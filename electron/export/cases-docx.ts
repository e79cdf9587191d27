import fs from 'node:fs';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { aboutFacts } from '#shared/export/about-sheet.ts';
import { cellKey } from '#shared/export/cell-lookup.ts';
import { behindCells } from '#shared/export/claims.ts';
import type { CellFragment } from '#shared/export/fragments-sheet.ts';
import { cellFinder, cellNote, judgedText, shownText, stateFinder } from '#shared/export/matrix-report.ts';
import type { MatrixRow } from '#shared/matrices/matrices-contract.ts';
import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readSheet } from '#electron/within-case/read-sheet.ts';
import { runs, xmlText } from './docx-text.ts';
import type { GatheredMatrix } from './gather-matrix.ts';
import { factParagraph, quotationParagraphs } from './matrix-docx.ts';

const GREY = '5C6066';

/** A Word document with a report of each case of the matrix, each on pages of its own. */
export async function writeCasesDocx(file: string, db: ReadableDb, gathered: GatheredMatrix): Promise<void> {
  const { about, claims } = gathered;
  const quoted = Map.groupBy(
    [...gathered.fragments].filter(({ stance }) => stance !== null),
    ({ rowNumber, column }) => `${rowNumber} ${column.id}`,
  );
  const document = new Document({
    title: xmlText(`${about.matrix.name}: cases`),
    creator: xmlText(about.coderName ?? 'Crosscase'),
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } } } },
    sections: [
      {
        children: [
          ...about.matrix.rows.flatMap((row, index) => [...caseReport(db, gathered, quoted, row, index > 0)]),
          heading('How this was made', true),
          ...aboutFacts(about, claims).map(factParagraph),
        ],
      },
    ],
  });
  fs.writeFileSync(file, await Packer.toBuffer(document));
}

function* caseReport(
  db: ReadableDb,
  gathered: GatheredMatrix,
  quoted: ReadonlyMap<string, readonly CellFragment[]>,
  row: MatrixRow,
  isOnNewPage: boolean,
): Generator<Paragraph> {
  const { about, layout } = gathered;
  const sheet =
    row.participantId === null
      ? null
      : readSheet(db, row.participantId, { kind: 'matrix', matrixId: about.matrix.id });
  const find = cellFinder(gathered);
  const stateOf = stateFinder(gathered);
  const behind = new Map(
    behindCells(about.matrix, gathered.claims).map((cell) => [
      cellKey(cell.rowKey, cell.columnId),
      cell.lines,
    ]),
  );
  yield heading(row.code, isOnNewPage);
  if (row.isGone) yield small('No longer in the study; what was written is kept.');
  if (sheet !== null && sheet.values.length > 0)
    yield small(sheet.values.map(({ name, value }) => `${name}: ${value}`).join(' · '));
  if (sheet !== null && sheet.narrative.text !== '')
    yield new Paragraph({ spacing: { before: 120 }, children: runs(sheet.narrative.text) });
  for (const column of about.matrix.columns) {
    const cell = find(row, column);
    const text = shownText(cell);
    const note = cellNote(cell, stateOf(row, column));
    yield new Paragraph({
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 200 },
      children: runs(column.title),
    });
    const judged = judgedText(cell);
    if (judged !== '') yield new Paragraph({ children: runs(judged, { bold: true }) });
    if (text !== '' || judged === '')
      yield new Paragraph({
        children: text === '' ? runs('No summary yet.', { color: GREY, italics: true }) : runs(text),
      });
    if (note !== '') yield small(note);
    for (const line of behind.get(cellKey(row.key, column.id)) ?? []) yield small(line);
    for (const item of quoted.get(`${layout.rowOf.get(row.key) ?? 0} ${column.id}`) ?? [])
      yield* quotationParagraphs(item);
  }
  if (sheet !== null) yield* unanswered(sheet);
}

/** What was asked and came to nothing. */
function* unanswered({ notAsked, parts, questions }: CaseSheet): Generator<Paragraph> {
  const silent = [...parts, ...questions].filter(({ outcome }) => outcome === 'no answer');
  if (notAsked.length + silent.length === 0) return;
  yield new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200 },
    children: runs('Not asked, or not answered'),
  });
  for (const title of notAsked)
    yield new Paragraph({ bullet: { level: 0 }, children: runs(`Not asked: ${title}`) });
  for (const item of silent)
    yield new Paragraph({
      bullet: { level: 0 },
      children: runs(`No answer: ${'title' in item ? item.title : item.text}`),
    });
}

function heading(text: string, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore, children: runs(text) });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: runs(text, { size: 17, color: GREY }) });
}
