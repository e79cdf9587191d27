import { must } from '#shared/assert.ts';
import type {
  ComparedText,
  SessionDifference,
  SessionDifferences,
} from '#shared/comparison/comparison-contract.ts';
import { findDifferences } from '#shared/comparison/differences.ts';
import { summariseDiscussion } from '#shared/comparison/discussion.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SessionId, TranscriptId } from '#shared/ids.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { quotation } from '#shared/text/text-range.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { codesByUid } from './codes-by-uid.ts';
import { decisionsOfSession } from './decisions-sql.ts';
import { gatherSession, requireFrozen } from './gather-session.ts';
import { transcriptsOfSession } from './sessions-sql.ts';

/** Grey, for a code that is in the codebook no more. */
const GONE = '#8a8a8a';

export function readDifferences(db: ReadableDb, id: SessionId): SessionDifferences {
  const gathered = gatherSession(db, id);
  const versions = new Map(
    transcriptsOfSession(db, id).map(({ transcriptId, versionId }) => [
      transcriptId as number,
      { transcriptId, versionId },
    ]),
  );
  const decisions = new Map(decisionsOfSession(db, id).map((row) => [row.difference, row]));
  const now = codesByUid(db);
  const agreedByCode: Record<string, number> = {};
  const differences = gathered.texts.flatMap((text): readonly SessionDifference[] => {
    const place = must(versions.get(text.id), 'a text of the session');
    const found = findDifferences(
      text.text,
      text.coders.map((codings) =>
        (codings ?? []).filter(({ codeUid }) => gathered.codes?.includes(codeUid) ?? true),
      ),
    );
    for (const { codeUid } of found.agreed) agreedByCode[codeUid] = (agreedByCode[codeUid] ?? 0) + 1;
    return found.differences.map((difference) => {
      const decision = decisions.get(difference.key);
      return {
        ...difference,
        ...place,
        quotation: shorten(quotation(text.text, difference).replaceAll(/\s+/g, ' '), 240),
        decision:
          decision === undefined
            ? null
            : {
                outcome: decision.outcome,
                position: decision.position,
                reason: decision.reason,
                proposedBy: decision.proposedBy,
                // A list of places, written by `settle`.
                yielded: JSON.parse(decision.yielded) as readonly number[],
                decidedBy: decision.decidedBy,
                at: decision.at,
              },
      };
    });
  });
  const agreed = Object.values(agreedByCode).reduce((sum, count) => sum + count, 0);
  return {
    coders: gathered.coders,
    codes: gathered.codebook.snapshot.codes.map(({ uid, name }) => ({
      uid,
      name,
      color: now.get(uid)?.color ?? GONE,
    })),
    transcripts: gathered.texts.map(({ id: transcriptId, title }) => ({
      id: must(versions.get(transcriptId), 'a text of the session').transcriptId,
      title,
    })),
    differences,
    agreed,
    agreedByCode,
    discussion: summariseDiscussion(differences, agreed, gathered.coders.length),
  };
}

export function readComparedText(db: ReadableDb, id: SessionId, transcriptId: TranscriptId): ComparedText {
  requireFrozen(db, id);
  const transcript = transcriptsOfSession(db, id).find((each) => each.transcriptId === transcriptId);
  if (transcript === undefined) throw new AppError('not-found', { what: 'transcript' });
  return {
    versionId: transcript.versionId,
    title: transcript.title,
    text: must(textOfVersion(db, transcript.versionId), 'a transcript has its text'),
    turns: turnsOfVersion(db, transcript.versionId),
  };
}
