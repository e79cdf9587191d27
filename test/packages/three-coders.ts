import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { must } from '#shared/assert.ts';
import type { Client } from '#shared/contract/api.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { saidColumns, StudyRows } from '#electron/packages/study-rows.ts';
import { readShapes, type TableShape } from '#electron/packages/table-shapes.ts';
import type { Row } from '#electron/packages/merge-sql.ts';
import { REPOSITORY, startCore, startStudy, type TestCore } from '#test/support/test-core.ts';

/** Two interviews, a codebook, a matrix, some codings, and three coders; closed, so that its file can be copied. */
export async function studyFile(): Promise<string> {
  const { api, offer } = await startStudy();
  const data = path.join(REPOSITORY, 'electron/sample-study/data');
  const items = ['T01', 'T05'].map((code) => ({
    file: offer(`${code}.txt`, fs.readFileSync(path.join(data, 'transcripts', `${code}.txt`))),
    title: code,
    participantCode: code,
  }));
  const [first] = await api.transcripts.import({ items });
  await api.codebook.importTemplate({ template: must((await api.codebook.templates({}))[0], 'one').id });
  const codes = await api.codebook.list({});
  await api.matrices.create({
    name: 'Matrix',
    columns: codes.slice(0, 4).map(({ id, name }) => ({ title: name, codeIds: [id] })),
  });
  const { versionId, turns } = await api.transcripts.get({ id: must(first, 'one') });
  for (const [index, turn] of turns.slice(0, 6).entries()) {
    const codeIds = [must(codes[index % 3], 'a code').id];
    await api.coding.apply({ versionId, start: turn.start, end: turn.end, codeIds });
  }
  await api.project.addCoder({ name: 'Bram' });
  await api.project.addCoder({ name: 'Carla' });
  const { path: file } = must(await api.project.current({}), 'it is open');
  await api.project.close({});
  return file;
}

/** A copy of a project file, opened on a machine of its own by one of its coders. */
export async function openCopy(file: string, coder: string): Promise<TestCore & { readonly file: string }> {
  const core = startCore();
  const copy = path.join(core.folder, `${coder}.crosscase`);
  fs.copyFileSync(file, copy);
  await core.api.project.open({ path: copy });
  await sit(core.api, coder);
  return { ...core, file: copy };
}

export async function sit(api: Client, name: string): Promise<void> {
  const coder = (await api.project.coders({})).find((one) => one.name === name);
  await api.project.chooseCoder({ coderId: must(coder, name).id });
}

/** What differs by the order in which things arrive, and is nobody's work. */
const NOT_WORK = new Set(['merge_event', 'merge_alias', 'merge_known', 'project']);

type Wordings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Everything that each project holds, as a set: for every thing, all wordings of it that there are, the one that stands
 * and those that are kept beside it, but without the wording of `base` when there is any other. What is known under two
 * uids has the same one of the two in all of them.
 */
export function everyWording(files: readonly string[], base: string): readonly Wordings[] {
  const named = oneUidEach(files);
  const before = wordings(base, named);
  return files.map((file) => {
    const found = wordings(file, named);
    for (const [thing, set] of found) {
      for (const wording of before.get(thing) ?? []) if (set.size > 1) set.delete(wording);
    }
    return found;
  });
}

function oneUidEach(files: readonly string[]): (text: string) => string {
  const groups = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [uid, sameAs] of read(file, (db) =>
      db.rawRows<[string, string]>('SELECT uid, same_as FROM merge_alias'),
    )) {
      const joined = new Set([...(groups.get(uid) ?? [uid]), ...(groups.get(sameAs) ?? [sameAs])]);
      for (const one of joined) groups.set(one, joined);
    }
  }
  return (text) =>
    text.replaceAll(
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (uid) => [...(groups.get(uid) ?? [uid])].toSorted()[0] ?? uid,
    );
}

function wordings(file: string, named: (text: string) => string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (thing: string, wording: string): void =>
    void found.set(named(thing), (found.get(named(thing)) ?? new Set()).add(named(wording)));
  read(file, (db) => {
    const study = new StudyRows(db, readShapes(db));
    for (const shape of study.shapes) {
      if (NOT_WORK.has(shape.table) || shape.table === 'merge_kept') continue;
      for (const row of study.rows(shape.table)) {
        const { name } = shape.rule;
        const plain: Row = name === undefined ? row : { ...row, [name]: withoutSender(String(row[name])) };
        add(`${shape.table} ${study.keyOf(shape, row)}`, said(shape, study.contentOf(shape, plain)));
      }
    }
    for (const row of study.rows('merge_kept')) {
      const content = JSON.parse(String(row['content'])) as Readonly<Record<string, unknown>>;
      add(`${row['table_name']} ${row['row_key']}`, said(study.shape(String(row['table_name'])), content));
    }
  });
  return found;
}

function said(shape: TableShape, content: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(saidColumns(shape).map((column) => content[column] ?? null));
}

function read<Value>(file: string, work: (db: ReadableDb) => Value): Value {
  const connection = new Database(file, { readonly: true });
  try {
    return work(new ReadableDb(connection));
  } finally {
    connection.close();
  }
}

function withoutSender(name: string): string {
  return name.replace(/( \([^()]* ?\d*\))+$/, '');
}
