import fs from 'node:fs';
import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cellText } from '#shared/comparison/report-html.ts';
import type { ReportTable, SessionReport } from '#shared/comparison/session-report.ts';
import { spreadsheetText } from '#electron/export/spreadsheet-text.ts';

/** A Word document, on its side because the tables are wide. */
export async function writeReportDocx(file: string, author: string, report: SessionReport): Promise<void> {
  const document = new Document({
    creator: author,
    title: report.title,
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: spreadsheetText(report.title) }),
          ...report.paragraphs.map(
            (text) =>
              new Paragraph({ spacing: { after: 160 }, children: [new TextRun(spreadsheetText(text))] }),
          ),
          ...report.tables.flatMap(tableOf),
        ],
      },
    ],
  });
  fs.writeFileSync(file, await Packer.toBuffer(document));
}

function tableOf({ name, caption, columns, rows }: ReportTable): (Paragraph | Table)[] {
  // Columns that hold nothing at all would only make the others narrow on paper.
  const shown = columns.map((_, index) => rows.some((row) => cellText(row[index] ?? null) !== ''));
  const kept = <Item>(items: readonly Item[]): readonly Item[] =>
    items.filter((_, index) => shown[index] === true);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: spreadsheetText(name) }),
    new Paragraph({
      spacing: { after: 80 },
      children: [new TextRun({ text: spreadsheetText(caption), italics: true })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: kept(columns).map(({ title }) => cell(title, true)) }),
        ...rows.map(
          (row) => new TableRow({ children: kept(row).map((value) => cell(cellText(value), false)) }),
        ),
      ],
    }),
    new Paragraph(''),
  ];
}

function cell(text: string, bold: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: spreadsheetText(text), size: 15, bold })] })],
  });
}
