import { must } from '#shared/assert.ts';
import type { agreementContract } from '#shared/agreement/agreement-contract.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TranscriptId } from '#shared/ids.ts';
import { snapshotNow } from '#electron/codebook/codebook-versions.ts';
import { listVersions } from '#electron/codebook/versions-sql.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  codersWithLayers,
  codingsInLayer,
  finishedPairs,
  newestTexts,
  openTranscripts,
  type CoderRow,
} from './agreement-sql.ts';
import { divideText } from './divided-text.ts';
import type { Gathered } from './gather-agreement.ts';

export type LiveRequest = InputOf<(typeof agreementContract)['between']>;

/** Codings as they are now, of transcripts that were finished. */
export function gatherLive(db: ReadableDb, request: LiveRequest): Gathered {
  const known = codersWithLayers(db);
  const coders = request.coderIds.map((id): CoderRow => {
    const coder = known.find((candidate) => candidate.id === id);
    if (coder === undefined) throw new AppError('not-found', { what: 'coder' });
    return coder;
  });
  const unitCoder = known.find(({ id }) => id === request.unitCoderId) ?? null;
  const finished = finishedPairs(db);
  const asked = newestTexts(db).filter(
    ({ transcriptId }) => request.transcriptIds === null || request.transcriptIds.includes(transcriptId),
  );
  const open = openTranscripts(db);
  const missingOf = (transcriptId: TranscriptId): readonly string[] => [
    ...coders.filter(({ id }) => !finished.has(`${id} ${transcriptId}`)).map(({ name }) => name),
    ...(open.has(transcriptId) ? [] : ['somebody who still codes it blind']),
  ];
  const fewest = request.allowMissing ? 2 : coders.length;
  const isCounted = (transcriptId: TranscriptId): boolean =>
    open.has(transcriptId) &&
    coders.filter(({ id }) => finished.has(`${id} ${transcriptId}`)).length >= fewest;
  return {
    coders: coders.map(({ name }) => name),
    unitKind: request.unitKind,
    overlap: request.overlap,
    unitCoder: unitCoder?.name ?? null,
    withInterviewer: request.withInterviewer,
    codebook: { name: nameOfNow(db), snapshot: snapshotNow(db) },
    codes: request.codes,
    texts: asked
      .filter(({ transcriptId }) => isCounted(transcriptId))
      .map(({ transcriptId, versionId, title }) => ({
        id: transcriptId,
        title,
        text: must(textOfVersion(db, versionId), 'a transcript has its text'),
        ...divideText(db, versionId, {
          unitKind: request.unitKind,
          unitLayerId: unitCoder?.layerId ?? null,
          withInterviewer: request.withInterviewer,
        }),
        coders: coders.map(({ id, layerId }) =>
          finished.has(`${id} ${transcriptId}`) ? codingsInLayer(db, layerId, versionId) : null,
        ),
      })),
    leftOut: asked
      .map(({ transcriptId, title }) => ({ title, missing: missingOf(transcriptId) }))
      .filter(({ missing }) => missing.length > 0),
    allowMissing: request.allowMissing,
    seed: request.seed,
  };
}

function nameOfNow(db: ReadableDb): string {
  const [last] = listVersions(db);
  return last === undefined
    ? 'the codebook as it is, no version frozen'
    : `the codebook as it is, after version ${last.number}`;
}
