import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseTranscript } from '#shared/transcripts/parse-transcript.ts';
import { readTranscriptFile } from '#electron/import/transcript-formats.ts';
import { bare, CONVERSATION, cues, lines, long, short } from '#test/support/conversation.ts';
import { docxFile } from '#test/support/docx-file.ts';
import { temporaryFolder } from '#test/support/test-core.ts';

/** What the file is called, what is in it, and whether it says when each turn begins. */
const HABITS: Readonly<Record<string, readonly [string, string | Uint8Array, 'timed' | 'untimed']>> = {
  Zoom: ['a.vtt', cues(({ speaker, words }) => `${speaker}: ${words}`), 'timed'],
  'Teams, subtitles': ['a.vtt', cues(({ speaker, words }) => `<v ${speaker}>${words}</v>`), 'timed'],
  'Teams, Word, names with times': [
    'a.docx',
    docxFile([
      'Meeting Recording',
      '52m 3s',
      ...CONVERSATION.flatMap(({ speaker, words, at }) => [`${speaker}   ${short(at)}`, words]),
    ]),
    'timed',
  ],
  'Teams, Word, as it once was': [
    'a.docx',
    docxFile(
      CONVERSATION.map(({ speaker, words, at }) => `${bare(at)} --> ${bare(at + 2)}\n${speaker}\n${words}`),
    ),
    'timed',
  ],
  'Google Meet': [
    'a.txt',
    `Attendees\nAnna de Vries, Marieke Jansen\nTranscript\n\n${lines(({ speaker, words }) => `${speaker}: ${words}`, '\n')}`,
    'untimed',
  ],
  Otter: ['a.txt', lines(({ speaker, words, at }) => `${speaker}  ${short(at)}  \n${words}`), 'timed'],
  Rev: ['a.txt', lines(({ speaker, words, at }) => `${speaker} (${long(at)}):\n${words}`), 'timed'],
  Amberscript: ['a.txt', lines(({ speaker, words, at }) => `${speaker}   ${long(at)}\n${words}`), 'timed'],
  Sonix: ['a.txt', lines(({ speaker, words, at }) => `${speaker}: [${long(at)}] ${words}`), 'timed'],
  'Happy Scribe': [
    'a.txt',
    lines(({ speaker, words, at }) => `[${long(at)}.00] - ${speaker}\n${words}`),
    'timed',
  ],
  Descript: ['a.txt', lines(({ speaker, words, at }) => `[${long(at)}] ${speaker}: ${words}`), 'timed'],
  'a time, a name, a colon': [
    'a.txt',
    lines(({ speaker, words, at }) => `${long(at)} ${speaker}: ${words}`, '\n'),
    'timed',
  ],
  'Express Scribe': ['a.txt', lines(({ speaker, words }) => `${speaker}:\t${words}`, '\n'), 'untimed'],
  'names in capitals': [
    'a.txt',
    lines(({ speaker, words }) => `${speaker.toUpperCase()}: ${words}`),
    'untimed',
  ],
  'names in bold, as Markdown': [
    'a.md',
    lines(({ speaker, words }) => `**${speaker}:** ${words}`),
    'untimed',
  ],
  'a web page': [
    'a.html',
    `<html><body>${lines(({ speaker, words }) => `<p><b>${speaker}:</b> ${words}</p>`, '')}</body></html>`,
    'untimed',
  ],
};

test.each(Object.entries(HABITS))(
  'reads who says what as %s writes it',
  async (habit, [name, content, timed]) => {
    const file = path.join(temporaryFolder(), name);
    fs.writeFileSync(file, content);
    const source = await readTranscriptFile({ path: file, name });
    const { turns } = parseTranscript(source);
    expect(
      turns.map(({ speaker, start, end, startMs }) => [
        speaker,
        source.text.slice(start, end),
        startMs === null ? null : Math.floor(startMs / 1000),
      ]),
    ).toEqual(
      CONVERSATION.map(({ speaker, words, at }) => [
        habit === 'names in capitals' ? speaker.toUpperCase() : speaker,
        words,
        timed === 'timed' ? at : null,
      ]),
    );
  },
);
