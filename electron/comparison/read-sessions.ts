import type {
  SessionChoices,
  SessionDraw,
  SessionSummary,
  Trend,
  TrendPoint,
} from '#shared/comparison/comparison-contract.ts';
import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import { readRanges } from '#shared/comparison/frozen-codings.ts';
import { codersWithLayers, finishedPairs, newestTexts } from '#electron/agreement/agreement-sql.ts';
import { listVersions } from '#electron/codebook/versions-sql.ts';
import { snapshotNow } from '#electron/codebook/codebook-versions.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes } from '#electron/participants/participants-sql.ts';
import { changesOfSession, countDecisions } from './decisions-sql.ts';
import { nameInSession } from './gather-session.ts';
import { nextRound } from './make-session.ts';
import { missingCoders } from './session-finished.ts';
import {
  codersOfSession,
  discussedTranscripts,
  listSessionRows,
  storedResult,
  transcriptsOfSession,
  type SessionRow,
} from './sessions-sql.ts';

export function listSessions(db: ReadableDb): SessionSummary[] {
  const finished = finishedPairs(db);
  return listSessionRows(db).map((row) => summaryOf(db, row, finished));
}

function summaryOf(db: ReadableDb, row: SessionRow, finished: ReadonlySet<string>): SessionSummary {
  const coders = codersOfSession(db, row.id);
  const version = listVersions(db).find(({ id }) => id === row.codebookVersionId);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    round: row.round,
    unitKind: row.unitKind,
    overlap: row.overlap,
    unitCoder: codersWithLayers(db).find(({ id }) => id === row.unitCoderId)?.name ?? null,
    withInterviewer: row.withInterviewer === 1,
    seed: row.seed,
    draw: row.draw === null ? null : (JSON.parse(row.draw) as SessionDraw),
    codebook: version === undefined ? null : `version ${version.number}`,
    note: row.note,
    createdAt: row.createdAt,
    frozenAt: row.frozenAt,
    coders: coders.map((coder) => ({
      coderId: coder.coderId,
      name: nameInSession(coder),
      earlierId: coder.earlierId,
    })),
    transcripts: transcriptsOfSession(db, row.id).map(({ transcriptId, title, units }) => ({
      id: transcriptId,
      title,
      units: readRanges(units).length,
      missing: missingCoders(db, coders, transcriptId, finished),
    })),
    decisions: countDecisions(db, row.id),
    codebookChanges: changesOfSession(db, row.id),
  };
}

export function readChoices(db: ReadableDb): SessionChoices {
  const coders = codersWithLayers(db);
  const finished = finishedPairs(db);
  const discussed = new Map(
    discussedTranscripts(db).map(({ transcriptId, session }) => [transcriptId, session]),
  );
  return {
    coders: coders.map(({ id, name }) => ({ id, name })),
    transcripts: newestTexts(db).map(({ transcriptId, title }) => ({
      id: transcriptId,
      title,
      finishedBy: coders.filter(({ id }) => finished.has(`${id} ${transcriptId}`)).map(({ id }) => id),
      discussedIn: discussed.get(transcriptId) ?? null,
    })),
    attributes: listAttributes(db).map(({ id, name }) => ({ id, name })),
    frozen: listSessionRows(db)
      .filter(({ frozenAt }) => frozenAt !== null)
      .map(({ id, name }) => ({ id, name, coderIds: codersOfSession(db, id).map(({ coderId }) => coderId) })),
    codes: snapshotNow(db).codes.map(({ uid, name, parentUid, kind }) => ({
      uid,
      name,
      parentUid,
      isStructural: kind === 'structural',
    })),
    nextRound: nextRound(db, 'round'),
  };
}

/** Rounds side by side: α of each code in each session that has been measured. Practice is never counted. */
export function readTrend(db: ReadableDb): Trend {
  const measured = listSessionRows(db)
    .filter(({ kind }) => kind !== 'practice')
    .flatMap((row) => {
      const json = storedResult(db, row.id);
      // Written by keepResult alone.
      return json === undefined ? [] : [{ row, report: JSON.parse(json) as AgreementReport }];
    });
  const byCode = new Map<string, { name: string; points: TrendPoint[] }>();
  for (const { row, report } of measured) {
    const [all] = report.result.groups;
    for (const variable of all?.variables ?? []) {
      const code =
        variable.kind === 'code' && variable.code !== null ? report.codes[variable.code] : undefined;
      if (code === undefined) continue;
      const known = byCode.get(code.uid) ?? { name: code.path.join(' › '), points: [] };
      known.points.push({
        sessionId: row.id,
        alpha: variable.alpha.figure.value ?? variable.binaryU.figure.value,
        percent: variable.percent.figure.value,
      });
      byCode.set(code.uid, known);
    }
  }
  return {
    sessions: measured.map(({ row, report }) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      round: row.round,
      codebook: report.codebook,
      coders: report.coders,
      transcripts: report.transcripts.length,
      pooledAlpha: report.result.groups[0]?.pooled.alpha.figure.value ?? null,
      changes: changesOfSession(db, row.id),
    })),
    codes: [...byCode.values()],
  };
}
