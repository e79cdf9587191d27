import type { CellChecking, CellState } from '#shared/checking/checking-contract.ts';
import type { CodeId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

export const TEXTS = {
  T01: 'I: How is it?\n\nT01: It takes a lot of time. Colleagues help me. I like that.\n',
  T02: 'I: How is it?\n\nT02: There is no time at all. Nobody helps.\n',
  T03: 'I: How is it?\n\nT03: I have all the time in the world.\n',
} as const;

export interface CheckedStudy extends TestCore {
  readonly matrixId: MatrixId;
  readonly time: ColumnId;
  readonly help: ColumnId;
  readonly codes: { readonly time: CodeId; readonly help: CodeId };
  row(code: string): Promise<RowKey>;
  /** Codes the words where they stand in the newest version of the transcript of that name. */
  code(title: keyof typeof TEXTS, words: string, codeId: CodeId): Promise<void>;
  write(code: string, summary: string, column?: ColumnId): Promise<void>;
  cell(code: string, column?: ColumnId): Promise<CellChecking>;
  state(code: string, column?: ColumnId): Promise<CellState['state'] | undefined>;
  sitDown(name: string): Promise<void>;
}

/** Three interviews, coded with two codes by Anna; Ben is there to check. */
export async function checkedStudy(): Promise<CheckedStudy> {
  const study = await startStudy();
  const { api } = study;
  await api.transcripts.import({
    items: Object.entries(TEXTS).map(([title, text]) => ({
      file: study.offer(`${title}.txt`, text),
      title,
      participantCode: title,
    })),
  });
  const codes = {
    time: await api.codebook.create({ parentId: null, name: 'Time' }),
    help: await api.codebook.create({ parentId: null, name: 'Help' }),
  };
  await api.project.addCoder({ name: 'Ben' });
  const matrixId = await api.matrices.create({
    name: 'Themes',
    columns: [
      { title: 'Time', codeIds: [codes.time] },
      { title: 'Help', codeIds: [codes.help] },
    ],
  });
  const { columns, rows } = await api.matrices.get({ id: matrixId });
  const [time, help] = columns.map(({ id }) => id);
  if (time === undefined || help === undefined) throw new Error('the matrix has two columns');
  const row = async (code: string): Promise<RowKey> => {
    const found = rows.find((one) => one.code === code)?.key;
    if (found === undefined) throw new Error(`no row ${code}`);
    return Promise.resolve(found);
  };
  const checked: CheckedStudy = {
    ...study,
    matrixId,
    time,
    help,
    codes,
    row,
    async code(title, words, codeId) {
      const transcript = (await api.transcripts.list({})).find((one) => one.title === title);
      if (transcript === undefined) throw new Error(`no transcript ${title}`);
      const { text, versionId } = await api.transcripts.get({ id: transcript.id });
      const start = text.indexOf(words);
      await api.coding.apply({ versionId, start, end: start + words.length, codeIds: [codeId] });
    },
    async write(code, summary, column = time) {
      await api.matrices.writeSummary({ columnId: column, rowKey: await row(code), summary });
    },
    cell: async (code, column = time) => api.checking.cell({ columnId: column, rowKey: await row(code) }),
    async state(code, column = time) {
      const key = await row(code);
      const states = await api.checking.states({ matrixId });
      return states.find(({ columnId, rowKey }) => columnId === column && rowKey === key)?.state;
    },
    async sitDown(name) {
      const coder = (await api.project.coders({})).find((one) => one.name === name);
      if (coder === undefined) throw new Error(`no coder ${name}`);
      await api.project.chooseCoder({ coderId: coder.id });
    },
  };
  await checked.code('T01', 'It takes a lot of time.', codes.time);
  await checked.code('T02', 'There is no time at all.', codes.time);
  await checked.code('T01', 'Colleagues help me.', codes.help);
  return checked;
}
