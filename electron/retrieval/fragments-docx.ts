import fs from 'node:fs';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  factsAsLines,
  percent,
  placeOf,
  poleOf,
  type ExportedFragment,
  type ExportFacts,
} from '#shared/retrieval/fragment-export.ts';
import { crossedTables } from '#shared/retrieval/crossed-sheets.ts';
import { runs, xmlText } from '#electron/export/docx-text.ts';

/** The whole document is in memory while it is made, and word processors give up long before this. */
const MOST_FRAGMENTS = 20_000;

export async function writeFragmentsDocx(
  file: string,
  facts: ExportFacts,
  fragments: Iterable<ExportedFragment>,
): Promise<void> {
  const document = new Document({
    title: facts.title,
    creator: facts.coderName ?? 'Crosscase',
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    sections: [
      { footers: { default: pageNumbers() }, children: [...opening(facts), ...listed(facts, fragments)] },
    ],
  });
  fs.writeFileSync(file, await Packer.toBuffer(document));
}

function pageNumbers(): Footer {
  const children = [
    new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 16 }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function* opening(facts: ExportFacts): Generator<Paragraph | Table> {
  yield new Paragraph({ heading: HeadingLevel.TITLE, children: runs(facts.title) });
  for (const [name, text] of factsAsLines(facts)) {
    yield new Paragraph({
      spacing: { after: 60 },
      children: [
        new TextRun({ text: `${xmlText(name)}: `, bold: true, size: 18 }),
        ...runs(text, { size: 18 }),
      ],
    });
  }
  if (facts.groups.length > 1) yield countsTable(facts);
  for (const { name, header, rows } of crossedTables(facts)) {
    yield new Paragraph({
      spacing: { before: 240, after: 60 },
      keepNext: true,
      children: runs(name, { bold: true }),
    });
    yield table([header, ...rows.map(({ title, counts }) => [title, ...counts.map(String)])]);
  }
}

function countsTable({ groups, total }: ExportFacts): Table {
  return table([
    ['Group', 'Fragments', '%', 'Cases'],
    ...groups.map(({ title, fragments, cases, casesInScope }) => [
      title,
      String(fragments),
      String(percent(fragments, total) ?? ''),
      `${cases} of ${casesInScope}`,
    ]),
  ]);
}

/** The first row is the header, and stands on every page. */
function table([header = [], ...rest]: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], bold = false): TableRow =>
    new TableRow({
      tableHeader: bold,
      children: cells.map(
        (text) => new TableCell({ children: [new Paragraph({ children: runs(text, { bold, size: 18 }) })] }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(header, true), ...rest.map((cells) => row(cells))],
  });
}

function* listed(facts: ExportFacts, fragments: Iterable<ExportedFragment>): Generator<Paragraph> {
  let group: string | null = null;
  let count = 0;
  for (const exported of fragments) {
    if (count === MOST_FRAGMENTS) {
      const rest = facts.total - MOST_FRAGMENTS;
      yield new Paragraph({
        children: runs(
          `${rest} more fragments do not fit in a document: export to Excel or csv for all of them.`,
        ),
      });
      return;
    }
    count += 1;
    if (exported.group !== group && exported.group !== null) {
      yield new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(exported.group) });
    }
    ({ group } = exported);
    yield* fragmentParagraphs(exported);
  }
}

function* fragmentParagraphs(exported: ExportedFragment): Generator<Paragraph> {
  const { fragment, before, after, codePath } = exported;
  yield new Paragraph({
    keepNext: true,
    spacing: { before: 240 },
    children: [
      ...runs(before, { color: '707070' }),
      ...runs(fragment.quotation),
      ...runs(after, { color: '707070' }),
    ],
  });
  if (fragment.translation !== '')
    yield new Paragraph({ keepNext: true, children: runs(fragment.translation, { italics: true }) });
  if (fragment.memo !== '')
    yield new Paragraph({ keepNext: true, children: runs(`Memo: ${fragment.memo}`, { size: 18 }) });
  const source = [codePath, poleOf(exported), placeOf(exported), fragment.coderName];
  yield new Paragraph({
    children: runs(source.filter((part) => part !== null).join(' · '), { size: 18, color: '505050' }),
  });
}
