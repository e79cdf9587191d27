import type { comparisonContract } from '#shared/comparison/comparison-contract.ts';
import { writeRanges } from '#shared/comparison/frozen-codings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CoderId, LayerId, SessionId, TranscriptId } from '#shared/ids.ts';
import { codersWithLayers, newestTexts, type TextRow } from '#electron/agreement/agreement-sql.ts';
import { divideText } from '#electron/agreement/divided-text.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  discussedTranscripts,
  insertSession,
  insertSessionCoder,
  insertSessionTranscript,
  listSessionRows,
  sessionNamed,
} from './sessions-sql.ts';

type NewSession = InputOf<(typeof comparisonContract)['create']>;

/** Throws `name-empty`, `name-taken`, `not-found` and `text-discussed`. */
export function makeSession(context: MutationContext, input: NewSession): SessionId {
  const { db } = context;
  const name = freeName(db, input.name, null);
  context.label(`Make the comparison session “${name}”`);
  const layers = layersOf(db, [
    ...input.coders.map(({ coderId }) => coderId),
    ...(input.unitCoderId === null ? [] : [input.unitCoderId]),
  ]);
  refuseTwice(input.coders);
  const texts = textsOf(db, input.transcriptIds);
  if (input.kind !== 'same coder') refuseDiscussed(db, texts);
  const id = insertSession(db, {
    uid: context.newUid(),
    name,
    kind: input.kind,
    round: nextRound(db, input.kind),
    unitKind: input.unitKind,
    overlap: input.overlap,
    unitCoderId: input.unitCoderId,
    withInterviewer: input.withInterviewer ? 1 : 0,
    codes: input.codes === null ? null : JSON.stringify(input.codes),
    seed: input.seed,
    draw: input.draw === null ? null : JSON.stringify(input.draw),
    codebookVersionId: null,
    note: input.note.trim(),
    createdAt: context.now(),
  });
  input.coders.forEach(({ coderId, earlierId }, position) =>
    insertSessionCoder(db, id, { coderId, earlierId, position }),
  );
  const rule = {
    unitKind: input.unitKind,
    unitLayerId: input.unitCoderId === null ? null : (layers.get(input.unitCoderId) ?? null),
    withInterviewer: input.withInterviewer,
  };
  for (const { transcriptId, versionId } of texts) {
    const { scope, units } = divideText(db, versionId, rule);
    insertSessionTranscript(db, id, {
      transcriptId,
      versionId,
      scope: writeRanges(scope),
      units: writeRanges(units),
    });
  }
  return id;
}

/** Rounds are counted; a practice round is none. */
export function nextRound(db: ReadableDb, kind: NewSession['kind']): number {
  if (kind === 'practice') return 0;
  return Math.max(0, ...listSessionRows(db).map(({ round }) => round)) + 1;
}

export function freeName(db: ReadableDb, name: string, own: SessionId | null): string {
  const kept = name.trim();
  if (kept === '') throw new AppError('name-empty', { what: 'comparison session' });
  const taken = sessionNamed(db, kept);
  if (taken !== undefined && taken !== own)
    throw new AppError('name-taken', { what: 'comparison session', name: kept });
  return kept;
}

function layersOf(db: ReadableDb, ids: readonly CoderId[]): ReadonlyMap<CoderId, LayerId> {
  const known = new Map(codersWithLayers(db).map(({ id, layerId }) => [id, layerId]));
  if (ids.some((id) => !known.has(id))) throw new AppError('not-found', { what: 'coder' });
  return known;
}

function refuseTwice(coders: NewSession['coders']): void {
  const keys = coders.map(({ coderId, earlierId }) => `${coderId} ${earlierId ?? ''}`);
  if (new Set(keys).size < keys.length) {
    throw new AppError('bad-input', {
      problems: ['Choose every coder once: nobody is compared with themselves.'],
    });
  }
}

function textsOf(db: ReadableDb, ids: readonly TranscriptId[]): readonly TextRow[] {
  const wanted = new Set(ids);
  const texts = newestTexts(db).filter(({ transcriptId }) => wanted.has(transcriptId));
  if (texts.length < wanted.size) throw new AppError('not-found', { what: 'transcript' });
  return texts;
}

/** People remember what they have argued about: text that was discussed says nothing about reliability any more. */
function refuseDiscussed(db: ReadableDb, texts: readonly TextRow[]): void {
  const discussed = new Map(
    discussedTranscripts(db).map(({ transcriptId, session }) => [transcriptId, session]),
  );
  const found = texts.find(({ transcriptId }) => discussed.has(transcriptId));
  if (found === undefined) return;
  throw new AppError('text-discussed', {
    title: found.title,
    session: discussed.get(found.transcriptId) ?? '',
  });
}
