import fs from 'node:fs';
import path from 'node:path';
import { must } from '#shared/assert.ts';
import type { Core } from '#electron/core/core.ts';
import { allFragments, checkAnswers, type Subject } from './answers.ts';
import { BENCH_DATA, benchCore } from './bench-core.ts';
import { projectPath, removeProject } from './build-project.ts';
import { measureAgreementOf } from './measure-agreement.ts';
import { compare, type Measured } from './measure.ts';
import { rawExport } from './raw-export.ts';
import { RawSearch } from './raw-search.ts';
import {
  rawDeleteCoding,
  rawFragments,
  rawInsertCoding,
  rawLists,
  rawMatrix,
  RawStudy,
  rawTranscript,
} from './raw-study.ts';
import { decimal, printMeasured } from './report.ts';
import type { MeasuredSize } from './sizes.ts';

/** Measures one size, in a process of its own so that its memory is its own. Works on a copy of the project. */
export async function measureSize(size: MeasuredSize): Promise<void> {
  const file = path.join(BENCH_DATA, `${size}-measured.crosscase`);
  removeProject(file);
  fs.copyFileSync(projectPath(size), file);
  const core = benchCore();
  const measured = [await measureOpening(core, file, size)];
  await core.client(US).project.open({ path: file });
  const raw = new RawStudy(file);
  const rawSearch = new RawSearch(
    raw.rows(
      'SELECT title, text FROM transcript_version v JOIN transcript t ON t.id = v.transcript_id ORDER BY v.id',
    ),
  );
  const subject = { size, api: core.client(US), raw, rawSearch, ...mostUsed(raw) };
  const agreed = await checkAnswers(subject);
  measured.push(...(await measureReading(subject)));
  measured.push(...(await measureCoding(subject)));
  const exported = await measureExport(subject);
  measured.push(exported);
  const agreement = await measureAgreementOf(size, subject.api, raw);
  if (agreement !== null) measured.push(agreement);
  // Once more: measuring must have left the project as it was.
  await checkAnswers(subject);
  printMeasured(size, agreed, measured);
  console.log(
    `The project file has ${decimal(fs.statSync(file).size / 1e6)} MB. ${await exportSpeed(subject, exported)}`,
  );
  rawSearch.close();
  raw.close();
  core.close();
  removeProject(file);
}

const US = { host: 'test', trusted: true } as const;

const REPETITIONS = { S: 31, M: 11, L: 5 } as const;

function mostUsed(raw: RawStudy): Pick<Subject, 'transcriptId' | 'codeId' | 'matrixId'> {
  return raw.row(
    `SELECT (SELECT v.transcript_id FROM coding c JOIN transcript_version v ON v.id = c.version_id
             GROUP BY v.id ORDER BY count(*) DESC LIMIT 1) AS transcriptId,
            (SELECT code_id FROM coding GROUP BY code_id ORDER BY count(*) DESC LIMIT 1) AS codeId,
            (SELECT id FROM matrix) AS matrixId`,
  );
}

/** From the click to what the first screens need; in both, the file is closed outside the clock. */
function measureOpening(core: Core, file: string, size: Subject['size']): Promise<Measured> {
  const api = core.client(US);
  let raw: RawStudy | undefined;
  return compare({
    name: 'open the project, with lists and counts',
    repetitions: REPETITIONS[size],
    crosscase: async () => [
      await api.project.open({ path: file }),
      await api.project.overview({}),
      await api.transcripts.list({}),
      await api.codebook.list({}),
    ],
    raw: () => rawLists((raw = new RawStudy(file))),
    afterCrosscase: () => api.project.close({}),
    afterRaw: () => raw?.close(),
  });
}

async function measureReading(subject: Subject): Promise<readonly Measured[]> {
  const { api, raw, rawSearch, transcriptId, codeId, matrixId } = subject;
  const repetitions = REPETITIONS[subject.size];
  return [
    await compare({
      name: 'open the most coded transcript',
      repetitions: repetitions * 4,
      crosscase: async () => [
        await api.transcripts.get({ id: transcriptId }),
        await api.coding.ofTranscript({ transcriptId }),
      ],
      raw: () => rawTranscript(raw, transcriptId),
    }),
    await compare({
      name: 'fragments of one code, the first 200',
      repetitions,
      crosscase: () => api.coding.fragments({ codeIds: [codeId], limit: 200 }),
      raw: () => rawFragments(raw, codeId, 200),
    }),
    await compare({
      name: 'fragments of one code, all of them',
      repetitions,
      crosscase: () => allFragments(api, codeId),
      raw: () => rawFragments(raw, codeId, -1),
    }),
    await compare({
      name: 'matrix of all codes × cases',
      repetitions,
      crosscase: () => api.matrices.get({ id: matrixId }),
      raw: () => rawMatrix(raw),
    }),
    await compare({
      name: 'search “huisarts”',
      repetitions: repetitions * 4,
      crosscase: () => api.search.text({ text: 'huisarts' }),
      raw: () => rawSearch.find('huisarts', 'huisarts'),
    }),
    await compare({
      name: 'search “de huisarts”, counted by JavaScript',
      repetitions,
      crosscase: () => api.search.text({ text: 'de huisarts' }),
      raw: () => scan(raw, /(?<![\p{L}\p{N}])de[^\p{L}\p{N}]+huisarts(?![\p{L}\p{N}])/giu),
    }),
  ];
}

function scan(raw: RawStudy, phrase: RegExp): number {
  const texts = raw.rows<{ text: string }>('SELECT text FROM transcript_version');
  return texts.reduce((count, { text }) => count + (text.match(phrase)?.length ?? 0), 0);
}

/** In both, every coding is a transaction of its own that is on the disk when the clock stops. */
async function measureCoding(subject: Subject): Promise<readonly Measured[]> {
  const { api, raw, codeId } = subject;
  const { versionId, text } = await api.transcripts.get({ id: subject.transcriptId });
  // A place of its own for every repetition, at the beginning of a line, where no coding of the workload begins.
  const place = (repetition: number): number => (repetition * 97) % (text.length - 200);
  const repetitions = 200;
  const made: number[] = [];
  const rawMade: number[] = [];
  const applied = await compare({
    name: 'apply one coding',
    repetitions,
    crosscase: async (repetition) => {
      const start = place(repetition);
      const codings = await api.coding.apply({ versionId, start, end: start + 41, codeIds: [codeId] });
      made.push(must(codings[0], 'a coding was applied').id);
      return codings;
    },
    raw: (repetition) =>
      rawMade.push(rawInsertCoding(raw, `raw ${repetition}`, versionId, place(repetition), codeId)),
  });
  const removed = await compare({
    name: 'remove one coding',
    repetitions,
    crosscase: async () => {
      // Branded: the id came from `apply` above.
      await api.coding.remove({ ids: [must(made.pop(), 'as many were applied') as never] });
      return null;
    },
    raw: () => rawDeleteCoding(raw, must(rawMade.pop(), 'as many were inserted')),
  });
  return [applied, removed];
}

function measureExport({ size, api, raw, matrixId }: Subject): Promise<Measured> {
  const file = path.join(BENCH_DATA, 'raw.xlsx');
  return compare({
    name: 'export to xlsx (raw: without looks and links)',
    repetitions: { S: 5, M: 1, L: 0 }[size],
    crosscase: () => api.export.matrix({ matrixId, format: 'xlsx' }),
    raw: () => rawExport(raw, file),
    afterRaw: () => fs.rmSync(file),
  });
}

async function exportSpeed({ api, matrixId }: Subject, { crosscase }: Measured): Promise<string> {
  const { rows, columns, cells } = await api.matrices.get({ id: matrixId });
  const matrixCells = rows.length * columns.length;
  const fragments = cells.reduce((total, { count }) => total + count, 0);
  const aMinute = Math.round((matrixCells / crosscase) * 60_000);
  return `The export wrote ${matrixCells} matrix cells and ${fragments} fragments: ${aMinute} cells a minute.`;
}
