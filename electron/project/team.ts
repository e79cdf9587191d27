import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CoderId, TranscriptId } from '#shared/ids.ts';
import type { Team, teamContract } from '#shared/project/team-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listCoders } from './project-sql.ts';
import {
  deleteAssignment,
  insertAssignment,
  listAssignments,
  listFinished,
  listTranscriptsOfTeam,
  readBlind,
} from './team-sql.ts';

export function readTeam(db: ReadableDb, self: CoderId | null): Team {
  const coders = listCoders(db);
  const assigned = assignmentsByTranscript(db);
  const finished = Map.groupBy(listFinished(db), ({ transcriptId }) => transcriptId);
  return {
    blind: readBlind(db),
    coders: coders.map(({ id, name }) => ({ id, name, own: id === self })),
    transcripts: listTranscriptsOfTeam(db).map((transcript) => {
      const chosen = assigned.get(transcript.id);
      const marks = new Map(finished.get(transcript.id)?.map(({ coderId, at }) => [coderId, at]));
      const who = coders
        .filter(({ id }) => chosen === undefined || chosen.has(id))
        .map(({ id }) => ({ coderId: id, finishedAt: marks.get(id) ?? null }));
      return {
        ...transcript,
        coders: who,
        chosen: chosen !== undefined,
        open: who.every(({ finishedAt }) => finishedAt !== null),
      };
    }),
  };
}

export function assignCoders(
  { db, label }: MutationContext,
  { transcriptIds, coderIds }: InputOf<(typeof teamContract)['assign']>,
): void {
  const titles = new Map(listTranscriptsOfTeam(db).map(({ id, title }) => [id, title]));
  const coders = new Map(listCoders(db).map(({ id, name }) => [id, name]));
  if (coderIds.some((id) => !coders.has(id))) throw new AppError('not-found', { what: 'coder' });
  if (transcriptIds.some((id) => !titles.has(id))) throw new AppError('not-found', { what: 'transcript' });
  const [only] = transcriptIds;
  const what =
    only !== undefined && transcriptIds.length === 1
      ? `“${titles.get(only)}”`
      : `${transcriptIds.length} transcripts`;
  const who = coderIds.length === 0 ? 'everybody' : coderIds.map((id) => coders.get(id)).join(', ');
  label(`${what}: coded by ${who}`);
  const present = assignmentsByTranscript(db);
  for (const transcriptId of new Set(transcriptIds)) {
    const before = present.get(transcriptId) ?? new Set<CoderId>();
    const after = new Set(coderIds);
    for (const id of before) if (!after.has(id)) deleteAssignment(db, transcriptId, id);
    for (const id of after) if (!before.has(id)) insertAssignment(db, transcriptId, id);
  }
}

function assignmentsByTranscript(db: ReadableDb): ReadonlyMap<TranscriptId, ReadonlySet<CoderId>> {
  const byTranscript = Map.groupBy(listAssignments(db), ({ transcriptId }) => transcriptId);
  return new Map([...byTranscript].map(([id, list]) => [id, new Set(list.map(({ coderId }) => coderId))]));
}
