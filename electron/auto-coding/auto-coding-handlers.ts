import type {
  AutoCodingPreview,
  autoCodingContract,
  CodedBy,
} from '#shared/auto-coding/auto-coding-contract.ts';
import type { CodeId, LayerId, TranscriptId } from '#shared/ids.ts';
import { rivalsOf } from '#electron/codebook/code-guidance-sql.ts';
import { codesOfRange, layerOfCoder } from '#electron/coding/coding-sql.ts';
import { requireCodeName } from '#electron/coding/own-codings.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listPartTitles, listSpeakerNames, passagesBy, type Passage } from './auto-coding-sql.ts';

interface Request {
  readonly by: CodedBy;
  readonly codeId: CodeId;
  readonly transcriptIds: readonly TranscriptId[] | null;
}

export const autoCodingHandlers: HandlersOf<typeof autoCodingContract> = {
  choices: ({ db }) => ({ speakers: listSpeakerNames(db), parts: listPartTitles(db) }),

  preview: ({ db, coderId }, request) =>
    plan(db, coderId === null ? null : layerOfCoder(db, coderId), request).summary,

  apply(context, request) {
    const { db } = context;
    const layerId = layerOfCoder(db, context.requireCoder());
    const { passages, summary } = plan(db, layerId, request);
    context.label(`Code ${passages.length} passages as ${requireCodeName(db, request.codeId)}`);
    for (const { versionId, start, end } of passages) {
      storeCoding(context, { layerId, versionId, codeId: request.codeId, start, end });
    }
    return summary;
  },
};

/** What would be coded: not what the coder has coded with it already, nor what has a code that excludes it. */
function plan(
  db: ReadableDb,
  layerId: LayerId | null,
  { by, codeId, transcriptIds }: Request,
): { readonly passages: readonly Passage[]; readonly summary: AutoCodingPreview } {
  const asked = transcriptIds === null ? null : new Set(transcriptIds);
  const all = passagesBy(db, by).filter(({ transcriptId }) => asked === null || asked.has(transcriptId));
  const passages: Passage[] = [];
  let already = 0;
  let excluded = 0;
  for (const passage of all) {
    const { versionId, start, end } = passage;
    if (layerId !== null && codesOfRange(db, layerId, versionId, start, end).has(codeId)) already += 1;
    else if (layerId !== null && rivalsOf(db, codeId, { layerId, versionId, start, end }).length > 0)
      excluded += 1;
    else passages.push(passage);
  }
  const transcripts = new Set(passages.map(({ transcriptId }) => transcriptId)).size;
  return { passages, summary: { passages: passages.length, transcripts, already, excluded } };
}
