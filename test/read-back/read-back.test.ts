import path from 'node:path';
import { expect, test } from 'vitest';
import type { FileRef, MatrixId } from '#shared/ids.ts';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { claimHash } from '#electron/export/claim-hash.ts';
import { readReturnedWorkbook } from '#electron/read-back/read-workbook.ts';
import { placeKey, readState, type ExportedState } from '#shared/read-back/exported-state.ts';
import { readReturnedSheets, type ReturnedEntry } from '#shared/read-back/returned-sheet.ts';
import { takenCells } from '#shared/read-back/taken-cells.ts';
import { startExportStudy, type ExportStudy } from '#test/export/export-study.ts';
import { zipFile } from '#test/support/zip-file.ts';
import { editedWorkbook, previewOf, type Grid } from './edited-workbook.ts';

/** Columns of the sheet: Case, Work, n, Time & ties, n, marks. Rows: header, T01, T02, T10, nothing, marks. */
const WORK = 1;
const TIES = 3;

async function writtenStudy(): Promise<ExportStudy> {
  const study = await startExportStudy();
  await study.apply('T01', 'We shared the work.', study.code.work);
  await study.summarise('T01', 0, 'Shares the work.');
  await study.summarise('T02', 0, 'Alone.');
  await study.summarise('T10', 1, 'Nobody asks.');
  return study;
}

const preview = (study: ExportStudy, file: FileRef): Promise<ReturnedPreview> =>
  previewOf(study, file, study.matrixId);

const short = ({ cells }: ReturnedPreview) =>
  cells.map(({ rowName, columnTitle, before, options, state }) => [
    `${rowName} × ${columnTitle}`,
    before,
    options.map(({ text }) => text).join(' | '),
    state,
  ]);

function take(study: ExportStudy, { matrixId, fileName, cells }: ReturnedPreview) {
  return study.api.readBack.take({ matrixId, fileName, cells: takenCells(cells, new Map()) });
}

async function summaries(study: ExportStudy, matrixId: MatrixId = study.matrixId): Promise<string[]> {
  const { rows, columns, cells } = await study.api.matrices.get({ id: matrixId });
  return rows.flatMap(({ key, code }) =>
    columns.flatMap(({ id, title }) => {
      const cell = cells.find(({ rowKey, columnId }) => rowKey === key && columnId === id);
      return cell === undefined || cell.summary === '' ? [] : [`${code} × ${title}: ${cell.summary}`];
    }),
  );
}

test('a workbook that nobody edited changes nothing', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, () => {});
  // Through the door, with the thread that it reads on.
  const seen = await study.api.readBack.preview({ file, matrixId: study.matrixId });
  expect(seen).toMatchObject({
    fileName: 'edited.xlsx',
    matrixName: 'Cases × themes',
    cells: [],
    problems: [],
    unchanged: 6,
    missing: { rows: [], columns: [] },
    foreign: [],
  });
});

test('edits are found wherever their rows and columns were moved, and are one step of undo', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    grid[1]![WORK] = 'Shares it with her sister.\r\nEvery week. ';
    grid[2]![TIES] = 'Calls.';
    // Sorted downwards, the marks in between; the column “Time & ties” before “Work”; both renamed.
    const [header, t01, t02, t10, blank, marks] = grid as [
      Grid[0],
      Grid[0],
      Grid[0],
      Grid[0],
      Grid[0],
      Grid[0],
    ];
    header[WORK] = 'Arbeit';
    header[TIES] = 'Bindungen';
    return [header, t10, marks, t02, blank, t01].map((row) => [
      row[0]!,
      row[TIES]!,
      row[4]!,
      null,
      row[WORK]!,
      row[2]!,
      row[5]!,
    ]);
  });
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([
    ['T02 × Time & ties', '', 'Calls.', 'edited'],
    ['T01 × Work', 'Shares the work.', 'Shares it with her sister.\nEvery week.', 'edited'],
  ]);
  expect(seen.cells.map(({ isSuggested }) => isSuggested)).toEqual([true, true]);
  expect(seen.foreign).toEqual([]);
  const before = await summaries(study);
  await take(study, seen);
  expect(await summaries(study)).toEqual([
    'T01 × Work: Shares it with her sister.\nEvery week.',
    'T02 × Work: Alone.',
    'T02 × Time & ties: Calls.',
    'T10 × Time & ties: Nobody asks.',
  ]);
  expect((await study.api.history.state({})).undo).toBe(
    'Take back 2 cells of “Cases × themes” from “edited.xlsx”',
  );
  await study.api.history.undo({});
  expect(await summaries(study)).toEqual(before);
});

test('what changed in the project since the export is a conflict, and is not taken by itself', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    grid[1]![WORK] = 'From the sheet.';
    grid[2]![WORK] = 'The same edit.';
  });
  await study.summarise('T01', 0, 'From the project.');
  await study.summarise('T02', 0, 'The same edit.');
  await study.summarise('T10', 0, 'New meanwhile.');
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([['T01 × Work', 'From the project.', 'From the sheet.', 'conflict']]);
  expect(seen.cells[0]).toMatchObject({ isSuggested: false });
  // T10 was empty in the export and still is in the sheet: what was written meanwhile stays.
  await take(study, seen);
  expect(await summaries(study)).toContain('T10 × Work: New meanwhile.');
  await study.summarise('T01', 0, 'Changed while deciding.');
  await expect(take(study, seen)).rejects.toMatchObject({
    code: 'cell-changed-meanwhile',
    detail: { cell: 'T01 × Work' },
  });
});

test('rows and columns that are foreign, missing or there twice are told, and lose nothing', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    const [header, t01, t02, , blank, marks] = grid as [Grid[0], Grid[0], Grid[0], Grid[0], Grid[0], Grid[0]];
    const copy = [...t02];
    t02[WORK] = 'Not alone.';
    copy[WORK] = 'Never alone.';
    return [[...header, 'Notes'], [...t01, 'Ask again'], t02, copy, ['T99', 'A case of mine.'], blank, marks];
  });
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([['T02 × Work', 'Alone.', 'Not alone. | Never alone.', 'several']]);
  expect(seen.cells[0]).toMatchObject({
    isSuggested: false,
    options: [{ address: 'Matrix!B3' }, { address: 'Matrix!B4' }],
  });
  expect(seen.missing).toEqual({ rows: ['T10'], columns: [] });
  expect(seen.foreign).toEqual([
    { kind: 'row', place: 'row 5', texts: ['T99', 'A case of mine.'] },
    { kind: 'column', place: 'column G', texts: ['Notes', 'Ask again'] },
  ]);
});

test('a copy that was not edited does not stand against one that was', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    const copy = [...grid[2]!];
    grid[2]![WORK] = 'Not alone.';
    return [...grid.slice(0, 4), copy, ...grid.slice(4)];
  });
  expect(short(await preview(study, file))).toEqual([['T02 × Work', 'Alone.', 'Not alone.', 'edited']]);
});

test('rows whose hidden marks were left behind by a sort go by their names, when what was exported proves it', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    grid[1]![WORK] = 'Shares it with her sister.';
    // Everything but the hidden marks was sorted.
    const marks = grid.slice(1, 4).map((row) => row[5]!);
    const sorted = [grid[3]!, grid[2]!, grid[1]!].map((row, index) => [...row.slice(0, 5), marks[index]!]);
    return [grid[0]!, ...sorted, ...grid.slice(4)];
  });
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([['T01 × Work', 'Shares the work.', 'Shares it with her sister.', 'edited']]);
  expect([seen.problems, seen.missing]).toEqual([[], { rows: [], columns: [] }]);
});

test('names of rows that were sorted without their texts are refused, not guessed', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    [grid[1]![0], grid[3]![0]] = [grid[3]![0]!, grid[1]![0]!];
    grid[1]![WORK] = 'Edited beside the wrong name.';
  });
  const seen = await preview(study, file);
  expect(seen.cells).toEqual([]);
  expect(seen.problems).toMatchObject([{ address: 'Matrix!B2', text: 'Edited beside the wrong name.' }]);
  expect(seen.problems[0]!.message).toContain('This row is that of T01, but is called T10');
});

test('a column that was sorted alone is seen by where its texts stood', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    const [a, b] = [grid[1]![WORK]!, grid[2]![WORK]!];
    grid[1]![WORK] = b;
    grid[2]![WORK] = a;
  });
  const { cells } = await preview(study, file);
  expect(cells.map(({ notes, isSuggested }) => [notes, isSuggested])).toEqual([
    [['When it was exported, this text stood in T02 × Work.'], false],
    [['When it was exported, this text stood in T01 × Work.'], false],
  ]);
});

test('numbers, dates, formulas and errors that a spreadsheet made are said to be that', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid, workbook) => {
    grid[1]![WORK] = 12.5;
    grid[2]![WORK] = new Date(Date.UTC(2026, 1, 1));
    grid[3]![WORK] = { formula: '1+1', result: 2 };
    grid[1]![TIES] = { error: '#NAME?' };
    grid[2]![TIES] = true;
    workbook.getWorksheet('Matrix')!.getCell('B3').numFmt = 'yyyy-mm-dd';
  });
  const { cells, problems } = await preview(study, file);
  expect(
    cells.map(({ options, notes, isSuggested }) => [options[0]!.text, notes.length, isSuggested]),
  ).toEqual([
    ['12.5', 1, false],
    ['2026-02-01', 1, false],
    ['TRUE', 1, false],
    ['2', 1, false],
  ]);
  expect(problems).toMatchObject([{ address: 'Matrix!D2', text: '#NAME?' }]);
});

test('a text that is too long is told with all of its words, and an emptied cell is asked about', async () => {
  const study = await writtenStudy();
  const long = 'word '.repeat(8_000).trim();
  const file = await editedWorkbook(study, (grid) => {
    grid[1]![WORK] = long;
    grid[2]![WORK] = null;
  });
  const { cells, problems } = await preview(study, file);
  expect(problems).toMatchObject([{ address: 'Matrix!B2', text: long }]);
  expect(problems[0]!.message).toContain('39,999 characters');
  expect(cells).toMatchObject([{ before: 'Alone.', options: [{ text: '' }], isSuggested: false }]);
});

test('a workbook of another project, of another matrix, or of nothing at all is refused', async () => {
  const study = await writtenStudy();
  const stranger = await writtenStudy();
  const foreign = await editedWorkbook(stranger, () => {});
  const foreignFile = stranger.core.files.resolve(foreign).path;
  await expect(preview(study, study.core.files.offer(foreignFile))).rejects.toMatchObject({
    code: 'sheet-of-other-project',
  });
  const other = await study.api.matrices.create({
    name: 'Other',
    columns: [{ title: 'Work', codeIds: [study.code.work] }],
  });
  const own = await editedWorkbook(study, () => {});
  await expect(previewOf(study, own, other)).rejects.toMatchObject({
    code: 'sheet-of-other-matrix',
    detail: { matrix: 'Cases × themes' },
  });
  const unmarked = await editedWorkbook(study, (grid) => grid.slice(0, 5), 'unmarked.xlsx');
  await expect(preview(study, unmarked)).rejects.toMatchObject({ code: 'sheet-without-marks' });
  const text = study.offer('notes.xlsx', 'no workbook');
  await expect(preview(study, text)).rejects.toMatchObject({
    code: 'sheet-not-a-workbook',
    detail: { found: 'plain text (.txt)' },
  });
  // As LibreOffice and old versions of Excel save it when nobody tells them otherwise.
  const open = zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]);
  await expect(preview(study, study.offer('edited.ods', open))).rejects.toMatchObject({
    code: 'sheet-not-a-workbook',
    detail: { found: 'an OpenDocument file' },
  });
});

test('a workbook that LibreOffice sorted, renamed, widened and saved says the same of each cell', async () => {
  const fixture = path.join(import.meta.dirname, '../fixtures/read-back/sorted-in-libreoffice.xlsx');
  const given = await readReturnedWorkbook({ path: fixture, name: 'sorted-in-libreoffice.xlsx' });
  const [sheet] = readReturnedSheets(given);
  const state = readState(given)!;
  const edited = sheet!.entries
    .filter(({ text, ...entry }) => claimHash(text) !== hashOf(state, entry) && text !== '')
    .map(({ address, text, kind, rowKey, columnUid }) => [
      address,
      `${state.rows.get(rowKey)} × ${state.columns.get(columnUid)}`,
      text,
      kind,
    ]);
  expect(edited).toEqual([
    ['Reviewed by Jo!E3', 'T02 × Time & ties', '12', 'number'],
    ['Reviewed by Jo!C4', 'T01 × Work', 'Shares it with her sister 👩‍👩‍👧.\nEvery week.', 'text'],
  ]);
  expect(sheet!.foreign).toEqual([{ kind: 'column', place: 'column B', texts: ['Remarks', 'Ask again'] }]);
  expect([...sheet!.rowNames.values()]).toEqual(['T10', 'T02', 'T01']);
});

const hashOf = (state: ExportedState, { rowKey, columnUid, field }: Omit<ReturnedEntry, 'text'>) =>
  state.hashes.get(placeKey(rowKey, columnUid, field));

test('without the hidden sheet of hashes nobody knows who changed what: every difference is a conflict', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid, workbook) => {
    workbook.removeWorksheet('Crosscase ids');
    grid[1]![WORK] = 'From the sheet.';
    grid[3]![WORK] = 'Into an empty cell.';
  });
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([
    ['T01 × Work', 'Shares the work.', 'From the sheet.', 'conflict'],
    ['T10 × Work', '', 'Into an empty cell.', 'edited'],
  ]);
});

test('what belongs to a column or a case that was removed meanwhile is told', async () => {
  const study = await writtenStudy();
  const file = await editedWorkbook(study, (grid) => {
    grid[3]![TIES] = 'Edited in a column that goes.';
    grid[2]![WORK] = 'Edited.';
  });
  const { columns } = await study.api.matrices.get({ id: study.matrixId });
  await study.api.matrices.removeColumn({ id: columns[1]!.id });
  const seen = await preview(study, file);
  expect(short(seen)).toEqual([['T02 × Work', 'Alone.', 'Edited.', 'edited']]);
  expect(seen.problems).toMatchObject([{ address: 'Matrix!D4', text: 'Edited in a column that goes.' }]);
});

test('ratings come back too, however their sign is typed; what is none is told', async () => {
  const study = await startExportStudy();
  const { api, code } = study;
  const matrixId = await api.matrices.create({
    name: 'Ratings',
    columns: [
      { kind: 'rating', title: 'Strength', codeIds: [code.ties], poleLow: 'weak', poleHigh: 'strong' },
    ],
  });
  const rated = { ...study, matrixId };
  const { rows, columns } = await api.matrices.get({ id: matrixId });
  await api.matrices.judge({ columnId: columns[0]!.id, rowKey: rows[0]!.key, rating: '-1' });
  const file = await editedWorkbook(rated, (grid) => {
    expect(grid[0]).toEqual(['Case', 'rating', 'Strength', 'n', 'row|header']);
    expect(grid[1]![1]).toBe(-1);
    grid[1]![1] = 2;
    grid[2]![1] = '\u22121';
    grid[3]![1] = 'very';
  });
  const seen = await previewOf(rated, file, matrixId);
  expect(short(seen)).toEqual([
    ['T01 × Strength', '-1', '2', 'edited'],
    ['T02 × Strength', '', '-1', 'edited'],
  ]);
  expect(seen.problems).toMatchObject([{ text: 'very' }]);
  await take(rated, seen);
  const { cells } = await api.matrices.get({ id: matrixId });
  expect(cells.map(({ rating }) => rating)).toEqual(['2', '-1']);
});
