import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { CheckMode } from '#shared/checking/check-item.ts';
import type { CoderId, FileRef } from '#shared/ids.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

/** Words that only the author wrote. */
const AUTHORS = {
  summary: 'Zwartboek: het kost tijd.',
  rationale: 'Onderbouwing van de auteur',
  memo: 'Notitie bij de cel',
  confirmation: 'Nog steeds juist volgens mij',
  note: 'Wat Cor ervan vond',
  answer: 'Wat de auteur Cor antwoordde',
  patternTitle: 'Patroon van de auteur',
};
const OWN = 'Er is te weinig tijd.';

interface Asked {
  readonly study: CheckedStudy;
  readonly path: string;
  readonly ben: CoderId;
  readonly cellUid: string;
}

async function coderNamed({ api }: CheckedStudy, name: string): Promise<CoderId> {
  return must(
    (await api.project.coders({})).find((one) => one.name === name),
    name,
  ).id;
}

/** A cell with everything that an author, and another checker, can say about it; Ben is asked to write his own first. */
async function askedBen(mode: CheckMode): Promise<Asked> {
  const study = await checkedStudy();
  const { api } = study;
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  await study.write('T01', AUTHORS.summary);
  const { fragments } = await api.matrices.cell(place);
  const codingIds = fragments.map(({ id }) => id);
  await api.matrices.setEvidence({ ...place, codingIds, stance: 'contradicts' });
  // Chosen by the author from outside the column.
  const [chosen] = (await api.matrices.cell({ ...place, columnId: study.help })).fragments;
  await api.matrices.setEvidence({ ...place, codingIds: [chosen!.id], stance: 'qualifies' });
  const { cellId, cellUid } = await study.cell('T01');
  const id = must(cellId, 'written');
  await api.checking.linkSentence({ cellId: id, sentence: AUTHORS.summary, codingIds });
  await study.code('T01', 'I like that.', study.codes.time);
  await api.checking.confirm({ ...place, note: AUTHORS.confirmation });
  await api.project.addCoder({ name: 'Cor' });
  await api.checking.assign({ cellIds: [id], checkerId: await coderNamed(study, 'Cor') });
  await study.sitDown('Cor');
  await api.checking.giveVerdict({ cellUid: must(cellUid, 'written'), verdict: 'minor', note: AUTHORS.note });
  await study.sitDown('Anna');
  const [look] = (await study.cell('T01')).checks;
  await api.checking.answer({ checkId: must(look, 'checked').id, answer: AUTHORS.answer });
  await api.memos.create({ title: AUTHORS.memo, target: { kind: 'coding', id: codingIds[0]! }, body: [] });
  await api.memos.create({ title: AUTHORS.patternTitle, target: null, body: [] });
  const ben = await coderNamed(study, 'Ben');
  await api.checking.assign({ cellIds: [id], checkerId: ben, mode });
  return {
    study,
    path: must(await api.project.current({}), 'open').path,
    ben,
    cellUid: must(cellUid, 'written'),
  };
}

const bytesOf = ({ core }: CheckedStudy, ref: FileRef): Buffer =>
  fs.readFileSync(core.files.resolve(ref).path);

async function sent({ study, ben }: Asked): Promise<Buffer> {
  const made = await study.api.checking.writePackage({ matrixId: study.matrixId, checkerId: ben });
  return bytesOf(study, made.file);
}

/** What Ben does with a file, on another machine: his return, and the bytes of the project he worked in. */
async function onBensMachine(
  { study, path: own }: Asked,
  packed: Buffer,
  work: (study: CheckedStudy) => Promise<unknown>,
): Promise<{ readonly returned: Buffer; readonly project: string }> {
  const { api } = study;
  await api.project.close({});
  await api.checking.openPackage({ file: study.offer('for-ben.crosscase-package', packed) });
  await work(study);
  const made = await api.checking.writeReturn({});
  const returned = bytesOf(study, made.file);
  const file = must(await api.project.current({}), 'open').path;
  const project = fs
    .readdirSync(path.dirname(file))
    .filter((name) => name.startsWith(path.basename(file)))
    .map((name) => fs.readFileSync(path.join(path.dirname(file), name)).toString('latin1'))
    .join('');
  await api.project.open({ path: own });
  return { returned, project };
}

/** Every text of an author as it may stand in a file: as bytes, and as JSON escapes it. */
function found(content: string): readonly string[] {
  return Object.values(AUTHORS).filter((words) =>
    [words, Buffer.from(words).toString('latin1'), JSON.stringify(words).slice(1, -1)].some((form) =>
      content.includes(form),
    ),
  );
}

function inside(packed: Buffer): string {
  return (
    Object.values(unzipSync(packed))
      .map((part) => strFromU8(part))
      .join('\n') + packed.toString('latin1')
  );
}

test('a blind file holds nothing of the author, goes back with the own view, and a second file ends in a verdict', async () => {
  const asked = await askedBen('own summary');
  const { study, cellUid } = asked;
  const { api, matrixId } = study;
  expect(await api.checking.overview({ matrixId })).toMatchObject({
    checkers: [{ checker: 'Ben', owesOwn: 1, ownWritten: 0 }, { checker: 'Cor' }],
    ownViews: [],
  });

  // The first round.
  const first = await sent(asked);
  expect(inside(first)).toContain('It takes a lot of time.');
  expect(found(inside(first))).toEqual([]);
  expect(inside(first)).not.toMatch(/contradicts|qualifies|claimHash/);
  const evidence = async () =>
    (await api.checking.toCheck({ cellUid })).evidence.map(({ quotation, stance }) => [quotation, stance]);
  const { returned, project } = await onBensMachine(asked, first, async () => {
    expect(await api.checking.queue({})).toMatchObject({
      items: [{ cellUid, isWithheld: true, isDone: false }],
      package: { done: 0, cells: 1, withheld: 1 },
    });
    expect(await api.checking.toCheck({ cellUid })).toMatchObject({
      claim: null,
      isWithheld: true,
      fragments: 2,
    });
    expect(await evidence()).toEqual([
      ['It takes a lot of time.', null],
      ['I like that.', null],
    ]);
    await expect(api.checking.giveVerdict({ cellUid, verdict: 'agree' })).rejects.toMatchObject({
      code: 'claim-withheld',
    });
    await expect(api.checking.writeReturn({})).rejects.toMatchObject({ code: 'nothing-checked' });
    await api.checking.writeOwn({ cellUid, summary: 'A first try.' });
    await api.checking.writeOwn({ cellUid, summary: OWN });
    expect(await api.checking.toCheck({ cellUid })).toMatchObject({ claim: null, own: { summary: OWN } });
    expect((await api.checking.queue({})).package).toMatchObject({ done: 1 });
  });
  expect(project).toContain('It takes a lot of time.');
  expect(found(project)).toEqual([]);

  // The author sees both, and is not done: the cell has no verdict of Ben.
  const file = study.offer('from-ben.crosscase-package', returned);
  expect(await api.checking.previewReturn({ file })).toMatchObject({
    matrixId,
    verdicts: [{ verdict: null, ownSummary: OWN, outcome: 'new' }],
  });
  await api.checking.readReturn({ file });
  expect((await api.checking.readReturn({ file })).verdicts).toMatchObject([{ outcome: 'there' }]);
  expect((await api.checking.overview({ matrixId })).ownViews).toMatchObject([
    { name: 'T01 × Time', checker: 'Ben', summary: AUTHORS.summary, ownSummary: OWN },
  ]);

  // The second round holds both, and ends in a verdict beside the own view of the first.
  const second = await sent(asked);
  expect(inside(second)).toContain(AUTHORS.summary);
  const { returned: verdict } = await onBensMachine(asked, second, async () => {
    expect(await api.checking.toCheck({ cellUid })).toMatchObject({
      claim: { summary: AUTHORS.summary },
      own: { summary: OWN },
      isWithheld: false,
    });
    expect(await evidence()).toEqual([
      ['It takes a lot of time.', 'contradicts'],
      ['I like that.', null],
      ['Colleagues help me.', 'qualifies'],
    ]);
    await api.checking.giveVerdict({ cellUid, verdict: 'major', note: 'Te stellig.' });
  });
  const again = study.offer('from-ben-2.crosscase-package', verdict);
  expect((await api.checking.readReturn({ file: again })).verdicts).toMatchObject([{ outcome: 'new' }]);
  expect((await study.cell('T01')).checks).toMatchObject([
    { checker: 'Cor' },
    { checker: 'Ben', ownSummary: OWN, verdict: 'major', note: 'Te stellig.', isCurrent: true },
  ]);
  expect((await api.checking.overview({ matrixId })).ownViews).toEqual([]);
  // The first return, read once more, takes nothing back.
  expect((await api.checking.readReturn({ file })).verdicts).toMatchObject([{ outcome: 'there' }]);
  expect((await study.cell('T01')).checks[1]).toMatchObject({ verdict: 'major' });
});

test('a rating is not told by a file that asks for one first, and the author may still write between the rounds', async () => {
  const asked = await askedBen('own rating');
  const { study, cellUid } = asked;
  const { api, matrixId } = study;
  const first = await sent(asked);
  expect(found(inside(first))).toEqual([]);
  expect(inside(first)).toContain('"claim":null');
  const { returned } = await onBensMachine(asked, first, () =>
    api.checking.writeOwn({ cellUid, rating: '-1' }),
  );
  // What the author writes meanwhile is no reason to throw away a view that was written without it.
  await study.write('T01', 'Herschreven.');
  const file = study.offer('r1.crosscase-package', returned);
  expect((await api.checking.readReturn({ file })).verdicts).toMatchObject([{ outcome: 'new' }]);
  await study.write('T01', 'Nog eens herschreven.');
  const { returned: verdict } = await onBensMachine(asked, await sent(asked), () =>
    api.checking.giveVerdict({ cellUid, verdict: 'agree' }),
  );
  await api.checking.readReturn({ file: study.offer('r2.crosscase-package', verdict) });
  const ofBen = (await study.cell('T01')).checks.filter(({ checker }) => checker === 'Ben');
  expect(ofBen).toMatchObject([
    { ownRating: '-1', verdict: 'agree', summary: 'Nog eens herschreven.', isCurrent: true },
  ]);
  expect(await api.checking.overview({ matrixId })).toMatchObject({ checked: 1 });
});
