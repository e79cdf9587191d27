import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseTranscript } from '#shared/transcripts/parse-transcript.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { docxFile } from '#test/support/docx-file.ts';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';
import { zipFile } from '#test/support/zip-file.ts';

const FIXTURES = path.join(REPOSITORY, 'test/fixtures/variants');
const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data/transcripts');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

async function read(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, content);
  return (await readTranscriptFile({ path: file, name })).text;
}

const readFixture = async (name: string): Promise<string> =>
  (await readTranscriptFile({ path: path.join(FIXTURES, name), name })).text;
const sample = (name: string): string => fs.readFileSync(path.join(SAMPLE, name), 'utf8');

test.each([
  ['UTF-8', utf8('I: café?\nT01: “Ja” 👍🏽')],
  ['UTF-8 with a byte order mark', utf8('\ufeffI: café?\nT01: “Ja” 👍🏽')],
  ['line ends of Windows', utf8('I: café?\r\nT01: “Ja” 👍🏽')],
  ['line ends of the old Mac', utf8('I: café?\rT01: “Ja” 👍🏽')],
  ['UTF-16, little end first', Buffer.from('\ufeffI: café?\r\nT01: “Ja” 👍🏽', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffI: café?\nT01: “Ja” 👍🏽', 'utf16le').swap16()],
])('reads a text in %s', async (_, bytes) => {
  expect(await read('interview.TXT', bytes)).toBe('I: café?\nT01: “Ja” 👍🏽');
});

test('keeps every code point: a letter with a loose accent is not composed, an inner mark stays', async () => {
  const text = 'I: cafe\u0301 \u00a0 a\ufeffb \ufffd\n\n\n  end\t';
  expect(await read('a.txt', text)).toBe(text);
});

test('reads what other programs wrote', async () => {
  expect(await readFixture('T09-utf-16le-bom.txt')).toBe(sample('T09.txt'));
  expect(await readFixture('T10-utf-8-bom-cr.txt')).toBe(sample('T10.txt'));
  const paragraphs = (text: string): string => text.replaceAll(/\n+/g, '\n').trim();
  expect(paragraphs(await readFixture('T01.docx'))).toBe(paragraphs(sample('T01.txt')));
});

test('reads the paragraphs, line breaks and tabs of a Word document', async () => {
  const text = await read('a.docx', docxFile(['I: One\nline & <another>', '', 'T01: A\ttab, “quotes” 👩‍👩‍👧‍👦']));
  expect(text).toBe('I: One\nline & <another>\n\nT01: A\ttab, “quotes” 👩‍👩‍👧‍👦');
});

test.each([
  ['nothing.txt', '', 'file-empty', {}],
  ['blank.txt', ' \n\n\t\n', 'file-empty', {}],
  ['mark.txt', '\ufeff', 'file-empty', {}],
  ['blank.docx', docxFile(['', ' ']), 'file-empty', {}],
  ['zeros.txt', Buffer.from([73, 58, 32, 0, 1, 2, 0]), 'file-binary', {}],
  ['really-word.txt', docxFile(['I: Hi']), 'file-mislabelled', { found: 'a Word document (.docx)' }],
  ['really.txt', '%PDF-1.7\n…', 'file-mislabelled', { expected: '.txt', found: 'a PDF' }],
  ['rich.txt', '{\\rtf1 Hi}', 'file-mislabelled', { found: 'a rich text document (.rtf)' }],
  ['photo.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'file-mislabelled', { found: 'a picture' }],
  ['plain.docx', 'I: Hi', 'file-mislabelled', { expected: '.docx', found: 'plain text (.txt)' }],
  [
    'old.docx',
    Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'),
    'file-mislabelled',
    { found: 'an old Office document (.doc)' },
  ],
  [
    'archive.docx',
    zipFile([{ name: 'a.txt', content: 'a' }]),
    'file-mislabelled',
    { found: 'a ZIP archive' },
  ],
  ['half.docx', docxFile(['I: Hi']).subarray(0, 200), 'file-mislabelled', {}],
  ['no.docx', docxFile([], { content: '<w:document' }), 'file-unreadable', {}],
  ['interview.mp3', 'ID3', 'file-format-unknown', {}],
  ['nul.txt', `I: ${'word '.repeat(100)}\0`, 'text-nul', { position: 504 }],
  ['half.rtf', String.raw`{\rtf1 I: ab\u-10179?cd\par}`, 'text-surrogate', { position: 6 }],
  ['none.srt', 'I: Hi', 'subtitles-without-cues', {}],
  ['plain.html', 'I: Hi', 'file-mislabelled', { found: 'plain text (.txt)' }],
  ['plain.pdf', 'I: Hi', 'file-mislabelled', { found: 'plain text (.txt)' }],
  ['half.pdf', '%PDF-1.7\nnothing', 'file-unreadable', {}],
  ['interview', 'I: Hi', 'file-format-unknown', {}],
])('refuses %s', async (name, content, code, detail) => {
  await expect(read(name, content)).rejects.toMatchObject({ code, detail: { name, ...detail } });
});

test('says where a text stops being UTF-8, and where it holds half a character', async () => {
  const bytes = Buffer.concat([utf8('I: \ufffd naïve “caf'), Buffer.from([0xe9]), utf8('”!')]);
  await expect(read('a.txt', bytes)).rejects.toMatchObject({
    code: 'file-encoding',
    detail: { position: 16, encoding: 'utf-8' },
  });
  const loneSurrogate = Buffer.from('\ufeffab\ud83d', 'utf16le');
  await expect(read('b.txt', loneSurrogate)).rejects.toMatchObject({
    code: 'text-surrogate',
    detail: { position: 3 },
  });
});

const dutch =
  'I: Hoe is ’t gegaan, één jaar later?\r\nT01: Nou… “prima”, zei zij. Naïef – vond ik – maar goed.\r\n';
const swedish = 'I: Hur är det på skolan, och hur länge?\nT01: Jättebra, vi har trettioåtta lärare här.\n';

/** Node encodes no old encodings: the signs that are used here, by their number in each. */
const NUMBERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'windows-1252': {
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '…': 0x85,
    é: 0xe9,
    ï: 0xef,
    ä: 0xe4,
    å: 0xe5,
  },
  macintosh: { '’': 0xd5, '“': 0xd2, '”': 0xd3, '–': 0xd0, '…': 0xc9, é: 0x8e, ï: 0x95, ä: 0x8a, å: 0x8c },
};

test.each([
  ['windows-1252', dutch],
  ['macintosh', dutch],
  ['windows-1252', swedish],
  ['macintosh', swedish],
])('guesses %s, says that it is a guess, and reads it as such', async (encoding, text) => {
  const bytes = Buffer.from(Array.from(text, (sign) => NUMBERS[encoding]?.[sign] ?? sign.charCodeAt(0)));
  const file = path.join(temporaryFolder(), 'old.txt');
  fs.writeFileSync(file, bytes);
  const source = await readTranscriptFile({ path: file, name: 'old.txt' });
  expect(source).toMatchObject({ encoding, text: text.replaceAll('\r\n', '\n') });
  expect(source.notes).toHaveLength(1);
  const asked = await readTranscriptFile({ path: file, name: 'old.txt' }, 'windows-1251');
  expect(asked).toMatchObject({ encoding: 'windows-1251', notes: [] });
});

test('knows UTF-16 without a mark by its zeros', async () => {
  expect(await read('a.txt', Buffer.from('I: één\nT01: ja', 'utf16le'))).toBe('I: één\nT01: ja');
  expect(await read('a.txt', Buffer.from('I: één\nT01: ja', 'utf16le').swap16())).toBe('I: één\nT01: ja');
});

test('refuses a file of 50 MB without reading it', async () => {
  const file = path.join(temporaryFolder(), 'huge.txt');
  fs.writeFileSync(file, 'I: ');
  fs.truncateSync(file, 50 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  await expect(readTranscriptFile({ path: file, name: 'huge.txt' })).rejects.toMatchObject({
    code: 'file-too-large',
    detail: { megabytes: 50, limit: 20 },
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
});

test('refuses a Word document that would unpack to fill the memory, also when it lies about that', async () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const honest = docxFile([], { content: zeros });
  expect(honest.length).toBeLessThan(1024 * 1024);
  await expect(read('bomb.docx', honest)).rejects.toMatchObject({
    code: 'file-too-large',
    detail: { megabytes: 201 },
  });
  const lying = docxFile([], { content: zeros, claimedLength: 1000 });
  await expect(read('bomb.docx', lying)).rejects.toMatchObject({ code: 'file-unreadable' });
  const crumbs = docxFile(Array.from({ length: 200_000 }, () => 'a'));
  await expect(read('bomb.docx', crumbs)).rejects.toMatchObject({ code: 'file-unreadable' });
});

/** A PDF of one page, written by hand: `content` draws on it. */
function pdfFile(content: string, trailer = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

test('says of a PDF that it was scanned, or that it is protected', async () => {
  expect(await read('a.pdf', pdfFile('BT /F 12 Tf 50 700 Td (I: Hello) Tj ET'))).toBe('I: Hello');
  await expect(read('scan.pdf', pdfFile('0 0 100 100 re f'))).rejects.toMatchObject({
    code: 'pdf-without-text',
    detail: { pages: 1 },
  });
  const lock = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  await expect(read('locked.pdf', pdfFile('BT ET', lock))).rejects.toMatchObject({ code: 'file-encrypted' });
});

test('says of Word and OpenDocument files that they are protected with a password', async () => {
  // As Office writes them: a compound file whose list of streams names the encrypted package.
  const compound = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(512),
  ]);
  const manifest =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' };
  const inParts = zipFile([
    mimetype,
    { name: 'content.xml', content: Buffer.from('8f3a00ff17c2', 'hex') },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
  const whole = zipFile([
    mimetype,
    { name: 'encrypted-package', content: Buffer.from('8f3a00ff17c2', 'hex') },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
  for (const [name, bytes] of [
    ['locked.docx', compound],
    ['locked.odt', inParts],
    ['whole.odt', whole],
  ] as const)
    await expect(read(name, bytes)).rejects.toMatchObject({ code: 'file-encrypted', detail: { name } });
});

test('reads 100,000 lines, text from right to left and combining letters, and tables inside tables', async () => {
  const long = Array.from(
    { length: 50_000 },
    (_, index) => `I: Question ${index}?\nT01: Answer ${index}.`,
  ).join('\n');
  const file = path.join(temporaryFolder(), 'long.txt');
  fs.writeFileSync(file, long);
  const source = await readTranscriptFile({ path: file, name: 'long.txt' });
  expect(parseTranscript(source).turns).toHaveLength(100_000);
  const hebrew =
    'מראיין: שָׁלוֹם, מה שלומך?\nמורה: טוב מאוד, תודה.\nמראיין: ומה עוד?\nמורה: n\u0303o\u0308\u0323.';
  expect(await read('rtl.txt', hebrew)).toBe(hebrew);
  expect(parseTranscript({ text: hebrew, hints: [] }).turns.map(({ speaker }) => speaker)).toEqual([
    'מראיין',
    'מורה',
    'מראיין',
    'מורה',
  ]);
  const nested =
    '<table><tr><td>I</td><td>So what was it like, there?<table><tr><td>a</td><td>b</td></tr></table></td></tr><tr><td>T01</td><td>Good, and long.</td></tr><tr><td>I</td><td>And?</td></tr><tr><td>T01</td><td>Well.</td></tr></table>';
  expect(await read('nested.html', nested)).toBe(
    'I\tSo what was it like, there?\na\tb\n\nT01\tGood, and long.\n\nI\tAnd?\n\nT01\tWell.',
  );
});
