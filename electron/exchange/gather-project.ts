import { Findings } from '#shared/exchange/findings.ts';
import type { ForeignNote, ForeignProject, ForeignText } from '#shared/exchange/foreign-project.ts';
import { listLinks } from '#electron/codebook/code-guidance-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { derivedGuid } from './derived-guid.ts';
import { gatherCases } from './gather-cases.ts';
import { gatherCodes, gatherSets } from './gather-codes.ts';
import { gatherCells, gatherDecisions, gatherGuidance, gatherMemos, withGuidance } from './gather-notes.ts';
import { coderRows, codeUids, countOlderVersions, studyRow, transcriptRows } from './gather-sql.ts';
import { gatherText } from './gather-text.ts';

/**
 * The open project as the standard can hold it. The findings are its losses: what is carried in notes, and what is not
 * carried at all.
 */
export function gatherProject(db: ReadableDb): ForeignProject {
  const findings = new Findings();
  const uids = codeUids(db);
  const study = studyRow(db);
  const texts: ForeignText[] = [];
  const notes: ForeignNote[] = [];
  for (const row of transcriptRows(db)) texts.push(gatherText(db, row, uids, notes, findings));
  const older = countOlderVersions(db);
  for (let index = 0; index < older; index += 1)
    findings.add('left out', 'Older versions of corrected transcripts: the newest one is written.');
  gatherMemos(db, notes, findings);
  gatherGuidance(db, uids, notes, findings);
  gatherCells(db, notes, findings);
  gatherDecisions(db, notes, findings);
  return {
    program: 'Crosscase',
    name: study.title,
    description: study.question,
    users: coderRows(db).map(({ uid, name }) => ({ guid: uid, name })),
    codes: gatherCodes(db, uids),
    ...gatherCases(db, findings),
    texts,
    notes,
    sets: gatherSets(db, uids, findings),
    links: listLinks(db).flatMap(({ codeId, otherId }) => {
      const fromGuid = uids.get(codeId);
      const toGuid = uids.get(otherId);
      if (fromGuid === undefined || toGuid === undefined) return [];
      return { guid: derivedGuid('see also', fromGuid, toGuid), name: 'See also', fromGuid, toGuid };
    }),
    findings: findings.list(),
  };
}

/** The codebook alone, for a `.qdc`. */
export function gatherCodebook(db: ReadableDb): Pick<ForeignProject, 'codes' | 'sets' | 'findings'> {
  const findings = new Findings();
  const uids = codeUids(db);
  for (const { name } of withGuidance(db))
    findings.add(
      'left out',
      'When to use a code and when not, poles, cues and examples: a REFI-QDA codebook holds one description.',
      name,
    );
  return { codes: gatherCodes(db, uids), sets: gatherSets(db, uids, findings), findings: findings.list() };
}
