import Database from 'better-sqlite3';
import type { Client } from '#shared/contract/api.ts';
import type { MatrixId } from '#shared/ids.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

const TEXT =
  'I: And then?\n\nT: We shared the work, and nobody asked what it cost us in the evenings.\n\n'.repeat(200);

export interface BigStudy extends TestCore {
  readonly path: string;
  readonly matrixId: MatrixId;
}

/** A study with so many codings that its export takes a while. */
export async function startBigStudy(cases: number, codingsPerCase: number): Promise<BigStudy> {
  const study = await startStudy();
  const { path } = (await study.api.project.current({}))!;
  return { ...study, path, matrixId: await fillBigStudy(study.api, cases, codingsPerCase) };
}

/** Fills the open project. The codings are written straight into the tables, to be made fast. */
export async function fillBigStudy(api: Client, cases: number, codingsPerCase: number): Promise<MatrixId> {
  const { path } = (await api.project.current({}))!;
  const columns = await Promise.all(
    ['Costs', 'Rewards', 'Ties', 'Time'].map(async (name) => {
      const codeId = await api.codebook.create({ parentId: null, name });
      return { title: name, codeIds: [codeId] };
    }),
  );
  const matrixId = await api.matrices.create({ name: 'Big', columns });
  const connection = new Database(path);
  connection.transaction(() => {
    for (let at = 1; at <= cases; at += 1) {
      const insert = (sql: string, ...values: (string | number)[]): number =>
        Number(connection.prepare(sql).run(`big-${at}-${sql.slice(12, 30)}`, ...values).lastInsertRowid);
      const participant = insert(
        `INSERT INTO participant (uid, code, position) VALUES (?, ?, ?)`,
        `T${at}`,
        at,
      );
      const transcript = insert(
        `INSERT INTO transcript (uid, participant_id, title, file_name, position, created_at) VALUES (?, ?, ?, 'x', ?, '')`,
        participant,
        `T${at}`,
        at,
      );
      const version = insert(
        `INSERT INTO transcript_version (uid, transcript_id, number, text, length, words, sha256, created_at) VALUES (?, ?, 1, ?, ?, 1, '', '')`,
        transcript,
        TEXT,
        TEXT.length,
      );
      const coding = connection.prepare(
        `INSERT INTO coding (uid, layer_id, version_id, code_id, start, "end", created_at) VALUES (?, 1, ?, ?, ?, ?, '')`,
      );
      for (let index = 0; index < codingsPerCase; index += 1) {
        const code = columns[index % columns.length]!.codeIds[0]!;
        coding.run(`big-${at}-${index}`, version, code, index * 4, index * 4 + 80);
      }
    }
  })();
  connection.close();
  return matrixId;
}
