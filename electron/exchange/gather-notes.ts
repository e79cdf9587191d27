import type { Findings } from '#shared/exchange/findings.ts';
import type { ForeignNote } from '#shared/exchange/foreign-project.ts';
import { listExamples } from '#electron/codebook/code-guidance-sql.ts';
import { listCodes, listCues, type CodeRow } from '#electron/codebook/codebook-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { derivedGuid } from './derived-guid.ts';
import { cellRows, checkRows, decisionRows, memoRows } from './gather-sql.ts';
import { NOTE_MARK } from './note-mark.ts';

export function gatherMemos(db: ReadableDb, notes: ForeignNote[], findings: Findings): void {
  for (const { uid, title, text, authorUid, createdAt, aboutUid, isOnCell } of memoRows(db)) {
    if (isOnCell === 1)
      findings.add(
        'kept otherwise',
        'Memos on cells of a matrix are written as notes of the project.',
        title,
      );
    const about = aboutUid === null ? [] : [aboutUid];
    notes.push({ guid: uid, name: title, text, userGuid: authorUid, at: createdAt, about });
  }
}

/** Codes that say more than a definition. */
export function withGuidance(db: ReadableDb): readonly CodeRow[] {
  const cues = new Set(listCues(db).map(({ codeId }) => codeId));
  const examples = new Set(listExamples(db).map(({ codeId }) => codeId));
  return listCodes(db).filter(
    ({ id, useWhen, notWhen, insteadId, poleLow }) =>
      useWhen !== '' ||
      notWhen !== '' ||
      insteadId !== null ||
      poleLow !== null ||
      cues.has(id) ||
      examples.has(id),
  );
}

export function gatherGuidance(
  db: ReadableDb,
  uids: ReadonlyMap<number, string>,
  notes: ForeignNote[],
  findings: Findings,
): void {
  const codes = listCodes(db);
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const cues = Map.groupBy(listCues(db), ({ codeId }) => codeId);
  const examples = Map.groupBy(listExamples(db), ({ codeId }) => codeId);
  for (const code of withGuidance(db)) {
    const guid = uids.get(code.id) ?? '';
    findings.add(
      'kept otherwise',
      'When to use a code and when not, poles, cues and examples are written as notes.',
      code.name,
    );
    const lines = [
      code.useWhen === '' ? '' : `Use when: ${code.useWhen}`,
      code.notWhen === '' ? '' : `Do not use when: ${code.notWhen}`,
      code.insteadId === null ? '' : `Use instead: ${names.get(code.insteadId) ?? ''}`,
      code.poleLow === null ? '' : `Poles: ${code.poleLow} – ${code.poleHigh ?? ''}`,
      ...(cues.get(code.id) ?? []).map(({ phrase }) => `Cue: ${phrase}`),
      ...(examples.get(code.id) ?? []).map(
        ({ kind, quotation, source }) => `${kind}: “${quotation}” (${source})`,
      ),
    ];
    notes.push({
      guid: derivedGuid('guidance', guid),
      name: `${NOTE_MARK}guidance`,
      text: lines.filter((line) => line !== '').join('\n'),
      userGuid: null,
      at: null,
      about: [guid],
    });
  }
}

export function gatherCells(db: ReadableDb, notes: ForeignNote[], findings: Findings): void {
  const checks = Map.groupBy(checkRows(db), ({ cellId }) => cellId);
  for (const cell of cellRows(db)) {
    const own = checks.get(cell.id) ?? [];
    const lines = [
      cell.summary,
      cell.rating === null ? '' : `Rating: ${cell.rating}`,
      cell.symbol === null ? '' : `Judged: ${cell.symbol}`,
      cell.rationale === '' ? '' : `Rationale: ${cell.rationale}`,
      cell.evidence === 0 ? '' : `Rests on ${cell.evidence} fragments.`,
      ...own.map(({ checker, verdict, note, answer }) =>
        [`Checked by ${checker}: ${verdict}`, note, answer === '' ? '' : `Answer: ${answer}`]
          .filter((part) => part !== '')
          .join('. '),
      ),
    ].filter((line) => line !== '');
    if (lines.length === 0) continue;
    findings.add(
      'kept otherwise',
      'Cells of matrices, with their ratings and checks, are written as notes of the project.',
      cell.matrix,
    );
    notes.push({
      guid: derivedGuid('cell', cell.uid),
      name: `${NOTE_MARK}cell: ${cell.matrix} · ${cell.row} · ${cell.column}`,
      text: lines.join('\n\n'),
      userGuid: null,
      at: null,
      about: [],
    });
  }
}

export function gatherDecisions(db: ReadableDb, notes: ForeignNote[], findings: Findings): void {
  for (const { uid, outcome, reason, coder, at } of decisionRows(db)) {
    findings.add(
      'kept otherwise',
      'Decisions about differences between coders are written as notes of the project.',
    );
    notes.push({
      guid: derivedGuid('decision', uid),
      name: `${NOTE_MARK}decision: ${outcome}`,
      text: reason === '' ? `Decided by ${coder}.` : `${reason}\n\nDecided by ${coder}.`,
      userGuid: null,
      at,
      about: [],
    });
  }
}
