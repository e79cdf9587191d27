import fs from 'node:fs';
import {
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { must } from '#shared/assert.ts';
import { aboutFacts, type AboutExport } from '#shared/export/about-sheet.ts';
import { behindCells } from '#shared/export/claims.ts';
import { tablePage, type TableColumn, type TablePage } from '#shared/export/document-widths.ts';
import { poleName, type CellFragment } from '#shared/export/fragments-sheet.ts';
import {
  cellFinder,
  cellNote,
  judgedText,
  rowAttributes,
  shownText,
  sourceOf,
  stateFinder,
  type MatrixReport,
} from '#shared/export/matrix-report.ts';
import type { LayoutRow } from '#shared/export/matrix-layout.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { runs, xmlText } from './docx-text.ts';

/** The whole document is in memory while it is made, and word processors give up long before this. */
const MOST_QUOTATIONS = 10_000;
const BODY = 17;
const SMALL = 14;
const GREY = '5C6066';
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'BFC4CA' } as const;
const HAIRLINES = {
  top: HAIRLINE,
  bottom: HAIRLINE,
  left: HAIRLINE,
  right: HAIRLINE,
  insideHorizontal: HAIRLINE,
  insideVertical: HAIRLINE,
};

/** A Word document: the matrix as a table on landscape pages, then the words that its summaries rest on. */
export async function writeMatrixDocx(file: string, report: MatrixReport): Promise<void> {
  const { about } = report;
  const quotations = evidenceOf(report);
  const page = tablePage(textLengths(about));
  const document = new Document({
    title: xmlText(about.matrix.name),
    creator: xmlText(about.coderName ?? 'Crosscase'),
    styles: { default: { document: { run: { font: 'Calibri', size: BODY } } } },
    sections: [
      {
        properties: {
          page: {
            // docx turns the sides round for landscape: they are given as for portrait.
            size: {
              orientation: PageOrientation.LANDSCAPE,
              width: Math.round(page.height),
              height: Math.round(page.width),
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: pageNumbers(about, page) },
        children: [
          heading(about.matrix.name, HeadingLevel.TITLE),
          new Paragraph({ spacing: { after: 160 }, children: runs(about.projectTitle, { color: GREY }) }),
          ...page.tables.flatMap((columns, index) => [
            ...(index === 0 ? [] : [new Paragraph({ children: [] })]),
            matrixTable(report, page, columns, placesOf(quotations)),
          ]),
          ...evidence(quotations),
          ...behind(report),
          heading('How this was made', HeadingLevel.HEADING_1),
          ...aboutFacts(about, report.claims).map(factParagraph),
        ],
      },
    ],
  });
  fs.writeFileSync(file, await Packer.toBuffer(document));
}

/** Only what a summary rests on: all that is coded fills a workbook, not a document. */
function evidenceOf({ fragments }: MatrixReport): CellFragment[] {
  const found: CellFragment[] = [];
  for (const item of fragments) {
    if (item.stance !== null) found.push(item);
    if (found.length === MOST_QUOTATIONS) break;
  }
  return found;
}

function textLengths({ matrix }: AboutExport): number[] {
  const lengths = new Map(matrix.columns.map(({ id, title }) => [id, title.length]));
  for (const { columnId, summary } of matrix.cells)
    lengths.set(columnId, (lengths.get(columnId) ?? 0) + summary.length);
  return [...lengths.values()];
}

function placesOf(quotations: readonly CellFragment[]): ReadonlySet<string> {
  return new Set(quotations.map(placeOf));
}

function placeOf({ rowNumber, column }: CellFragment): string {
  return `${rowNumber}_${column.id}`;
}

/** Below this many characters in its longest cell a row stands on one page; a longer one goes on on the next. */
const WHOLE_ROW = 1_200;

/** Its header comes back on every page. */
function matrixTable(
  report: MatrixReport,
  page: TablePage,
  shown: readonly TableColumn[],
  linked: ReadonlySet<string>,
): Table {
  const columns = shown.map(({ index, width }) => ({
    column: must(report.about.matrix.columns[index], 'the page was made from these columns'),
    width,
  }));
  const widths = [Math.round(page.caseWidth), ...columns.map(({ width }) => width)];
  const find = cellFinder(report);
  const stateOf = stateFinder(report);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: HAIRLINES,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          headCell([new Paragraph({ children: runs('Case', { bold: true }) })], widths[0]),
          ...columns.map(({ column, width }) => headCell(columnHead(column), width)),
        ],
      }),
      ...report.layout.rows.map((entry) =>
        entry.kind === 'group' ? groupRow(entry, widths.length) : caseRow(entry),
      ),
    ],
  });

  function caseRow({ row }: Extract<LayoutRow, { kind: 'case' }>): TableRow {
    const longest = Math.max(...columns.map(({ column }) => shownText(find(row, column)).length));
    return new TableRow({
      cantSplit: longest < WHOLE_ROW,
      children: [
        new TableCell({
          children: [
            new Paragraph({ children: runs(row.code, { bold: true }) }),
            ...smallParagraph(rowAttributes(report.layout, row)),
          ],
        }),
        ...columns.map(({ column }) => {
          const cell = find(row, column);
          const place = `${report.layout.rowOf.get(row.key) ?? 0}_${column.id}`;
          const note = cellNote(cell, stateOf(row, column));
          const noteRun = new TextRun({ text: note, size: SMALL, color: GREY });
          return new TableCell({
            children: [
              ...claimParagraphs(`c_${place}`, judgedText(cell), shownText(cell)),
              ...(note === ''
                ? []
                : [
                    new Paragraph({
                      children: [
                        linked.has(place)
                          ? new InternalHyperlink({ anchor: `e_${place}`, children: [noteRun] })
                          : noteRun,
                      ],
                    }),
                  ]),
            ],
          });
        }),
      ],
    });
  }
}

/** What was judged stands first, in bold: it is what a reader looks for in such a column. */
function claimParagraphs(bookmark: string, judged: string, text: string): Paragraph[] {
  const lines = [
    ...(judged === '' ? [] : [runs(judged, { bold: true })]),
    ...(text === '' && judged !== '' ? [] : [runs(text)]),
  ];
  return lines.map(
    (children, index) =>
      new Paragraph({ children: index === 0 ? [new Bookmark({ id: bookmark, children })] : children }),
  );
}

function columnHead({ title, decisionRule }: MatrixColumn): Paragraph[] {
  return [new Paragraph({ children: runs(title, { bold: true }) }), ...smallParagraph(decisionRule)];
}

function headCell(children: Paragraph[], width: number | undefined): TableCell {
  return new TableCell({
    shading: { type: ShadingType.CLEAR, fill: 'E8ECF1' },
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    children,
  });
}

function groupRow({ title }: { readonly title: string }, columnSpan: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        shading: { type: ShadingType.CLEAR, fill: 'F4F6F8' },
        children: [new Paragraph({ keepNext: true, children: runs(title, { bold: true }) })],
      }),
    ],
  });
}

function* evidence(quotations: readonly CellFragment[]): Generator<Paragraph> {
  if (quotations.length === 0) return;
  yield new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: runs('What the summaries rest on'),
  });
  let place = '';
  for (const item of quotations) {
    if (placeOf(item) !== place) {
      place = placeOf(item);
      const title = new TextRun({ text: xmlText(`${item.rowName} × ${item.column.title}`), bold: true });
      yield new Paragraph({
        keepNext: true,
        spacing: { before: 200 },
        children: [
          new Bookmark({
            id: `e_${place}`,
            children: [new InternalHyperlink({ anchor: `c_${place}`, children: [title] })],
          }),
        ],
      });
    }
    yield* quotationParagraphs(item);
  }
}

/** Reasons, cells of other matrices, and what each sentence rests on: those that there are. */
function* behind({ about: { matrix }, claims, layout }: MatrixReport): Generator<Paragraph> {
  const cells = behindCells(matrix, claims);
  if (cells.length === 0) return;
  yield heading('What is behind the cells', HeadingLevel.HEADING_1);
  for (const { rowKey, columnId, name, lines } of cells) {
    const anchor = `c_${layout.rowOf.get(rowKey) ?? 0}_${columnId}`;
    const title = new TextRun({ text: xmlText(name), bold: true });
    yield new Paragraph({
      keepNext: true,
      spacing: { before: 120 },
      children: [new InternalHyperlink({ anchor, children: [title] })],
    });
    for (const line of lines) yield new Paragraph({ indent: { left: 280 }, children: runs(line) });
  }
}

/** A quotation with its translation, its source and what it does for the summary. */
export function* quotationParagraphs(item: CellFragment): Generator<Paragraph> {
  const { fragment, stance, code, codePath } = item;
  const indent = { left: 280 };
  yield new Paragraph({
    keepNext: true,
    indent,
    spacing: { before: 80 },
    children: runs(`“${fragment.quotation}”`),
  });
  if (fragment.translation !== '')
    yield new Paragraph({ keepNext: true, indent, children: runs(fragment.translation, { italics: true }) });
  const facts = [stance, codePath, poleName(fragment.weight, code), sourceOf(item), fragment.coderName];
  yield new Paragraph({
    indent,
    children: runs(facts.filter((fact) => fact !== null).join(' · '), { size: SMALL, color: GREY }),
  });
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: runs(text),
  });
}

export function factParagraph([name, text]: readonly [string, string]): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    children: [new TextRun({ text: `${xmlText(name)}: `, bold: true }), ...runs(text)],
  });
}

function smallParagraph(text: string): Paragraph[] {
  return text === '' ? [] : [new Paragraph({ children: runs(text, { size: SMALL, color: GREY }) })];
}

/** What it is and when it was made stands on every page: pages get lost. */
function pageNumbers(about: AboutExport, page: TablePage): Footer {
  const made = `${about.matrix.name} · ${about.exportedAt.slice(0, 10)}`;
  const children: ParagraphChild[] = [
    ...runs(made, { size: SMALL, color: GREY }),
    new TextRun({
      children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      size: SMALL,
      color: GREY,
    }),
  ];
  const position = Math.round(page.width - 2 * page.margin);
  return new Footer({
    children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position }], children })],
  });
}
