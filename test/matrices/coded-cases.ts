import Database from 'better-sqlite3';
import type { AttributeId, CodeId, CodingId, LayerId, ParticipantId } from '#shared/ids.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

export interface CodingPlan {
  /** Index of the case, of its transcript version (1 is the newest), of the code and of the layer. */
  readonly at: number;
  readonly version: 0 | 1;
  readonly code: number;
  readonly layer: 0 | 1;
  readonly start: number;
}

export interface CodedCases extends TestCore {
  readonly path: string;
  readonly cases: readonly ParticipantId[];
  /** Costs › Time › Evenings, Rewards, Ties. */
  readonly codes: readonly CodeId[];
  /** Anna, who sits here, and Bram. */
  readonly layers: readonly LayerId[];
  readonly years: AttributeId;
  readonly codings: readonly CodingId[];
}

export const CODES = [
  { name: 'Costs', parent: null },
  { name: 'Time', parent: 0 },
  { name: 'Evenings', parent: 1 },
  { name: 'Rewards', parent: null },
  { name: 'Ties', parent: null },
] as const;

export const CASES = 4;
const TEXT = 'It costs me every evening, and I would not want to miss a single one of them. '.repeat(4);

/**
 * A study whose rows are written straight into the tables, so that what matrices count is not prepared by the code that
 * counts it: cases T10, T2, T1, T3 with one transcript each of two versions, and a transcript that is nobody's.
 */
export async function startCodedCases(plan: readonly CodingPlan[]): Promise<CodedCases> {
  const study = await startStudy();
  await study.api.project.addCoder({ name: 'Bram' });
  const { path } = (await study.api.project.current({}))!;
  const connection = new Database(path);
  const rows = connection.transaction(() => writeRows(connection, plan))();
  connection.close();
  return { ...study, path, ...rows };
}

function writeRows(
  connection: Database.Database,
  plan: readonly CodingPlan[],
): Omit<CodedCases, keyof TestCore | 'path'> {
  let uid = 0;
  const insert = <Id extends number>(sql: string, ...values: (string | number | null)[]): Id =>
    Number(connection.prepare(sql).run(`row-${(uid += 1)}`, ...values).lastInsertRowid) as Id;
  const transcript = `INSERT INTO transcript (uid, participant_id, title, file_name, position, created_at) VALUES (?, ?, ?, 'x.txt', ?, '')`;
  const version = `INSERT INTO transcript_version (uid, transcript_id, number, text, length, words, sha256, created_at) VALUES (?, ?, ?, '${TEXT}', ${TEXT.length}, 60, '', '')`;
  const years = insert<AttributeId>(
    `INSERT INTO attribute (uid, name, type, position) VALUES (?, 'Years', 'whole number', 0)`,
  );
  const cases = ['T10', 'T2', 'T1', 'T3'].map((code, index) =>
    insert<ParticipantId>('INSERT INTO participant (uid, code, position) VALUES (?, ?, ?)', code, index),
  );
  ['9', '31', '100'].forEach((value, index) => {
    connection
      .prepare('INSERT INTO attribute_value (participant_id, attribute_id, value) VALUES (?, ?, ?)')
      .run(cases[index], years, value);
  });
  const versions = [...cases, null].map((participantId, index) => {
    const id = insert(transcript, participantId, `Interview ${index}`, index);
    return [insert(version, id, 1), insert(version, id, 2)];
  });
  const codes: CodeId[] = [];
  CODES.forEach(({ name, parent }, position) => {
    codes.push(
      insert<CodeId>(
        `INSERT INTO code (uid, parent_id, kind, name, color, position) VALUES (?, ?, 'code', ?, '#336699', ?)`,
        parent === null ? null : codes[parent]!,
        name,
        position,
      ),
    );
  });
  const layers = connection.prepare('SELECT id FROM layer ORDER BY id').pluck().all() as LayerId[];
  const codings = plan.map((coding) =>
    insert<CodingId>(
      `INSERT INTO coding (uid, layer_id, version_id, code_id, start, "end", created_at) VALUES (?, ?, ?, ?, ?, ?, '')`,
      layers[coding.layer]!,
      versions[coding.at]![coding.version]!,
      codes[coding.code]!,
      coding.start,
      coding.start + 8,
    ),
  );
  return { years, cases, codes, layers, codings };
}
