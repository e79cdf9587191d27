import type { CheckEvidence, CheckItem } from '#shared/checking/check-item.ts';
import { poleName } from '#shared/export/fragments-sheet.ts';
import type { VersionId } from '#shared/ids.ts';
import type { CellDetail } from '#shared/matrices/matrices-contract.ts';
import { contextOf } from '#shared/text/words.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { requireColumn } from '#electron/matrices/change-columns.ts';
import { readCell } from '#electron/matrices/read-cell.ts';
import { requireMatrix } from '#electron/matrices/read-matrix.ts';
import { namesOfCells } from './cell-names-sql.ts';
import { fragmentsByIds, listWordings } from './inputs-sql.ts';
import type { CheckedCell } from './read-checking.ts';

/** More fragments than anybody checks one by one. */
const MOST = 500;
const NO_POLES = { poleLow: null, poleHigh: null };
/** UTF-16 code units before and after a fragment. */
const AROUND = 240;

/** Cells as a checker sees them, with what the author wrote: the evidence with the words around it. */
export function readCheckItems(
  db: ReadableDb,
  cells: readonly CheckedCell[],
  checkerId: number | null,
): readonly { readonly item: CheckItem; readonly found: CheckedCell; readonly detail: CellDetail }[] {
  const ids = cells.map(({ cell }) => cell.cellId);
  const names = new Map(namesOfCells(db, ids).map((name) => [name.cellId, name]));
  const codes = new Map(listWordings(db).map((code) => [code.id, code]));
  const textOf = lastText(db);
  return cells.flatMap((found) => {
    const { cell, assignments } = found;
    const name = names.get(cell.cellId);
    if (name === undefined) return [];
    const column = requireColumn(db, cell.columnId);
    const matrix = requireMatrix(db, cell.matrixId);
    const detail = readCell(db, { columnId: cell.columnId, rowKey: cell.rowKey }, MOST);
    const uids = uidsOf(db, detail);
    const evidence = detail.fragments.slice(0, MOST).map((fragment): CheckEvidence => {
      const { before, after } = contextOf(textOf(fragment.versionId), fragment, AROUND);
      return {
        uid: uids.get(fragment.id) ?? '',
        code: codes.get(fragment.codeId)?.name ?? '',
        pole: poleName(fragment.weight, codes.get(fragment.codeId) ?? NO_POLES),
        source: fragment.participantCode ?? fragment.transcriptTitle,
        speaker: fragment.speaker,
        before,
        quotation: fragment.quotation,
        after,
        translation: fragment.translation,
        stance: fragment.stance,
        coder: fragment.coderName,
      };
    });
    const item: CheckItem = {
      cellUid: name.uid,
      matrix: name.matrix,
      column: name.column,
      row: name.row,
      author: name.author,
      decisionRules: [matrix.decisionRules, column.decisionRule].filter((rule) => rule !== ''),
      evidence: [...evidence, ...cellsAbove(detail)],
      fragments: detail.totalFragments,
      mode: assignments.find((given) => given.checkerId === checkerId)?.mode ?? 'open',
    };
    return [{ item, found, detail }];
  });
}

/** What a checker reads who writes their own first: not what the author said, nor what it was said to rest on. */
export function withoutAuthor(item: CheckItem, { fragments, outside }: CellDetail): CheckItem {
  const listed = Math.min(fragments.length, MOST);
  return {
    ...item,
    // A fragment that the column does not ask for is there because the author chose it.
    evidence: item.evidence
      .filter((_, index) => index < fragments.length - outside || index >= listed)
      .map((one) => ({ ...one, stance: null })),
    fragments: item.fragments - outside,
  };
}

/** Cells of another matrix are evidence too, in their own words. */
function cellsAbove({ upstream }: CellDetail): CheckEvidence[] {
  return upstream.map(({ cellId, matrixName, columnTitle, rowName, summary, rating, stance }) => ({
    uid: `cell ${cellId}`,
    code: columnTitle,
    pole: null,
    source: `${matrixName}: ${rowName}`,
    speaker: null,
    before: '',
    quotation: summary === '' ? (rating ?? '') : summary,
    after: '',
    translation: '',
    stance,
    coder: '',
  }));
}

function uidsOf(db: ReadableDb, { fragments }: CellDetail): ReadonlyMap<number, string> {
  const ids = fragments.map(({ id }) => id);
  return new Map(fragmentsByIds(db, ids).map(({ id, uid }) => [id, uid]));
}

/** Fragments come version by version: one text at a time is enough. */
function lastText(db: ReadableDb): (id: VersionId) => string {
  let [openedId, text]: [VersionId | null, string] = [null, ''];
  return (id) => {
    if (openedId !== id) [openedId, text] = [id, textOfVersion(db, id) ?? ''];
    return text;
  };
}
