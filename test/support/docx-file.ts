import { zipFile, type ZipPart } from './zip-file.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** A Word document with these paragraphs; `\n` in one is a line break, `\t` a tab. */
export function docxFile(paragraphs: readonly string[], document?: Partial<ZipPart>): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r>${runContent(text)}</w:r></w:p>`).join('');
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${XML}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
      ...document,
    },
  ]);
}

function runContent(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>';
      if (piece === '\t') return '<w:tab/>';
      const escaped = piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<w:t xml:space="preserve">${escaped}</w:t>`;
    })
    .join('');
}
