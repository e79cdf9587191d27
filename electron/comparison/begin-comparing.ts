import { must } from '#shared/assert.ts';
import { findDifferences } from '#shared/comparison/differences.ts';
import {
  readFrozen,
  writeFrozen,
  writeRanges,
  type FrozenCoding,
} from '#shared/comparison/frozen-codings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodebookVersionId, LayerId, SessionId, VersionId } from '#shared/ids.ts';
import {
  codersWithLayers,
  codingsInLayer,
  finishedPairs,
  newestTexts,
  openTranscripts,
} from '#electron/agreement/agreement-sql.ts';
import { divideText } from '#electron/agreement/divided-text.ts';
import { freezeCodebook, readSnapshot, snapshotNow } from '#electron/codebook/codebook-versions.ts';
import { listVersions } from '#electron/codebook/versions-sql.ts';
import { listLayers, textOfVersion } from '#electron/coding/coding-sql.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { insertConsensusLayer } from '#electron/project/project-sql.ts';
import { codesByUid } from './codes-by-uid.ts';
import { requireSession } from './gather-session.ts';
import { missingCoders } from './session-finished.ts';
import {
  beginComparing,
  codersOfSession,
  frozenCodings,
  insertFrozen,
  transcriptsOfSession,
  updateSessionTranscript,
  type SessionCoderRow,
  type SessionRow,
} from './sessions-sql.ts';

/**
 * From here on people look at each other's work: so the independent codings are kept as they are now, and every figure
 * rests on these. The consensus layer begins with what all agree on.
 */
export function begin(context: MutationContext, id: SessionId): void {
  const { db } = context;
  context.requireCoder();
  const session = requireSession(db, id);
  if (session.frozenAt !== null) return;
  context.label(`Begin comparing in “${session.name}”`);
  const coders = codersOfSession(db, id);
  const finished = finishedPairs(db);
  const layerId = insertConsensusLayer(db, context.newUid(), freeLayerName(db, `Consensus: ${session.name}`));
  const codes = codesByUid(db);
  const open = openTranscripts(db);
  let counted = 0;
  for (const transcript of transcriptsOfSession(db, id)) {
    if (!open.has(transcript.transcriptId)) continue;
    if (missingCoders(db, coders, transcript.transcriptId, finished).length > 0) continue;
    const versionId = boundVersion(db, session, transcript);
    const codings = coders.map((coder) => codingsOf(db, coder, versionId));
    if (codings.some((each) => each === null)) continue;
    const independent = codings.filter((each) => each !== null);
    independent.forEach((each, place) =>
      insertFrozen(db, id, {
        position: must(coders[place], 'codings of a coder').position,
        versionId,
        codings: writeFrozen(each),
      }),
    );
    counted += 1;
    if (versionId !== transcript.versionId) rebind(context, session, transcript.transcriptId, versionId);
    storeAgreed(context, layerId, versionId, independent, codes);
  }
  if (counted === 0) throw new AppError('nothing-finished', { coders: coders.map(({ name }) => name) });
  const codebookVersionId = currentVersion(context, session.name);
  context.label(`Begin comparing in “${session.name}”`);
  beginComparing(db, id, { layerId, codebookVersionId, at: context.now() });
}

/** A session may have been called so before, and have been renamed. */
function freeLayerName(db: ReadableDb, name: string): string {
  const taken = new Set(listLayers(db, null).map((layer) => layer.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

function codingsOf(
  db: ReadableDb,
  coder: SessionCoderRow,
  versionId: VersionId,
): readonly FrozenCoding[] | null {
  if (coder.earlierId === null) return codingsInLayer(db, coder.layerId, versionId);
  const json = frozenCodings(db, coder.earlierId, coder.earlierPosition ?? -1, versionId);
  return json === undefined ? null : readFrozen(json);
}

/** Codings stand in the newest version of a text; earlier ones in the version of their session. */
function boundVersion(
  db: ReadableDb,
  { kind }: SessionRow,
  transcript: { readonly transcriptId: number; readonly versionId: VersionId },
): VersionId {
  if (kind === 'same coder') return transcript.versionId;
  return (
    newestTexts(db).find(({ transcriptId }) => transcriptId === transcript.transcriptId)?.versionId ??
    transcript.versionId
  );
}

function rebind(
  { db }: MutationContext,
  session: SessionRow,
  transcriptId: Parameters<typeof updateSessionTranscript>[2]['transcriptId'],
  versionId: VersionId,
): void {
  const { scope, units } = divideText(db, versionId, {
    unitKind: session.unitKind,
    unitLayerId: codersWithLayers(db).find(({ id }) => id === session.unitCoderId)?.layerId ?? null,
    withInterviewer: session.withInterviewer === 1,
  });
  updateSessionTranscript(db, session.id, {
    transcriptId,
    versionId,
    scope: writeRanges(scope),
    units: writeRanges(units),
  });
}

function storeAgreed(
  context: MutationContext,
  layerId: LayerId,
  versionId: VersionId,
  codings: readonly (readonly FrozenCoding[])[],
  codes: ReturnType<typeof codesByUid>,
): void {
  const text = must(textOfVersion(context.db, versionId), 'a transcript has its text');
  for (const { codeUid, start, end } of findDifferences(text, codings).agreed) {
    const codeId = codes.get(codeUid)?.id;
    if (codeId !== undefined) storeCoding(context, { layerId, versionId, codeId, start, end });
  }
}

/** The last version when nothing has changed since, or else a new one. */
function currentVersion(context: MutationContext, sessionName: string): CodebookVersionId {
  const { db } = context;
  const [last] = listVersions(db);
  if (last !== undefined && JSON.stringify(readSnapshot(db, last.id)) === JSON.stringify(snapshotNow(db)))
    return last.id;
  freezeCodebook(context, `at the start of ${sessionName}`);
  return must(listVersions(db)[0], 'a version was just kept').id;
}
