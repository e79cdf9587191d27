import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { traitOfTypology } from '#shared/matrices/traits.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { REPOSITORY, startCore, testDeps, temporaryFolder } from '#test/support/test-core.ts';
import { createCore } from '#electron/core/core.ts';
import { holdsWords, quotedPassages } from '#electron/sample-study/quoted-words.ts';
import { isWithin, sampleCases } from './sample-files.ts';

const THEMES = ['practice', 'domain', 'identity', 'organisation', 'cost', 'reward', 'symbolic'];

async function startSample() {
  const started = startCore();
  const { path: file } = await started.api.project.createSample({});
  return { ...started, file };
}

interface StoredCoding {
  readonly coder: string;
  readonly participant: string;
  readonly code: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number | null;
  readonly memo: string;
  readonly translation: string;
}

/** Read with a connection of its own, and cut by JavaScript's own slice. */
function storedCodings(file: string): readonly StoredCoding[] {
  const connection = new Database(file, { readonly: true });
  const rows = connection
    .prepare(
      `SELECT coder.name AS coder, participant.code AS participant, code.key AS code, version.text, coding.start,
              coding."end", coding.weight, coding.memo, coding.translation
       FROM coding JOIN layer ON layer.id = coding.layer_id JOIN coder ON coder.id = layer.coder_id
       JOIN code ON code.id = coding.code_id
       JOIN transcript_version AS version ON version.id = coding.version_id
       JOIN transcript ON transcript.id = version.transcript_id
       JOIN participant ON participant.id = transcript.participant_id`,
    )
    .all() as (Omit<StoredCoding, 'quote'> & { readonly text: string })[];
  connection.close();
  return rows.map(({ text, ...row }) => ({ ...row, quote: text.slice(row.start, row.end) }));
}

const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted();

test('stores every coding at exactly the words that the coder quoted', async () => {
  const { file } = await startSample();
  const stored = storedCodings(file);
  expect(stored).toHaveLength(1318);
  const inFiles = sampleCases.flatMap(({ code: participant, text, codings }) =>
    codings.map(({ coder, code, quote, weight = null, memo = '', translation = '' }) => {
      const start = text.indexOf(quote);
      return { coder, participant, code, start, end: start + quote.length, weight, memo, translation, quote };
    }),
  );
  const line = (item: StoredCoding): string =>
    JSON.stringify([
      item.coder,
      item.participant,
      item.code,
      item.start,
      item.end,
      item.quote,
      item.weight,
      item.memo,
      item.translation,
    ]);
  expect(sorted(stored.map(line))).toEqual(sorted(inFiles.map(line)));
});

test('counts per case and code what a count of the files gives', async () => {
  const { api } = await startSample();
  const codes = await api.codebook.list({});
  const layers = await api.coding.layers({});
  for (const layer of layers) {
    const id = await api.matrices.create({
      name: `Every code of ${layer.name}`,
      layerId: layer.id,
      columns: codes.map((code) => ({ title: code.key!, codeIds: [code.id] })),
    });
    const matrix = await api.matrices.get({ id });
    const titles = new Map(matrix.columns.map((column) => [column.id, column.title]));
    const cases = new Map(matrix.rows.map((row) => [row.key, row.code]));
    const counted = matrix.cells.map(
      (cell) => `${cases.get(cell.rowKey)} ${titles.get(cell.columnId)} ${cell.count}`,
    );
    const expected = sampleCases.flatMap(({ code: participant, codings }) =>
      codes.flatMap(({ key }) => {
        const count = codings.filter(
          (coding) => coding.coder === layer.name && isWithin(coding.code, key!),
        ).length;
        return count === 0 ? [] : [`${participant} ${key} ${count}`];
      }),
    );
    expect(sorted(counted)).toEqual(sorted(expected));
  }
});

test('holds 25 cases, three coders with a layer each, and every summary', async () => {
  const { api } = await startSample();
  const { counts, coders } = await api.project.overview({});
  expect(counts).toMatchObject({ participants: 25, transcripts: 25, codes: 47, codings: 1318, matrices: 2 });
  expect(coders.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  const { coderId } = (await api.project.current({}))!;
  expect(coders.find(({ id }) => id === coderId)?.name).toBe('A');

  const matrices = await api.matrices.list({});
  expect(matrices.map(({ name, columns, summaries }) => [name, columns, summaries])).toEqual([
    ['Teachers × themes', 7, 175],
    ['Teachers, reduced', 3, 0],
  ]);
  const themes = await api.matrices.get({ id: matrices[0]!.id });
  const cases = new Map(themes.rows.map((row) => [row.key, row.code]));
  const stored = themes.cells
    .filter(({ summary }) => summary !== '')
    .map((cell) => {
      const theme = THEMES[themes.columns.findIndex(({ id }) => id === cell.columnId)];
      return JSON.stringify([cases.get(cell.rowKey), theme, cell.summary]);
    });
  const inFiles = sampleCases.flatMap(({ code, summaries }) =>
    THEMES.map((theme) => JSON.stringify([code, theme, summaries.cells[theme]])),
  );
  expect(sorted(stored)).toEqual(sorted(inFiles));
});

test('takes only words that a summary quotes literally for evidence, and only from A', async () => {
  const { api } = await startSample();
  const [themes] = await api.matrices.list({});
  const matrix = await api.matrices.get({ id: themes!.id });
  let attached = 0;
  for (const { columnId, rowKey } of matrix.cells.filter(({ evidence }) => evidence > 0)) {
    const cell = await api.matrices.cell({ columnId, rowKey });
    const evidence = cell.fragments.filter(({ stance }) => stance !== null);
    for (const { coderName, quotation, translation } of evidence) {
      attached += 1;
      expect(coderName).toBe('A');
      const words = quotedPassages(cell.summary);
      expect(words.some((quoted) => holdsWords(`${quotation}\n${translation}`, quoted))).toBe(true);
    }
  }
  expect(attached).toBeGreaterThan(4);
});

test('is one step of undo', async () => {
  const { api, file } = await startSample();
  const built = dumpProject(file);
  expect(await api.history.undo({})).toEqual({ label: 'Build the sample study' });
  expect((await api.project.overview({})).counts).toMatchObject({
    participants: 0,
    transcripts: 0,
    codings: 0,
  });
  await api.history.redo({});
  expect(dumpProject(file)).toEqual(built);
});

test('leaves no file behind when a quotation is not in its transcript', async () => {
  const folder = temporaryFolder();
  const broken = path.join(folder, 'data');
  fs.cpSync(path.join(REPOSITORY, 'electron/sample-study/data'), broken, { recursive: true });
  fs.writeFileSync(
    path.join(broken, 'codings/T25.json'),
    JSON.stringify([{ coder: 'A', code: 'cost.time', quote: 'words that nobody said' }]),
  );
  const deps = testDeps(folder);
  const core = createCore({
    ...deps,
    log: () => {},
    paths: { ...deps.paths, sampleStudy: broken },
  });
  const client = core.client({ host: 'test', trusted: true });
  await expect(client.project.createSample({})).rejects.toMatchObject({ code: 'internal' });
  expect(await client.project.current({})).toBeNull();
  expect(await client.project.recent({})).toEqual([]);
  expect(fs.readdirSync(deps.paths.documents)).toEqual([]);
  core.close();
});

test('tells whole words from parts of words', () => {
  expect(quotedPassages('Called it “ours,” and “one more”.')).toEqual(['ours', 'one more']);
  expect(holdsWords('it was never ours, she said', 'ours')).toBe(true);
  expect(holdsWords('for hours on end', 'ours')).toBe(false);
  expect(holdsWords('what? (yes)', 'WHAT? (yes)')).toBe(true);
  expect(holdsWords('anything', '')).toBe(false);
});

test('every case is told as a whole, in the words of the files', async () => {
  const { api } = await startSample();
  const [matrix] = await api.matrices.list({});
  const source = { kind: 'matrix', matrixId: matrix!.id } as const;
  for (const { participantId, code } of await api.withinCase.cases({})) {
    const sheet = await api.withinCase.sheet({ participantId, source });
    const inFile = sampleCases.find((item) => item.code === code)!;
    expect(sheet.narrative.text).toBe(inFile.summaries.narrative);
    expect(sheet.themes.map(({ summary }) => summary)).toEqual(
      THEMES.map((theme) => inFile.summaries.cells[theme]),
    );
  }
});

test('every case has the type of the files, with the reason, and matrices count by type what the files give', async () => {
  const { api } = await startSample();
  const [typology] = await api.typologies.list({});
  const nameOf = new Map(typology!.types.map(({ id, name }) => [id, name]));
  const codeOf = new Map((await api.participants.table({})).participants.map(({ id, code }) => [id, code]));
  const stored = typology!.assignments.map(({ participantId, typeId, rationale }) => [
    codeOf.get(participantId),
    { type: nameOf.get(typeId!), rationale },
  ]);
  const files = sampleCases.map(({ code, summaries: { type, rationale } }) => [code, { type, rationale }]);
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(files));

  // Themes against types: codings, and of how many cases, as the files give them.
  const keys = ['practice', 'domain', 'identity', 'organisation', 'cost', 'reward', 'symbolic'];
  const codes = await api.codebook.list({});
  const rowCodeIds = keys.map((key) => codes.find((code) => code.key === key)!.id);
  const attributeId = traitOfTypology(typology!.id);
  const id = await api.matrices.create({
    name: 'Themes against types',
    rowKind: 'codes',
    rowCodeIds,
    columns: typology!.types.map(({ name }) => ({ kind: 'group', attributeId, caseValue: name })),
  });
  const { rows, columns, cells } = await api.matrices.get({ id });
  const shown = rows.map(({ key }) =>
    columns.map((column) => {
      const cell = cells.find((one) => one.rowKey === key && one.columnId === column.id);
      return [cell?.count ?? 0, cell?.cases ?? 0];
    }),
  );
  const expected = keys.map((key) =>
    typology!.types.map(({ name }) => {
      const counts = sampleCases
        .filter(({ summaries }) => summaries.type === name)
        .map(({ codings }) => codings.filter(({ code }) => isWithin(code, key)).length);
      return [counts.reduce((sum, count) => sum + count, 0), counts.filter((count) => count > 0).length];
    }),
  );
  expect(shown).toEqual(expected);
});
