import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { OutlineLine } from '#shared/codebook/codebook-outline.ts';
import { spreadsheetText } from './spreadsheet-text.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** A Word document with a heading for each code, so that its outline is the codebook's. */
export async function codebookDocx(
  facts: { readonly author: string; readonly title: string },
  lines: readonly OutlineLine[],
): Promise<Buffer> {
  const document = new Document({
    creator: facts.author,
    title: facts.title,
    sections: [{ children: lines.map(paragraphOf) }],
  });
  return Packer.toBuffer(document);
}

function paragraphOf(line: OutlineLine): Paragraph {
  if (line.kind === 'code') {
    return new Paragraph({
      heading: HEADINGS[line.level - 1] ?? HeadingLevel.HEADING_6,
      text: clean(line.text),
    });
  }
  const label = line.label === '' ? [] : [new TextRun({ text: `${line.label}: `, bold: true })];
  const runs = clean(line.text)
    .split('\n')
    .map((text, index) => new TextRun({ text, ...(index > 0 ? { break: 1 } : {}) }));
  return new Paragraph({ spacing: { after: 120 }, children: [...label, ...runs] });
}

/** What XML cannot hold is left out, as in spreadsheets. */
function clean(text: string): string {
  return spreadsheetText(text);
}
