import { compareCodebooks, type CodebookDifference } from '#shared/codebook/compare-codebooks.ts';
import { parseSnapshot, type CodebookSnapshot } from '#shared/codebook/codebook-snapshot.ts';
import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodebookVersionId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listDomains } from './code-guidance-sql.ts';
import { listCodebook } from './list-codebook.ts';
import {
  coderNamed,
  insertVersion,
  newestVersion,
  nextNumber,
  snapshotOf,
  uidsOfCodes,
} from './versions-sql.ts';

/** Keeps the codebook as it is now, under the next number. */
export function freezeCodebook(context: MutationContext, name: string): number {
  const { db } = context;
  const coderName = coderNamed(db, context.requireCoder());
  const number = nextNumber(db);
  const kept = name.trim();
  context.label(kept === '' ? `Freeze the codebook: version ${number}` : `Freeze the codebook: ${kept}`);
  insertVersion(db, {
    uid: context.newUid(),
    number,
    name: kept,
    coderName,
    createdAt: context.now(),
    snapshot: JSON.stringify(snapshotNow(db)),
  });
  return number;
}

/** The number of the version that is the codebook as it is now: the newest, or a new one when it was changed since. */
export function freezeIfChanged(context: MutationContext, name: string): number {
  const newest = newestVersion(context.db);
  const now = JSON.stringify(snapshotNow(context.db));
  return newest !== undefined && newest.snapshot === now ? newest.number : freezeCodebook(context, name);
}

/** Throws `not-found`. */
export function compareVersions(
  db: ReadableDb,
  before: CodebookVersionId,
  after: CodebookVersionId | null,
): CodebookDifference[] {
  return compareCodebooks(
    readSnapshot(db, before),
    after === null ? snapshotNow(db) : readSnapshot(db, after),
  );
}

/** Throws `not-found`. */
export function readSnapshot(db: ReadableDb, id: CodebookVersionId): CodebookSnapshot {
  const json = snapshotOf(db, id);
  if (json === undefined) throw new AppError('not-found', { what: 'version of the codebook' });
  return parseSnapshot(json);
}

/** The codebook as it is. */
export function snapshotNow(db: ReadableDb): CodebookSnapshot {
  const uids = uidsOfCodes(db);
  const codes = listCodebook(db, null);
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const domains = listDomains(db);
  return {
    codes: codes.map((code) => ({
      uid: must(uids.get(code.id), 'every code has a uid'),
      parentUid: code.parentId === null ? null : (uids.get(code.parentId) ?? null),
      kind: code.kind,
      name: code.name,
      definition: code.definition,
      useWhen: code.useWhen,
      notWhen: code.notWhen,
      instead: code.insteadId === null ? '' : (names.get(code.insteadId) ?? ''),
      poles: code.poleLow === null ? '' : `${code.poleLow} – ${code.poleHigh}`,
      cues: code.cues.map((cue) => (cue in code.cueLanguages ? `${cue} (${code.cueLanguages[cue]})` : cue)),
      examples: code.examples.map(({ kind, quotation, source }) => `${kind}: “${quotation}” (${source})`),
      domains: domains.filter(({ codeIds }) => codeIds.includes(code.id)).map(({ name }) => name),
    })),
  };
}
