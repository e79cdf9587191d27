import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportBlock, ReportDocument } from '#shared/reports/report-document.ts';
import { spreadsheetText } from '#electron/export/spreadsheet-text.ts';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** The report as a Word document; headings make its outline, and tables repeat their header on every page. */
export async function reportDocx({ title, studyTitle, facts, blocks }: ReportDocument): Promise<Buffer> {
  const document = new Document({
    creator: 'Crosscase',
    title: spreadsheetText(title),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: spreadsheetText(title) }),
          new Paragraph({ children: runs(studyTitle) }),
          ...facts.map(
            ([label, value]) => new Paragraph({ children: runs(`${label}: ${value}`, { size: 18 }) }),
          ),
          ...blocks.flatMap(blockDocx),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function blockDocx(block: ReportBlock): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3,
          text: spreadsheetText(block.text),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: runs(block.text) })];
    case 'quotation': {
      const { text, translation, source, note } = block;
      const indent = { left: 360 };
      return [
        new Paragraph({ indent, keepNext: true, children: runs(text) }),
        ...(translation === ''
          ? []
          : [new Paragraph({ indent, keepNext: true, children: runs(translation, { italics: true }) })]),
        new Paragraph({
          indent,
          spacing: { after: 160 },
          children: runs([source, note].filter((part) => part !== '').join(' · '), { size: 18 }),
        }),
      ];
    }
    case 'table':
      return [tableDocx(block.header, block.rows)];
  }
}

function tableDocx(header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cells = (texts: readonly string[], bold: boolean): TableCell[] =>
    texts.map(
      (text) => new TableCell({ children: [new Paragraph({ children: runs(text, { bold, size: 18 }) })] }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(header, true) }),
      ...rows.map((row) => new TableRow({ children: cells(row, false) })),
    ],
  });
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

function runs(text: string, look: Look = {}): TextRun[] {
  return spreadsheetText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
