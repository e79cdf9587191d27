import { must } from '#shared/assert.ts';
import { readFrozen, readRanges } from '#shared/comparison/frozen-codings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SessionId } from '#shared/ids.ts';
import { codersWithLayers } from '#electron/agreement/agreement-sql.ts';
import type { Gathered } from '#electron/agreement/gather-agreement.ts';
import { readSnapshot } from '#electron/codebook/codebook-versions.ts';
import { listVersions } from '#electron/codebook/versions-sql.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { missingCoders } from './session-finished.ts';
import {
  codersOfSession,
  findSession,
  frozenOfSession,
  transcriptsOfSession,
  type SessionCoderRow,
  type SessionRow,
} from './sessions-sql.ts';

export function requireSession(db: ReadableDb, id: SessionId): SessionRow {
  const session = findSession(db, id);
  if (session === undefined) throw new AppError('not-found', { what: 'comparison session' });
  return session;
}

/** Throws `not-frozen` before comparing has begun: until then nobody sees what others did. */
export function requireFrozen(db: ReadableDb, id: SessionId): SessionRow {
  const session = requireSession(db, id);
  if (session.frozenAt === null) throw new AppError('not-frozen', { session: session.name });
  return session;
}

export function nameInSession({ name, earlierName }: SessionCoderRow): string {
  return earlierName === null ? name : `${name} (${earlierName})`;
}

/** The independent codings as they were when comparing began; what was done since, consensus above all, is not in them. */
export function gatherSession(db: ReadableDb, id: SessionId): Gathered {
  const session = requireFrozen(db, id);
  const coders = codersOfSession(db, id);
  const versionId = must(session.codebookVersionId, 'comparing began with a version of the codebook');
  const version = must(
    listVersions(db).find((each) => each.id === versionId),
    'the session keeps its version',
  );
  const frozen = new Map(
    frozenOfSession(db, id).map((row) => [`${row.position} ${row.versionId}`, row.codings]),
  );
  const transcripts = transcriptsOfSession(db, id);
  const frozenIn = (textVersion: number): readonly (string | undefined)[] =>
    coders.map(({ position }) => frozen.get(`${position} ${textVersion}`));
  return {
    coders: coders.map(nameInSession),
    unitKind: session.unitKind,
    overlap: session.overlap,
    unitCoder: codersWithLayers(db).find(({ id: coder }) => coder === session.unitCoderId)?.name ?? null,
    withInterviewer: session.withInterviewer === 1,
    codebook: {
      name: `version ${version.number}${version.name === '' ? '' : ` (${version.name})`}`,
      snapshot: readSnapshot(db, versionId),
    },
    codes: session.codes === null ? null : (JSON.parse(session.codes) as readonly string[]),
    texts: transcripts
      .filter((each) => frozenIn(each.versionId).some((codings) => codings !== undefined))
      .map((each) => ({
        id: each.transcriptId,
        title: each.title,
        text: must(textOfVersion(db, each.versionId), 'a transcript has its text'),
        scope: readRanges(each.scope),
        units: readRanges(each.units),
        coders: frozenIn(each.versionId).map((codings) =>
          codings === undefined ? null : readFrozen(codings),
        ),
      })),
    leftOut: transcripts
      .filter((each) => frozenIn(each.versionId).every((codings) => codings === undefined))
      .map((each) => ({ title: each.title, missing: missingCoders(db, coders, each.transcriptId) })),
    allowMissing: false,
    seed: session.seed,
  };
}
