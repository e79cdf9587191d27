import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { must } from '#shared/assert.ts';
import type { CodeId, LayerId, ParticipantId, VersionId } from '#shared/ids.ts';
import { storeCodebook } from '#electron/codebook/store-codebook.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { caseRowOf } from '#electron/matrices/rows-sql.ts';
import { storeCell, storeMatrix } from '#electron/matrices/store-matrix.ts';
import { storeParticipantTable } from '#electron/participants/store-participant-table.ts';
import { addCoder } from '#electron/project/coders.ts';
import { createProject } from '#electron/project/open-project.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { storeTranscript } from '#electron/transcripts/store-transcript.ts';
import { BENCH_DATA, benchServices, ROOT } from './bench-core.ts';
import { plainFileCode } from './file-codes.ts';
import { coders, expectedOf, makeWorkload, type Size, type WorkloadInterview } from './workload.ts';

/** How many columns of the matrix have a summary in every cell. */
const SUMMARISED_COLUMNS = 5;

/** Where the project of a size is, or will be: a changed workload or schema asks for another file. */
export function projectPath(size: Size): string {
  const hash = createHash('sha256').update(expectedOf[size].sha256);
  const migrations = path.join(ROOT, 'migrations');
  for (const name of fs.readdirSync(migrations).toSorted())
    hash.update(fs.readFileSync(path.join(migrations, name)));
  return path.join(BENCH_DATA, `${size}-${hash.digest('hex').slice(0, 12)}.crosscase`);
}

export interface BuildStep {
  readonly name: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Builds the project through the functions that the imports use: participants, codebook, transcripts, codings, matrix,
 * each as one mutation, so one step of undo.
 */
export function buildProject(size: Size): readonly BuildStep[] {
  const file = projectPath(size);
  const building = file.replace('.crosscase', '.building.crosscase');
  fs.mkdirSync(BENCH_DATA, { recursive: true });
  removeProject(building);
  const services = benchServices();
  const steps: BuildStep[] = [];
  const step = <Value>(name: string, work: (context: MutationContext) => Value): Value => {
    const from = performance.now();
    const value = services.mutate(name, 'bench.build', work);
    const milliseconds = performance.now() - from;
    services.session.requireProject().file.connection.pragma('wal_checkpoint(TRUNCATE)');
    steps.push({ name, milliseconds, megabytes: fs.statSync(building).size / 1e6 });
    return value;
  };

  createProject(services, { path: building, title: `Bench ${size}`, coderName: coders[0] });
  const workload = makeWorkload(size);
  const interviews = [...workload.interviews];
  step('Add coders', (context) => coders.slice(1).forEach((name) => addCoder(context, name)));
  const layers = layersOf(services.session.requireProject().readable);
  const participants = step('Import participants', (context) => storeCases(context, interviews));
  const codes = step('Import the codebook', (context) => storeCodes(context, workload));
  const versions = step('Import transcripts', (context) =>
    interviews.map(
      ({ name, text }) =>
        storeTranscript(context, {
          title: caseCode(name),
          fileName: name,
          text,
          participantCode: caseCode(name),
        }).versionId,
    ),
  );
  step('Import codings', (context) => storeCodings(context, interviews, { versions, codes, layers }));
  step('Make the matrix', (context) => storeWholeMatrix(context, [...codes.values()], participants));
  services.session.end();
  removeOlder(size);
  fs.renameSync(building, file);
  removeProject(building);
  return steps;
}

/** What an earlier schema left: a project of L takes half a gigabyte. */
function removeOlder(size: Size): void {
  for (const name of fs.readdirSync(BENCH_DATA)) {
    if (new RegExp(`^${size}-[0-9a-f]{12}\\.crosscase$`).test(name))
      removeProject(path.join(BENCH_DATA, name));
  }
}

export function removeProject(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) fs.rmSync(file + suffix, { force: true });
}

function caseCode(fileName: string): string {
  return fileName.replace('interview_', 'C').replace('.txt', '');
}

function layersOf(db: Parameters<typeof listCoders>[0]): ReadonlyMap<string, LayerId> {
  return new Map(listCoders(db).map(({ name, layerId }) => [name, layerId]));
}

function storeCases(
  context: MutationContext,
  interviews: readonly WorkloadInterview[],
): readonly ParticipantId[] {
  const { participants } = storeParticipantTable(context, {
    columns: [
      { name: 'role', type: 'one of' },
      { name: 'region', type: 'one of' },
      { name: 'age', type: 'whole number' },
    ],
    rows: interviews.map(({ name, attributes: { role, region, age } }) => ({
      code: caseCode(name),
      values: new Map([
        ['role', role],
        ['region', region],
        ['age', String(age)],
      ]),
    })),
  });
  return [...participants.values()];
}

/** By the number of the code in the workload. */
function storeCodes(
  context: MutationContext,
  { categories, codes }: ReturnType<typeof makeWorkload>,
): ReadonlyMap<number, CodeId> {
  const themes = categories.map(({ id, name }) => plainFileCode({ id: `T${id}`, kind: 'theme', name }));
  const coded = codes.map(({ id, category, name, color }) =>
    plainFileCode({ id: `C${id}`, parent: `T${category}`, kind: 'code', name, color }),
  );
  const stored = storeCodebook(context, {
    name: 'Workload',
    source: '',
    codes: [...themes, ...coded],
    exclusive: [],
  });
  return new Map(codes.map(({ id }) => [id, must(stored.get(`C${id}`), 'the codebook was stored just now')]));
}

function storeCodings(
  context: MutationContext,
  interviews: readonly WorkloadInterview[],
  ids: {
    readonly versions: readonly VersionId[];
    readonly codes: ReadonlyMap<number, CodeId>;
    readonly layers: ReadonlyMap<string, LayerId>;
  },
): void {
  interviews.forEach(({ codings }, index) => {
    const versionId = must(ids.versions[index], 'every interview was stored');
    for (const { coder, code, start, end } of codings) {
      const layerId = must(ids.layers.get(coder), 'every coder has a layer');
      const codeId = must(ids.codes.get(code), 'every code was stored');
      storeCoding(context, { layerId, versionId, codeId, start, end });
    }
  });
}

/** Every code a column, every case a row; the first columns have summaries. */
function storeWholeMatrix(
  context: MutationContext,
  codeIds: readonly CodeId[],
  participants: readonly ParticipantId[],
): void {
  const columns = codeIds.map((codeId) => ({ codeIds: [codeId] }));
  const { columnIds } = storeMatrix(context, { name: 'Codes × cases', layerId: null, columns });
  for (const columnId of columnIds.slice(0, SUMMARISED_COLUMNS)) {
    for (const participantId of participants) {
      const summary = `Says in short what ${participantId} tells about ${columnId}: enough words for a claim in a cell.`;
      storeCell(context, {
        columnId,
        ...caseRowOf(context.db, participantId),
        summary,
        authorId: context.requireCoder(),
        evidence: [],
      });
    }
  }
}
