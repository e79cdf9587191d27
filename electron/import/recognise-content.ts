import { entryNames } from './zip-directory.ts';

/** What a file is, whatever its name says. `text` means: nothing else was recognised. */
export type Content =
  | 'docx'
  | 'odt'
  | 'xlsx'
  | 'zip'
  | 'old word'
  | 'rtf'
  | 'pdf'
  | 'picture'
  | 'recording'
  | 'database'
  | 'binary'
  | 'text';

/** How a person knows it. */
export const contentNames: Readonly<Record<Content, string>> = {
  docx: 'a Word document (.docx)',
  odt: 'an OpenDocument text (.odt)',
  xlsx: 'a spreadsheet (.xlsx)',
  zip: 'a ZIP archive',
  'old word': 'an old or protected Office document (.doc)',
  rtf: 'a rich text document (.rtf)',
  pdf: 'a PDF',
  picture: 'a picture',
  recording: 'a recording',
  database: 'a database',
  binary: 'binary data',
  text: 'plain text (.txt)',
};

const MAGIC: readonly (readonly [string, Content])[] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old word'],
  ['\x89PNG\r\n', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['ID3', 'recording'],
  ['RIFF', 'recording'],
  ['OggS', 'recording'],
  ['SQLite format 3\0', 'database'],
];

export function recogniseContent(bytes: Buffer): Content {
  const head = bytes.toString('latin1', 0, 16);
  const magic = MAGIC.find(([start]) => head.startsWith(start));
  if (magic !== undefined) return magic[1];
  if (head.slice(4, 8) === 'ftyp') return 'recording';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return recogniseZip(bytes);
  // UTF-16 is full of zeros, so only a mark at its start tells it from binary data.
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return 'text';
  return bytes.includes(0) ? 'binary' : 'text';
}

function recogniseZip(bytes: Buffer): Content {
  const names = new Set(entryNames(bytes));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('mimetype') && names.has('content.xml')) return 'odt';
  return 'zip';
}
