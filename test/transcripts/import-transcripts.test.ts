import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FileRef } from '#shared/ids.ts';
import { docxFile } from '#test/support/docx-file.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

const interview = (name: string): string =>
  `# Interview ${name}\n\n## Background\n\nI: Who are you?\n\n${name}: I teach “maths”, 👍🏽.\n\n## End\n\nI: Thanks.`;

const item = (file: FileRef, title: string, participantCode = title) => ({ file, title, participantCode });

async function pathOf({ api }: TestCore): Promise<string> {
  return (await api.project.current({}))!.path;
}

test('shows what files would become, and stores nothing by looking', async () => {
  const study = await startStudy();
  const { api } = study;
  const t2 = await api.participants.create({ code: 'T2' });
  const [stored] = await api.transcripts.import({
    items: [item(study.offer('old.txt', interview('T9')), 'Old')],
  });
  const before = dumpProject(await pathOf(study));
  study.events.length = 0;
  const files = [
    study.offer('T1.txt', interview('T1')),
    study.offer('t2.docx', docxFile(['I: Hello', 'Anna: Well, hello'])),
    study.offer('bad.txt', ''),
    study.offer('copy of T1.txt', interview('T1')),
    study.offer('copy of old.txt', interview('T9')),
  ];
  const previews = await api.transcripts.preview({ files });
  expect(stored).toBe(1);
  expect(previews[0]).toEqual({
    ok: true,
    file: files[0],
    fileName: 'T1.txt',
    title: 'T1',
    format: 'txt',
    encoding: 'utf-8',
    notes: [],
    opening: interview('T1'),
    firstTurns: [
      { speaker: 'I', role: 'interviewer', startMs: null, text: 'Who are you?' },
      { speaker: 'T1', role: 'participant', startMs: null, text: 'I teach “maths”, 👍🏽.' },
      { speaker: 'I', role: 'interviewer', startMs: null, text: 'Thanks.' },
    ],
    style: 'colon',
    frontMatter: '',
    timed: false,
    sha256: createHash('sha256').update(interview('T1')).digest('hex'),
    words: 7,
    turns: 3,
    sections: ['Background', 'End'],
    speakers: [
      { label: 'I', role: 'interviewer', turns: 2 },
      { label: 'T1', role: 'participant', turns: 1 },
    ],
    nearDuplicates: [],
    participant: { code: 'T1', existing: null },
    duplicateOf: null,
  });
  expect(previews[1]).toMatchObject({ title: 't2', participant: { code: 'T2', existing: t2 } });
  expect(previews[2]).toEqual({
    ok: false,
    file: files[2],
    fileName: 'bad.txt',
    error: { code: 'file-empty', detail: { name: 'bad.txt' } },
  });
  expect(previews.slice(3)).toMatchObject([{ duplicateOf: 'T1' }, { duplicateOf: 'Old' }]);
  expect(dumpProject(await pathOf(study))).toEqual(before);
  expect(study.events.filter(({ type }) => type === 'changed')).toEqual([]);
});

test('imports many at once as one step that undo takes back and redo restores', async () => {
  const study = await startStudy();
  const { api } = study;
  await api.participants.create({ code: 'T2' });
  const path = await pathOf(study);
  const before = dumpProject(path);
  const items = ['T1', 't2', 'T3'].map((name) => item(study.offer(`${name}.txt`, interview(name)), name));
  const ids = await api.transcripts.import({ items });
  const after = dumpProject(path);
  expect(await api.transcripts.list({})).toMatchObject([
    { id: ids[0], title: 'T1', fileName: 'T1.txt', participantCode: 'T1', words: 7, turns: 3, sections: 2 },
    { id: ids[1], title: 't2', participantCode: 'T2', codings: 0, ownCodings: 0 },
    { id: ids[2], participantCode: 'T3', characters: interview('T3').length },
  ]);
  expect(
    (await api.participants.table({})).participants.map(({ code, transcripts }) => [code, transcripts]),
  ).toEqual([
    ['T2', 1],
    ['T1', 1],
    ['T3', 1],
  ]);
  expect(await api.history.state({})).toMatchObject({ undo: 'Import 3 transcripts' });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});

test('imports all or none', async () => {
  const study = await startStudy();
  const before = dumpProject(await pathOf(study));
  const good = study.offer('T1.txt', interview('T1'));
  const bad = study.offer('T2.txt', '%PDF-1.4');
  await expect(
    study.api.transcripts.import({ items: [item(good, 'T1'), item(bad, 'T2')] }),
  ).rejects.toMatchObject({ code: 'file-mislabelled' });
  await expect(
    study.api.transcripts.import({ items: [item(good, 'T1'), item(good, ' ')] }),
  ).rejects.toMatchObject({ code: 'name-empty' });
  expect(dumpProject(await pathOf(study))).toEqual(before);
});

test('returns the text as it was, with turns and sections at their places', async () => {
  const study = await startStudy();
  const text = '\ufeff## Een\r\n\r\nI: Hoe?\r\nT1: Cafe\u0301!\r\n';
  const [id] = await study.api.transcripts.import({ items: [item(study.offer('T1.txt', text), 'T1')] });
  expect(await study.api.transcripts.get({ id: id! })).toEqual({
    id,
    versionId: 1,
    title: 'T1',
    participantId: 1,
    participantCode: 'T1',
    text: '## Een\n\nI: Hoe?\nT1: Cafe\u0301!\n',
    turns: [
      {
        number: 1,
        speaker: 'I',
        role: 'interviewer',
        labelStart: 8,
        start: 11,
        end: 15,
        startMs: null,
        endMs: null,
      },
      {
        number: 2,
        speaker: 'T1',
        role: 'participant',
        labelStart: 16,
        start: 20,
        end: 26,
        startMs: null,
        endMs: null,
      },
    ],
    sections: [{ number: 1, title: 'Een', headingStart: 0, start: 8, end: 26 }],
    questions: [],
    spans: [],
  });
});

test('renames, and links to another participant, whose words are then the participant’s', async () => {
  const study = await startStudy();
  const { api } = study;
  const text = 'I: So?\nAnna: A long story about it all.\nBram: Short.';
  const [id] = await api.transcripts.import({
    items: [item(study.offer('a.txt', `${text}\nBram: No.\nAnna: Yes.`), 'Pair', '')],
  });
  const roles = async () =>
    Object.fromEntries(
      (await api.transcripts.get({ id: id! })).turns.map(({ speaker, role }) => [speaker, role]),
    );
  expect(await roles()).toEqual({ I: 'interviewer', Anna: 'participant', Bram: 'other' });
  const bram = await api.participants.create({ code: 'Bram' });
  await api.transcripts.linkParticipant({ id: id!, participantId: bram });
  expect(await roles()).toEqual({ I: 'interviewer', Anna: 'other', Bram: 'participant' });
  expect(await api.history.state({})).toMatchObject({ undo: 'Link “Pair” to Bram' });
  await api.transcripts.rename({ id: id!, title: ' Duo ' });
  await api.transcripts.linkParticipant({ id: id!, participantId: null });
  expect(await api.transcripts.list({})).toMatchObject([{ title: 'Duo', participantId: null }]);
  await api.transcripts.linkParticipant({ id: id!, participantCode: ' Cees ' });
  expect(await api.transcripts.list({})).toMatchObject([{ participantCode: 'Cees' }]);
  await expect(api.transcripts.rename({ id: id!, title: ' ' })).rejects.toMatchObject({ code: 'name-empty' });
});

test('removes a transcript with its codings and the evidence that rests on them, and brings all back', async () => {
  const study = await startStudy();
  const { api } = study;
  const path = await pathOf(study);
  const ids = await api.transcripts.import({
    items: ['T1', 'T2'].map((name) => item(study.offer(`${name}.txt`, interview(name)), name)),
  });
  const code = await api.codebook.create({ parentId: null, kind: 'theme', name: 'Subject' });
  const matrix = await api.matrices.create({ name: 'M', columns: [{ title: 'Subject', codeIds: [code] }] });
  const columnId = (await api.matrices.get({ id: matrix })).columns[0]!.id;
  for (const id of ids) {
    const { versionId, turns, participantId } = await api.transcripts.get({ id });
    const { start, end } = turns[1]!;
    const [coding] = await api.coding.apply({ versionId, start, end, codeIds: [code] });
    const place = { columnId, rowKey: await rowOfCase(api, participantId!) };
    await api.matrices.setEvidence({ ...place, codingIds: [coding!.id], stance: 'supports' });
  }
  const before = dumpProject(path);
  expect(await api.transcripts.removalPreview({ id: ids[0]! })).toEqual({ codings: 1, evidence: 1 });
  await api.transcripts.remove({ id: ids[0]! });
  expect(await api.transcripts.list({})).toMatchObject([{ id: ids[1], ownCodings: 1, codings: 1 }]);
  const after = dumpProject(path);
  for (const table of ['coding', 'cell_evidence', 'transcript_version']) expect(after[table]).toHaveLength(1);
  expect(after['participant']).toHaveLength(2);
  await expect(api.transcripts.get({ id: ids[0]! })).rejects.toMatchObject({ code: 'not-found' });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('what stands before anybody speaks is front matter; roles, names, parts, passages left out are set by hand', async () => {
  const study = await startStudy();
  const { api } = study;
  const text =
    'Interview 3\nDate: 4 May 2026\nInterviewer: Anna\nRespondent: R3\n\nI: So?\nR3: Well.\nI: And?\nR 3: Done.\nI: Why?\nR3: Because.';
  const [id] = await api.transcripts.import({ items: [item(study.offer('R3.txt', text), 'R3')] });
  const before = dumpProject(await pathOf(study));
  const read = () => api.transcripts.get({ id: id! });
  const { turns, spans, versionId } = await read();
  expect(turns.map(({ speaker }) => speaker)).toEqual(['I', 'R3', 'I', 'R 3', 'I', 'R3']);
  expect(spans).toMatchObject([{ kind: 'front matter', start: 0, end: text.indexOf('\n\nI: So') }]);
  await api.transcripts.renameSpeaker({ id: id!, speaker: 'R 3', name: 'R3' });
  await api.transcripts.setRole({ id: id!, speaker: 'I', role: 'other' });
  const span = await api.transcripts.exclude({ versionId, start: 3, end: 9, note: 'test' });
  await api.transcripts.setPart({ id: id!, turnNumber: 3, title: 'Middle' });
  await api.transcripts.setPart({ id: id!, turnNumber: 5, title: 'End' });
  await api.transcripts.changeFacts({ id: id!, heldOn: '2026-05-04', minutes: 50, place: ' school ' });
  const after = await read();
  expect(after.turns.map(({ speaker, role }) => `${speaker} ${role}`)).toEqual([
    'I other',
    'R3 participant',
    'I other',
    'R3 other',
    'I other',
    'R3 participant',
  ]);
  expect(after.sections.map(({ title, start, end }) => [title, text.slice(start, end)])).toEqual([
    ['Middle', 'I: And?\nR 3: Done.'],
    ['End', 'I: Why?\nR3: Because.'],
  ]);
  expect(after.spans).toHaveLength(2);
  expect(await api.transcripts.list({})).toMatchObject([
    { heldOn: '2026-05-04', minutes: 50, place: 'school', language: '', isCleared: false },
  ]);
  await api.transcripts.removeSpan({ id: span });
  await api.transcripts.setPart({ id: id!, turnNumber: 3, title: '' });
  expect((await read()).sections.map(({ title, number }) => [title, number])).toEqual([['End', 1]]);
  for (let step = 0; step < 8; step += 1) await api.history.undo({});
  expect(dumpProject(await pathOf(study))).toEqual(before);
});
