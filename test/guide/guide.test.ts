import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readGuide, writeGuide } from '#shared/guide/guide-outline.ts';
import { matchGuide } from '#shared/guide/match-guide.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { REPOSITORY, startStudy } from '#test/support/test-core.ts';

const GUIDE = path.join(REPOSITORY, 'electron/sample-study/data/interview-guide.json');

const interview =
  '## Background\n\nI: How many years have you been teaching, if I may ask?\n\nT1: Nine years.\n\nI: And which subjects, which classes?\n\nT1: French, mostly. All classes.\n\nI: Sorry?\n\nT1: All of them.\n\n## Networks\n\nI: So what is a learning network to you?\n\nT1: People.\n';
const guide = [
  { title: 'Background', questions: ['Age and years of teaching', 'Subjects and classes'] },
  {
    title: 'Networks',
    questions: ['What is a learning network to you?', 'What support does management give?'],
  },
];

test('questions are found by most of their words, each once, in the part that is called as the guide’s', () => {
  const questions = [
    { id: 'a', part: 'One', text: 'What does it cost you: time, activities, skills?' },
    { id: 'b', part: 'Two', text: 'What support does management give?' },
  ];
  const turns = [
    { number: 1, words: 'Does the management support that, in time?', part: 'One' },
    { number: 3, words: 'How much time does it cost, and which skills?', part: 'One' },
    { number: 5, words: 'And support, from your management?', part: 'Two' },
    { number: 7, words: 'Hm?', part: 'Two' },
  ];
  expect(matchGuide(turns, questions).map(({ id, turn }) => [id, turn])).toEqual([
    ['a', 3],
    ['b', 5],
  ]);
});

test('a guide is text: parts with #, a question on each line, signs of lists aside', () => {
  const parts = readGuide('# One\n1. Why?\n- How?\n\n## Two\nWhen?');
  expect(parts).toEqual([
    { title: 'One', questions: ['Why?', 'How?'] },
    { title: 'Two', questions: ['When?'] },
  ]);
  const written = writeGuide(
    parts.map(({ title, questions }) => ({ title, questions: questions.map((text) => ({ text })) })),
  );
  expect(readGuide(written)).toEqual(parts);
});

test('questions are marked in transcripts, by their words and by hand; undo takes it back', async () => {
  const { api, offer } = await startStudy();
  const { path: file } = (await api.project.current({}))!;
  const [id] = await api.transcripts.import({
    items: [{ file: offer('T1.txt', interview), title: 'T1', participantCode: 'T1' }],
  });
  await api.guide.save({ parts: guide });
  const before = dumpProject(file);
  expect(await api.guide.preview({})).toEqual([
    { transcriptId: id, title: 'T1', found: 3, missing: ['What support does management give?'] },
  ]);
  expect(dumpProject(file)).toEqual(before);
  await api.guide.match({});
  const read = async () => {
    const { text, questions } = await api.transcripts.get({ id: id! });
    return questions.map(({ title, start, end }) => [
      title,
      text.slice(start, end).trim().split('\n').length,
    ]);
  };
  expect(await read()).toEqual([
    ['Age and years of teaching', 3],
    ['Subjects and classes', 7],
    ['What is a learning network to you?', 3],
  ]);
  // The parts of the interview stay what they were.
  expect((await api.transcripts.get({ id: id! })).sections.map(({ title }) => title)).toEqual([
    'Background',
    'Networks',
  ]);
  const [, , { questions: last } = { questions: [] }] = [null, null, (await api.guide.get({}))[1]];
  await api.guide.mark({ transcriptId: id!, turnNumber: 5, questionId: last[1]!.id });
  expect((await read()).map(([title]) => title)).toContain('What support does management give?');
  await api.guide.mark({ transcriptId: id!, turnNumber: 5, questionId: null });
  expect((await read()).map(([title]) => title)).not.toContain('What support does management give?');
  await api.guide.save({ parts: [{ title: 'All', questions: ['Subjects and classes'] }] });
  expect((await read()).map(([title]) => title)).toEqual(['Subjects and classes']);
  for (let step = 0; step < 4; step += 1) await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test('the guide of the sample study comes in from its file', async () => {
  const { api, offer } = await startStudy();
  const file = offer('guide.json', fs.readFileSync(GUIDE));
  expect(await api.guide.importFile({ file })).toEqual({ parts: 3, questions: 12 });
  expect((await api.guide.get({})).map(({ title, questions }) => [title, questions.length])).toEqual([
    ['Background information', 3],
    ['Perspectives on learning networks', 4],
    ['Personal experience', 5],
  ]);
  await expect(api.guide.importFile({ file: offer('no.json', '{"parts": 3}') })).rejects.toMatchObject({
    code: 'guide-invalid',
  });
});

test('passages are coded by speaker, role, part and question, as one step, and never twice', async () => {
  const { api, offer } = await startStudy();
  const { path: file } = (await api.project.current({}))!;
  await api.transcripts.import({
    items: ['T1', 'T2'].map((name) => ({
      file: offer(`${name}.txt`, interview.replaceAll('T1', name)),
      title: name,
      participantCode: name,
    })),
  });
  await api.guide.save({ parts: guide });
  await api.guide.match({});
  const [code, rival] = [
    await api.codebook.create({ parentId: null, name: 'Asked' }),
    await api.codebook.create({ parentId: null, name: 'Rival' }),
  ];
  expect(await api.autoCoding.choices({})).toEqual({
    speakers: ['I', 'T1', 'T2'],
    parts: ['Background', 'Networks'],
  });
  const before = dumpProject(file);
  const by = { kind: 'role', role: 'participant' } as const;
  const expected = { passages: 8, transcripts: 2, already: 0, excluded: 0 };
  expect(await api.autoCoding.preview({ by, codeId: code })).toEqual(expected);
  expect(await api.autoCoding.apply({ by, codeId: code })).toEqual(expected);
  expect(await api.history.state({})).toMatchObject({ undo: 'Code 8 passages as Asked' });
  const speaker = { kind: 'speaker', speaker: 'T1' } as const;
  expect(await api.autoCoding.preview({ by: speaker, codeId: code })).toMatchObject({
    passages: 0,
    already: 4,
  });
  await api.codebook.saveDomain({ name: 'Either', codeIds: [code, rival] });
  expect(await api.autoCoding.preview({ by: speaker, codeId: rival })).toMatchObject({
    passages: 0,
    excluded: 4,
  });
  await api.history.undo({});
  await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
  const [first] = await api.guide.get({});
  const question = { kind: 'question', questionId: first!.questions[1]!.id } as const;
  expect(await api.autoCoding.preview({ by: question, codeId: code })).toMatchObject({
    passages: 2,
    transcripts: 2,
  });
  expect(await api.autoCoding.apply({ by: { kind: 'part', title: 'Networks' }, codeId: code })).toMatchObject(
    { passages: 2 },
  );
});
