import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseTranscript } from '#shared/transcripts/parse-transcript.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { REPOSITORY } from '#test/support/test-core.ts';

const VARIANTS = path.join(REPOSITORY, 'test/fixtures/variants');
/** T06 as LibreOffice sets it in other ways. */
const LAYOUTS = path.join(REPOSITORY, 'test/fixtures/layouts');
const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data/transcripts');

interface Said {
  readonly speaker: string;
  readonly words: string;
}

/** What the original says, read by a rule of its own: each line `Name: words`. */
function original(code: string): readonly Said[] {
  const text = fs.readFileSync(path.join(SAMPLE, `${code}.txt`), 'utf8');
  return text
    .split('\n')
    .map((line) => /^(I|T\d\d): (.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, speaker = '', words = '']) => ({ speaker, words }));
}

async function variant(name: string, folder = VARIANTS) {
  const source = await readTranscriptFile({ path: path.join(folder, name), name });
  const { turns, sections } = parseTranscript(source, { participantCode: name.slice(0, 3) });
  const said = turns.map(({ speaker, start, end }) => ({
    speaker: speaker ?? '',
    words: source.text.slice(start, end),
  }));
  return { source, turns, sections, said };
}

/** Windows-1252 could not hold every sign: what it could not is a question mark there. */
const asWritten = (words: string): string => words.replaceAll('?', '');

test.each([
  ['T01.docx', 'docx', 3],
  ['T02.odt', 'odt', 3],
  ['T03.rtf', 'rtf', 3],
  ['T04.pdf', 'pdf', 3],
  ['T05.docx', 'docx', 3],
  ['T08-windows-1252-crlf.txt', 'txt', 3],
  ['T09-utf-16le-bom.txt', 'txt', 3],
  ['T10-utf-8-bom-cr.txt', 'txt', 3],
  ['T11.html', 'html', 3],
  ['T12.md', 'md', 3],
  ['T13-voice-tags.vtt', 'vtt', 0],
  ['T15-zoom-style.vtt', 'vtt', 0],
  ['T16.srt', 'srt', 0],
])('%s has the turns of its original', async (name, format, sections) => {
  const code = name.slice(0, 3);
  const found = await variant(name);
  const names: Readonly<Record<string, string>> = { Interviewer: 'I', 'Teacher 15': 'T15' };
  const said = found.said.map(({ speaker, words }) => ({ speaker: names[speaker] ?? speaker, words }));
  expect(found.source.format).toBe(format);
  expect(found.sections).toHaveLength(sections);
  if (code === 'T08') {
    expect(said.map(({ speaker, words }) => ({ speaker, words: asWritten(words) }))).toEqual(
      original(code).map(({ speaker, words }) => ({ speaker, words: asWritten(words) })),
    );
  } else expect(said).toEqual(original(code));
  expect(new Set(found.turns.map(({ role }) => role))).toEqual(new Set(['interviewer', 'participant']));
});

test.each(fs.readdirSync(LAYOUTS))(
  '%s: tables, running headers, names above the words, lines without blank ones',
  async (name) => {
    const { said } = await variant(name, LAYOUTS);
    const names: Readonly<Record<string, string>> = { 'Anna Smit': 'I', 'Kees de Boer': 'T06' };
    expect(said.map(({ speaker, words }) => ({ speaker: names[speaker] ?? speaker, words }))).toEqual(
      original('T06'),
    );
  },
);

test('time codes are kept with each turn', async () => {
  const { turns } = await variant('T13-voice-tags.vtt');
  expect(turns.slice(0, 2).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [3000, 5660],
    [6260, 18_040],
  ]);
  expect((await variant('T16.srt')).turns[0]).toMatchObject({ startMs: 3000, endMs: 8760 });
});
