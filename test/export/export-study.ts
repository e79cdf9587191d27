import fs from 'node:fs';
import type { CodeId, CodingId, MatrixId, ParticipantId } from '#shared/ids.ts';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { readZipDirectory, unpackEntry } from '#electron/import/zip-directory.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

const INTERVIEWS = {
  T01: `# Interview T01

## Work

I: How do you keep up?

T01: She could not keep up. We shared the work.

We did, too. =SUM(A1:A9) is what I call it.

## Ties

I: And now?

T01: Now it is better. 👩‍👩‍👧‍👦 we are a cafe\u0301.
`,
  T02: `I: And you?

T02: +31 is where I call. We shared the work, all of it.
`,
  T10: `I: And you?

T10: @home nobody asks.
`,
} as const;

const PARTICIPANTS = `participant,school,years
T10,North,31
T02,South,9
T01,North,100
`;

type CaseCode = keyof typeof INTERVIEWS;

export interface ExportStudy extends TestCore {
  readonly code: Readonly<Record<'work' | 'time' | 'ties', CodeId>>;
  readonly matrixId: MatrixId;
  participant(code: CaseCode): Promise<ParticipantId>;
  /** Who sits here codes the first place where these words stand. */
  apply(at: CaseCode, words: string, code: CodeId, weight?: -1 | 1): Promise<CodingId>;
  summarise(at: CaseCode, column: number, summary: string): Promise<void>;
  /** Exports the matrix and returns where the file is. */
  export(format: MatrixFormat): Promise<string>;
}

/** Three cases in two schools; columns Work (with Time below it) and Time & ties. */
export async function startExportStudy(): Promise<ExportStudy> {
  const study = await startStudy();
  const { api, core } = study;
  const csv = study.offer('participants.csv', PARTICIPANTS);
  const { keyColumn, columns } = await api.participants.previewCsv({ file: csv });
  await api.participants.importCsv({
    file: csv,
    keyColumn,
    columns: columns.filter(({ name }) => name !== keyColumn).map(({ name, type }) => ({ name, type })),
  });
  const transcripts = new Map<string, Transcript>();
  for (const [code, text] of Object.entries(INTERVIEWS)) {
    const file = study.offer(`${code}.txt`, text);
    const [id] = await api.transcripts.import({ items: [{ file, title: code, participantCode: code }] });
    transcripts.set(code, await api.transcripts.get({ id: id! }));
  }
  const work = await api.codebook.create({ parentId: null, name: 'Work', definition: '-an idea' });
  const time = await api.codebook.create({ parentId: work, name: 'Time' });
  const ties = await api.codebook.create({ parentId: null, name: 'Ties', poles: ['weak', 'strong'] });
  const matrixId = await api.matrices.create({
    name: 'Cases × themes',
    columns: [
      { title: 'Work', codeIds: [work] },
      { title: 'Time & ties', codeIds: [time, ties] },
    ],
  });
  const participant = async (code: CaseCode): Promise<ParticipantId> =>
    (await api.participants.table({})).participants.find((row) => row.code === code)!.id;
  return {
    ...study,
    code: { work, time, ties },
    matrixId,
    participant,
    async apply(at, words, code, weight) {
      const { text, versionId } = transcripts.get(at)!;
      const start = text.indexOf(words);
      const [coding] = await api.coding.apply({
        versionId,
        start,
        end: start + words.length,
        codeIds: [code],
        weight: weight ?? null,
      });
      return coding!.id;
    },
    async summarise(at, column, summary) {
      const matrix = await api.matrices.get({ id: matrixId });
      const place = {
        columnId: matrix.columns[column]!.id,
        rowKey: await rowOfCase(api, await participant(at)),
      };
      await api.matrices.writeSummary({ ...place, summary });
    },
    async export(format) {
      const { file } = await api.export.matrix({ matrixId, format });
      return core.files.resolve(file).path;
    },
  };
}

/** What lies in a zip file, by name; read without the library that wrote it. */
export async function zipTexts(file: string): Promise<ReadonlyMap<string, string>> {
  const bytes = fs.readFileSync(file);
  const texts = new Map<string, string>();
  for (const entry of readZipDirectory(bytes) ?? []) {
    const content = await unpackEntry(bytes, entry);
    if (content === null) throw new Error(`${entry.name} is damaged`);
    texts.set(entry.name, content.toString('utf8'));
  }
  return texts;
}
