import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import type { CodingId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { traitOfTypology } from '#shared/matrices/traits.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

interface Place {
  readonly matrixId: MatrixId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

interface Upstream {
  readonly change: string;
  /** What the claim under test stands on, when it is not T01 × Time; done before it is written and checked. */
  readonly prepare?: (study: CheckedStudy) => Promise<Place | void>;
  readonly make: (study: CheckedStudy) => Promise<unknown>;
  /** What the person reads: the sentence, the words before, the words after. */
  readonly told: readonly string[];
  /** Nothing brings it back. */
  readonly isForGood?: true;
}

async function fragmentOf(study: CheckedStudy, column = study.time): Promise<CodingId> {
  const { fragments } = await study.api.matrices.cell({ columnId: column, rowKey: await study.row('T01') });
  return must(fragments[0], 'one fragment').id;
}

async function newest(study: CheckedStudy, title: string) {
  const found = must(
    (await study.api.transcripts.list({})).find((one) => one.title === title),
    title,
  );
  return study.api.transcripts.get({ id: found.id });
}

async function correct(study: CheckedStudy, words: string, by: string): Promise<void> {
  const { id, versionId, text } = await newest(study, 'T01');
  const start = text.indexOf(words);
  await study.api.corrections.save({
    transcriptId: id,
    versionId,
    changes: [{ start, end: start + words.length, text: by }],
  });
}

async function caseOf(study: CheckedStudy, code: string) {
  const { participants } = await study.api.participants.table({});
  return must(
    participants.find((one) => one.code === code),
    code,
  ).id;
}

/** The claim of all cases taken together. */
async function pooled(study: CheckedStudy): Promise<Place> {
  const { api } = study;
  const matrixId = await api.matrices.create({
    name: 'Pooled',
    rowKind: 'all',
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  return firstPlace(study, matrixId, 'All cases');
}

/** The claim about the teachers, in a matrix of roles. */
async function teachers(study: CheckedStudy): Promise<Place> {
  const { api } = study;
  const attributeId = await api.participants.addAttribute({ name: 'Role', type: 'one of' });
  for (const code of ['T01', 'T02', 'T03'])
    await api.participants.setValue({
      participantId: await caseOf(study, code),
      attributeId,
      value: code === 'T03' ? 'head' : 'teacher',
    });
  const matrixId = await api.matrices.create({
    name: 'Roles',
    rowKind: 'groups',
    rowAttributeId: attributeId,
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  return firstPlace(study, matrixId, 'teacher');
}

/** The claim about the cases of one school, of which T03 says nothing under the code. */
async function schools(study: CheckedStudy): Promise<Place> {
  const { api } = study;
  for (const code of ['T01', 'T02', 'T03'])
    await api.participants.setSite({ participantId: await caseOf(study, code), site: 'S1' });
  const matrixId = await api.matrices.create({
    name: 'Schools',
    rowKind: 'sites',
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  return firstPlace(study, matrixId, 'S1');
}

/** The claim about the cases of one type. */
async function types(study: CheckedStudy): Promise<Place> {
  const { api } = study;
  await api.typologies.create({ name: 'Ways', types: ['Planners', 'Drifters'] });
  const { typologyId } = await typologyOf(study);
  await putInto(study, 'Drifters', ['T01', 'T02', 'T03']);
  const matrixId = await api.matrices.create({
    name: 'By type',
    rowKind: 'groups',
    rowAttributeId: traitOfTypology(typologyId),
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  return firstPlace(study, matrixId, 'Drifters');
}

async function typologyOf({ api }: CheckedStudy) {
  const [typology] = await api.typologies.list({});
  const { id, types: known } = must(typology, 'made');
  return { typologyId: id, known };
}

async function putInto(study: CheckedStudy, name: string, codes: readonly string[]): Promise<void> {
  const { typologyId, known } = await typologyOf(study);
  await study.api.typologies.assign({
    typologyId,
    participantIds: await Promise.all(codes.map((code) => caseOf(study, code))),
    typeId: must(
      known.find((one) => one.name === name),
      name,
    ).id,
  });
}

async function firstPlace({ api }: CheckedStudy, matrixId: MatrixId, row: string): Promise<Place> {
  const { columns, rows } = await api.matrices.get({ id: matrixId });
  return {
    matrixId,
    columnId: must(columns[0], 'column').id,
    rowKey: must(
      rows.find(({ code }) => code === row),
      row,
    ).key,
  };
}

/** A second matrix whose cell is drawn from T01 × Time. */
async function second(study: CheckedStudy): Promise<Place> {
  const { api } = study;
  await study.write('T01', 'It takes time.');
  const matrixId = await api.matrices.create({ name: 'Second', columns: [] });
  const columnId = await api.matrices.addColumn({
    matrixId,
    kind: 'cells',
    title: 'Costs',
    sourceIds: [study.time],
  });
  return { matrixId, columnId, rowKey: await study.row('T01') };
}

const withPoles = async ({ api, codes }: CheckedStudy): Promise<void> => {
  await api.codebook.change({ id: codes.time, poles: ['too little', 'enough'] });
};

const upstreamChanges: readonly Upstream[] = [
  {
    change: 'a coding is added',
    make: (study) => study.code('T01', 'I like that.', study.codes.time),
    told: ['New fragment in T01, coded “Time” |  | I like that.'],
  },
  {
    change: 'a coding is removed',
    make: async (study) => study.api.coding.remove({ ids: [await fragmentOf(study)] }),
    told: ['A fragment in T01 coded “Time” is no longer there | It takes a lot of time. | '],
  },
  {
    change: 'a coding gets the code of another column',
    make: async (study) =>
      study.api.coding.recode({ ids: [await fragmentOf(study)], codeId: study.codes.help }),
    told: ['A fragment in T01 was recoded from “Time” to “Help” |  |  | It takes a lot of time.'],
  },
  {
    change: 'an edge of a coding is moved',
    make: async (study) => {
      const { text } = await newest(study, 'T01');
      const start = text.indexOf('It takes');
      await study.api.coding.moveEdges({ id: await fragmentOf(study), start, end: start + 8 });
    },
    told: ['A fragment in T01 has other words | It takes a lot of time. | It takes'],
  },
  {
    change: 'the pole of a coding is another',
    prepare: async (study) => {
      await withPoles(study);
      await study.api.coding.change({ id: await fragmentOf(study), weight: -1 });
    },
    make: async (study) => study.api.coding.change({ id: await fragmentOf(study), weight: 1 }),
    told: [
      'A fragment in T01 coded “Time” went from “too little” to “enough” |  |  | It takes a lot of time.',
    ],
  },
  {
    change: 'a coding gets a pole',
    prepare: withPoles,
    make: async (study) => study.api.coding.change({ id: await fragmentOf(study), weight: 1 }),
    told: ['A fragment in T01 coded “Time” went from no pole to “enough” |  |  | It takes a lot of time.'],
  },
  {
    change: 'the certainty of a coding is another',
    make: async (study) => study.api.coding.change({ id: await fragmentOf(study), certainty: 1 }),
    told: [
      'A fragment in T01 coded “Time” went from no certainty to “unsure” |  |  | It takes a lot of time.',
    ],
  },
  {
    change: 'a code is defined',
    make: ({ api, codes }) => api.codebook.change({ id: codes.time, definition: 'Hours spent.' }),
    told: ['“Time” is defined anew |  | Hours spent.'],
  },
  {
    change: 'a rule of a code is another',
    prepare: async ({ api, codes }) => {
      await api.codebook.change({ id: codes.time, notWhen: 'A wish.' });
    },
    make: ({ api, codes }) => api.codebook.change({ id: codes.time, notWhen: 'A plan.' }),
    told: ['“Time” is defined anew | Not when: A wish. | Not when: A plan.'],
  },
  {
    change: 'the poles of a code are called something else',
    prepare: withPoles,
    make: ({ api, codes }) => api.codebook.change({ id: codes.time, poles: ['scarce', 'enough'] }),
    told: ['The poles of “Time” are named anew | too little – enough | scarce – enough'],
  },
  {
    change: 'a code is merged into another',
    make: ({ api, codes }) => api.codebook.merge({ id: codes.time, into: codes.help }),
    told: [
      'New fragment in T01, coded “Help” |  | Colleagues help me.',
      'A fragment in T01 was recoded from “Time” to “Help” |  |  | It takes a lot of time.',
    ],
  },
  {
    change: 'a code below the column’s is deleted',
    prepare: async ({ api, codes, code }) => {
      const below = await api.codebook.create({ parentId: codes.time, name: 'Evenings' });
      await code('T01', 'I like that.', below);
    },
    make: async ({ api }) => {
      const below = (await api.codebook.list({})).find(({ name }) => name === 'Evenings');
      await api.codebook.remove({ id: must(below, 'made').id });
    },
    told: ['A fragment in T01 coded “Evenings” is no longer there | I like that. | '],
  },
  {
    change: 'the text is corrected',
    make: (study) => correct(study, 'a lot of time', 'a lot of my time'),
    told: ['A fragment in T01 has other words | It takes a lot of time. | It takes a lot of my time.'],
  },
  {
    change: 'a correction takes the passage out',
    make: (study) => correct(study, 'It takes a lot of time. ', ''),
    told: [
      'The passage of a fragment in T01 coded “Time” was taken out of the text | It takes a lot of time. | ',
    ],
  },
  {
    change: 'a passage is left out of the analysis',
    make: async (study) => {
      const { versionId, text } = await newest(study, 'T01');
      const start = text.indexOf('It takes');
      await study.api.transcripts.exclude({ versionId, start, end: start + 40 });
    },
    told: [
      'A fragment in T01 coded “Time” lies in a passage that is now left out of the analysis | It takes a lot of time. | ',
    ],
  },
  {
    change: 'a transcript is removed',
    make: async (study) => study.api.transcripts.remove({ id: (await newest(study, 'T01')).id }),
    told: ['A fragment was removed with its transcript |  | '],
  },
  {
    change: 'an interview turns out to be of another case',
    make: async (study) =>
      study.api.transcripts.linkParticipant({
        id: (await newest(study, 'T01')).id,
        participantId: await caseOf(study, 'T03'),
      }),
    told: ['A fragment in T03 coded “Time” no longer counts in this cell | It takes a lot of time. | '],
  },
  {
    change: 'an attribute value puts a case into another group',
    prepare: teachers,
    make: async (study) => {
      const { attributes } = await study.api.participants.table({});
      const role = must(
        attributes.find(({ name }) => name === 'Role'),
        'Role',
      );
      await study.api.participants.setValue({
        participantId: await caseOf(study, 'T02'),
        attributeId: role.id,
        value: 'head',
      });
    },
    told: [
      'A fragment in T02 coded “Time” no longer counts in this cell | There is no time at all. | ',
      'Role of T02 is another | teacher | head',
    ],
  },
  {
    change: 'an attribute value brings a case into the group',
    prepare: teachers,
    make: async (study) => {
      const { attributes } = await study.api.participants.table({});
      await study.api.participants.setValue({
        participantId: await caseOf(study, 'T03'),
        attributeId: must(attributes[0], 'Role').id,
        value: 'teacher',
      });
    },
    told: ['Role of T03 counts in this cell now |  | teacher'],
  },
  {
    change: 'a case moves to another site',
    prepare: schools,
    make: async (study) =>
      study.api.participants.setSite({ participantId: await caseOf(study, 'T03'), site: 'S2' }),
    told: ['Site of T03 is another | S1 | S2'],
  },
  {
    change: 'a case is put into another type',
    prepare: types,
    make: (study) => putInto(study, 'Planners', ['T03']),
    told: ['Ways of T03 is another | Drifters | Planners'],
  },
  {
    change: 'a person withdraws',
    prepare: pooled,
    make: async (study) =>
      study.api.withdrawal.withdraw({
        participantId: await caseOf(study, 'T02'),
        confirmation: 'T02',
      }),
    told: ['A fragment was erased, with all that was known of it |  | '],
    isForGood: true,
  },
  {
    change: 'a cell above says something else',
    prepare: second,
    make: (study) => study.write('T01', 'It costs evenings.'),
    told: ['T01 × Time says something else | It takes time. | It costs evenings.'],
  },
  {
    change: 'evidence from outside the column is removed',
    prepare: async (study) => {
      await study.write('T01', 'First.');
      await study.api.matrices.setEvidence({
        columnId: study.time,
        rowKey: await study.row('T01'),
        codingIds: [await fragmentOf(study, study.help)],
        stance: 'qualifies',
      });
    },
    make: async (study) => study.api.coding.remove({ ids: [await fragmentOf(study, study.help)] }),
    told: ['A fragment in T01 coded “Help” is no longer there | Colleagues help me. | '],
  },
];

/** Anna writes the claim and asks Ben, who agrees. */
async function checkedClaim(study: CheckedStudy, upstream: Upstream): Promise<Place> {
  const { api } = study;
  const place = (await upstream.prepare?.(study)) ?? {
    matrixId: study.matrixId,
    columnId: study.time,
    rowKey: await study.row('T01'),
  };
  await api.matrices.writeSummary({ ...at(place), summary: 'Time is short.' });
  const { cellId, cellUid } = await api.checking.cell(at(place));
  const ben = must(
    (await api.project.coders({})).find(({ name }) => name === 'Ben'),
    'Ben',
  ).id;
  await api.checking.assign({ cellIds: [must(cellId, 'written')], checkerId: ben });
  await study.sitDown('Ben');
  await api.checking.giveVerdict({ cellUid: must(cellUid, 'written'), verdict: 'agree' });
  await study.sitDown('Anna');
  return place;
}

const at = ({ columnId, rowKey }: Place) => ({ columnId, rowKey });

async function read(study: CheckedStudy, place: Place): Promise<readonly string[]> {
  const { state, changes } = await study.api.checking.cell(at(place));
  const told = changes.map((change) => {
    const { title, before, after, about } = changeSentence(change);
    return [title, before ?? '', after ?? '', ...(about === undefined ? [] : [about])].join(' | ');
  });
  return [state, ...told.toSorted()];
}

test.each(upstreamChanges)(
  'when $change, a checked claim is stale and says so; “still right” is kept, and the check is asked for again',
  async (upstream) => {
    const study = await checkedStudy();
    const { api } = study;
    const place = await checkedClaim(study, upstream);
    expect(await read(study, place)).toEqual(['checked']);

    await upstream.make(study);
    expect(await read(study, place)).toEqual(['stale', ...upstream.told.toSorted()]);
    expect(await api.checking.overview({ matrixId: place.matrixId })).toMatchObject({ checked: 0, stale: 1 });

    await api.checking.confirm({ ...at(place), note: 'It holds.' });
    const { state, confirmations, checks } = await api.checking.cell(at(place));
    expect(state).toBe('draft');
    expect(confirmations).toMatchObject([{ coder: 'Anna', note: 'It holds.' }]);
    expect(must(confirmations[0], 'kept').what).not.toBe('');
    expect(checks).toMatchObject([{ checker: 'Ben', verdict: 'agree', isCurrent: false }]);
    await study.sitDown('Ben');
    expect((await api.checking.queue({})).items).toMatchObject([{ task: 'check', isAgain: true }]);

    if (upstream.isForGood === true) return;
    await study.sitDown('Anna');
    while ((await read(study, place))[0] !== 'checked') await api.history.undo({});
  },
);

test('a claim whose source is stale itself says so, and stays checked once somebody has stood by it', async () => {
  const study = await checkedStudy();
  const place = await checkedClaim(study, { change: '', prepare: second, make: async () => {}, told: [] });
  await study.code('T01', 'I like that.', study.codes.time);
  expect(await read(study, place)).toEqual(['stale', 'T01 × Time, which it draws on, is stale itself |  | ']);
  await study.api.checking.confirm(at(place));
  expect(await read(study, place)).toEqual(['checked']);
});
