import { AppError } from '#shared/contract/errors.ts';
import { ofZeros } from './decode-text.ts';
import { entryNames } from './zip-directory.ts';

/** What a file is, whatever its name says. `text` means: nothing else was recognised. */
export type Content =
  | 'docx'
  | 'odt'
  | 'xlsx'
  | 'zip'
  | 'old word'
  | 'locked'
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
  'old word': 'an old Office document (.doc)',
  locked: 'a document with a password',
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

/** How an Office document with a password calls what it holds, in the list of the old kind of file that it is put in. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** Throws `file-encrypted`, `file-binary` and, when it is anything else than its name says, `file-mislabelled`. */
export function requireContent(bytes: Buffer, name: string, extension: string, wanted: Content): void {
  const content = recogniseContent(bytes);
  if (content === 'locked') throw new AppError('file-encrypted', { name });
  if (content === 'binary' && wanted === 'text') throw new AppError('file-binary', { name });
  if (content !== wanted)
    throw new AppError('file-mislabelled', { name, expected: extension, found: contentNames[content] });
}

export function recogniseContent(bytes: Buffer): Content {
  const head = bytes.toString('latin1', 0, 16);
  const magic = MAGIC.find(([start]) => head.startsWith(start));
  if (magic?.[1] === 'old word' && bytes.includes(ENCRYPTED_PACKAGE)) return 'locked';
  if (magic !== undefined) return magic[1];
  if (head.slice(4, 8) === 'ftyp') return 'recording';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return recogniseZip(bytes);
  // UTF-16 is full of zeros: its mark, or their places, tell it from binary data.
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff') || ofZeros(bytes) !== null) return 'text';
  return isBinary(bytes) ? 'binary' : 'text';
}

/** A stray control character makes no text binary; many do. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) controls += 1;
  return controls > sample.length / 100 && sample.includes(0);
}

function recogniseZip(bytes: Buffer): Content {
  const names = new Set(entryNames(bytes));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('mimetype') && names.has('content.xml')) return 'odt';
  // LibreOffice since 24.8: all of the document in one encrypted part.
  if (names.has('mimetype') && names.has('encrypted-package')) return 'locked';
  return 'zip';
}
