import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseTranscript, type Structure } from '#shared/transcripts/parse-transcript.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { between, CONVERSATION, cues, long, short, type Said } from '#test/support/conversation.ts';
import { docxFile } from '#test/support/docx-file.ts';
import { temporaryFolder } from '#test/support/test-core.ts';

type Written = readonly [string, string | Uint8Array];
type Timed = 'timed' | 'untimed';
type Habit = readonly [string, (said: readonly Said[]) => Written, (readonly Said[])?, Timed?];

const txt = (write: (said: Said, index: number) => string, gap = '\n\n') => {
  return (said: readonly Said[]): Written => ['a.txt', said.map(write).join(gap)];
};
const docx = (write: (said: Said) => readonly string[], head: string[] = [], foot: string[] = []) => {
  return (said: readonly Said[]): Written => ['a.docx', docxFile([...head, ...said.flatMap(write), ...foot])];
};
const subtitles = (write: (said: Said) => string, id: (index: number) => string) => {
  return (said: readonly Said[]): Written => {
    const blocks = said.map((each, index) => {
      const times = `${long(each.at)}.120 --> ${long(each.at + 2)}.500`;
      return `${id(index)}\n${times}\n${write(each)}`;
    });
    return ['a.vtt', `WEBVTT\n\n${blocks.join('\n\n')}\n`];
  };
};

const listed = between('Vries, A. de (Anna)', 'Jansen, M.C. (Marieke)');
const numbered = between('Spreker 1', 'Spreker 2');
const machine = between('SPEAKER_00', 'SPEAKER_01');
const short2 = between('I', 'R');
const spelt = ({ speaker, at, words }: Said): string[] => [
  `${speaker}\n${at >= 60 ? `${Math.floor(at / 60)} minuten ` : ''}${at % 60} seconden\n${words}`,
];

/** As meetings, transcription services and people who type write them; the turns are always those of the conversation. */
const HABITS: readonly Habit[] = [
  [
    'Zoom, cues with numbers',
    subtitles(
      ({ speaker, words }) => `${speaker}: ${words}`,
      (index) => `${index + 1}`,
    ),
  ],
  [
    'Zoom, text with names in brackets',
    txt(({ speaker, at, words }) => `[${speaker}] ${long(at)}\n${words}`),
  ],
  [
    'Zoom, chat as it once was',
    txt(({ speaker, at, words }) => `${long(at)} From ${speaker} to Everyone:\n\t${words}`, '\n'),
  ],
  ['Zoom, chat', txt(({ speaker, at, words }) => `${long(at)}\t${speaker}:\t${words}`, '\n')],
  [
    'Teams, cues with ids and lines',
    subtitles(
      ({ speaker, words }) => `<v ${speaker}>${words.replace(' ', '\n')}</v>`,
      (index) => `5f1d44a8-8f2b-4c00-a1b2-c3d4e5f60718/${index}-0`,
    ),
  ],
  [
    'Teams, cues of people from a list',
    (said) => ['a.vtt', cuesOf(said, ({ speaker, words }) => `<v ${speaker}>${words}</v>`)],
    listed,
  ],
  [
    'Zoom, cues of people from a list',
    (said) => ['a.vtt', cuesOf(said, ({ speaker, words }) => `${speaker}: ${words}`)],
    listed,
  ],
  [
    'Teams, Word, with what it says itself',
    docx(
      ({ speaker, at, words }) => [`${speaker}   ${short(at)}\n${words}`],
      [
        'Interview-20240501_100312-Meeting Recording',
        'May 1, 2024, 8:03AM',
        '52m 3s',
        'Anna de Vries started transcription',
      ],
      ['Anna de Vries stopped transcription'],
    ),
  ],
  [
    'Teams, Word, in Dutch',
    docx(
      ({ speaker, at, words }) => [`${speaker}   ${short(at)}\n${words}`],
      [
        'Interview-20240501_100312-Opname van vergadering',
        '1 mei 2024, 08:03a.m.',
        'Anna de Vries heeft de transcriptie gestart',
      ],
      ['Anna de Vries heeft de transcriptie gestopt'],
    ),
  ],
  [
    'Teams, Word, people from a list',
    docx(({ speaker, at, words }) => [`${speaker}   ${short(at)}\n${words}`]),
    listed,
  ],
  ['Teams, Word, times in words', docx(spelt)],
  [
    'Teams, copied, without blank lines',
    txt(({ speaker, at, words }) => `${speaker}   ${short(at)}\n${words}`, '\n'),
  ],
  [
    'Google Meet, Word',
    docx(
      ({ speaker, words }) => [`${speaker}: ${words}`],
      ['1 mei 2024', 'Interview - Transcript', 'Attendees', 'Anna de Vries, Marieke Jansen', 'Transcript'],
      [
        'Transcription ended after 00:32:11',
        'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
      ],
    ),
    CONVERSATION,
    'untimed',
  ],
  [
    'Google Meet, Dutch',
    docx(({ speaker, words }) => [`${speaker}: ${words}`], [], ['Vergadering beëindigd na 00:32:11 👋']),
    CONVERSATION,
    'untimed',
  ],
  [
    'Otter, with its line below',
    (said) => [
      'a.txt',
      `${said.map(({ speaker, at, words }) => `${speaker}  ${short(at)}  \n${words}`).join('\n\n')}\n\nTranscribed by https://otter.ai`,
    ],
  ],
  [
    'Otter, unknown speakers',
    txt(({ speaker, at, words }) => `${speaker}  ${short(at)}\n${words}`, '\n'),
    between('Unknown Speaker', 'Speaker 1'),
  ],
  ['Trint, the time before the words', docx(({ speaker, at, words }) => [speaker, `[${long(at)}] ${words}`])],
  [
    'Amberscript, a colon and a time',
    txt(({ speaker, at, words }) => `${speaker}: ${long(at)}\n${words}`),
    numbered,
  ],
  [
    'Amberscript, from and to',
    txt(({ speaker, at, words }) => `${long(at)} - ${long(at + 2)} ${speaker}\n${words}`),
    numbered,
  ],
  [
    'Sonix, a time above',
    txt(({ speaker, at, words }) => `[${long(at)}]\n${speaker}: ${words}`),
    between('Speaker1', 'Speaker2'),
  ],
  [
    'Happy Scribe, without blank lines',
    txt(({ speaker, at, words }) => `[${long(at)}.120] - ${speaker}\n${words}`, '\n'),
  ],
  [
    'f4, the time before',
    txt(({ speaker, at, words }) => `#${long(at)}-3# ${speaker}: ${words}`, '\n'),
    between('I', 'B1'),
  ],
  [
    'Word online',
    docx(
      ({ speaker, at, words }) => [`${long(at)} ${speaker}`, words],
      ['Audiobestand', 'Interview.m4a', 'Transcript'],
    ),
    numbered,
  ],
  ['aTrain', txt(({ speaker, at, words }) => `${speaker}\n[${long(at)}] ${words}`, '\n'), machine],
  ['WhisperX', txt(({ speaker, words }) => `[${speaker}]: ${words}`, '\n'), machine, 'untimed'],
  ['noScribe', txt(({ speaker, at, words }) => `${speaker}: [${long(at)}] ${words}`), between('S00', 'S01')],
  ['Fireflies', txt(({ speaker, at, words }) => `${speaker} - ${short(at)}\n${words}`)],
  ['Fathom', txt(({ speaker, at, words }) => `${short(at)} - ${speaker}\n  ${words}`)],
  [
    'stretches of time above names',
    txt(({ speaker, at, words }) => `${long(at)} --> ${long(at + 2)}\n${speaker}\n${words}`),
  ],
  [
    'stretches of time above labels',
    txt(({ speaker, at, words }) => `${long(at)} --> ${long(at + 2)}\n${speaker}: ${words}`),
  ],
  ['times in angle brackets', txt(({ speaker, at, words }) => `<${long(at)}> ${speaker}: ${words}`, '\n')],
  [
    'numbered lines',
    txt(({ speaker, words }, index) => `${index + 1}  ${speaker}: ${words}`, '\n'),
    short2,
    'untimed',
  ],
  [
    'numbered turns',
    txt(({ speaker, words }, index) => `${index + 1}. ${speaker}: ${words}`, '\n'),
    short2,
    'untimed',
  ],
  [
    'Dutch names',
    txt(({ speaker, words }) => `${speaker}: ${words}`, '\n'),
    between('Mevr. Jansen', 'Dhr. van ’t Hof'),
    'untimed',
  ],
];

function cuesOf(said: readonly Said[], write: (said: Said) => string): string {
  const at = new Map(said.map((each) => [each.at, each]));
  return cues((each) => write(at.get(each.at) ?? each));
}

async function read([name, content]: Written): Promise<Structure & { readonly text: string }> {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, content);
  const source = await readTranscriptFile({ path: file, name });
  return { ...parseTranscript(source), text: source.text };
}

const cases = HABITS.map(([habit, write, said = CONVERSATION, timed = 'timed']) => ({
  habit,
  write,
  said,
  timed,
}));

test.each(cases)('reads who says what: $habit', async ({ write, said, timed }) => {
  const { turns, text } = await read(write(said));
  expect(
    turns.map(({ speaker, start, end, startMs }) => [
      speaker,
      text.slice(start, end).replaceAll(/\s+/g, ' '),
      startMs === null ? null : Math.floor(startMs / 1000),
    ]),
  ).toEqual(said.map(({ speaker, words, at }) => [speaker, words, timed === 'timed' ? at : null]));
});

test('what a program writes above and below is kept, and said by nobody', async () => {
  const { frontMatter, text } = await read(
    docx(
      ({ speaker, at, words }) => [`${speaker}   ${short(at)}\n${words}`],
      ['Recording', '52m 3s'],
      ['Anna stopped transcription'],
    )(CONVERSATION),
  );
  expect(frontMatter.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Recording',
    '52m 3s',
    'Anna stopped transcription',
  ]);
});

test('the times of Google Meet begin the turn below them', async () => {
  const [first, second] = [CONVERSATION.slice(0, 4), CONVERSATION.slice(4)].map((part) =>
    part.map(({ speaker, words }) => `${speaker}: ${words}`),
  );
  const { turns } = await read([
    'a.docx',
    docxFile(['00:00:00', ...(first ?? []), '00:05:00', ...(second ?? [])]),
  ]);
  expect(turns.map(({ startMs }) => startMs)).toEqual([0, null, null, null, 300_000, null]);
});

test.each([
  ['a comma', 'I: So?\nT01: Well.\nWell, Anna: this was it'],
  ['a number', 'I: So?\nT01: Well.\n3 Things: this, and that'],
  ['two lines of a subtitle', 'I: So?\nT01: Well.\nAmsterdam Centraal\nis where I live'],
])('%s makes no speaker', async (_, text) => {
  const { turns } = await read(['a.txt', text]);
  expect(turns.map(({ speaker }) => speaker)).toEqual(['I', 'T01']);
});

test('the first line of a cue is a name only where nearly every cue has one', async () => {
  const { turns } = await read(['a.vtt', cues(({ words, at }) => (at < 10 ? `Amsterdam\n${words}` : words))]);
  expect(turns.every(({ speaker }) => speaker === null)).toBe(true);
});
