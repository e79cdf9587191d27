import type { codebookContract } from '#shared/codebook/codebook-contract.ts';
import { idsBelow } from '#shared/codebook/code-tree.ts';
import { distinctCues } from '#shared/codebook/cues.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { WritableDb } from '#electron/database/handles.ts';
import { requireCode, requireFreeName } from './code-rules.ts';
import {
  cuesOf,
  deleteCuesOf,
  insertCue,
  listChildren,
  listCodes,
  placeCode,
  updateCode,
  type CodeRow,
} from './codebook-sql.ts';

type Change = InputOf<typeof codebookContract.change>;

export function changeCode({ db, label }: MutationContext, change: Change): void {
  const before = requireCode(db, change.id);
  const [poleLow, poleHigh] =
    change.poles === undefined ? [before.poleLow, before.poleHigh] : (change.poles ?? [null, null]);
  const after: CodeRow = {
    ...before,
    name:
      change.name === undefined
        ? before.name
        : requireFreeName(db, { parentId: before.parentId, except: before.id }, change.name),
    kind: change.kind ?? before.kind,
    definition: change.definition ?? before.definition,
    color: change.color?.toLowerCase() ?? before.color,
    poleLow,
    poleHigh,
  };
  label(labelOf(before, after, change.cues !== undefined));
  updateCode(db, after);
  if (change.cues !== undefined) replaceCues(db, before.id, distinctCues(change.cues));
}

/** To the place `index` among the children of `parentId`; whatever stands there moves down. */
export function moveCode(
  { db, label }: MutationContext,
  id: CodeId,
  parentId: CodeId | null,
  index: number,
): void {
  const code = requireCode(db, id);
  const parent = parentId === null ? null : requireCode(db, parentId);
  if (parentId !== null && (parentId === id || idsBelow(listCodes(db), id).has(parentId))) {
    throw new AppError('code-cycle', { name: code.name });
  }
  requireFreeName(db, { parentId, except: id }, code.name);
  label(
    parentId === code.parentId || parent === null
      ? `Move “${code.name}”`
      : `Move “${code.name}” into “${parent.name}”`,
  );
  const siblings = listChildren(db, parentId)
    .map((sibling) => sibling.id)
    .filter((sibling) => sibling !== id);
  siblings.splice(index, 0, id);
  siblings.forEach((sibling, position) => placeCode(db, sibling, parentId, position));
}

function replaceCues(db: WritableDb, codeId: CodeId, cues: readonly string[]): void {
  if (JSON.stringify(cuesOf(db, codeId)) === JSON.stringify(cues)) return;
  deleteCuesOf(db, codeId);
  cues.forEach((phrase, position) => insertCue(db, codeId, phrase, position));
}

function labelOf(before: CodeRow, after: CodeRow, cues: boolean): string {
  if (before.name !== after.name) return `Rename “${before.name}” to “${after.name}”`;
  if (before.color !== after.color) return `Change the colour of “${after.name}”`;
  if (before.definition !== after.definition) return `Define “${after.name}”`;
  if (before.kind !== after.kind) return `Make “${after.name}” a ${after.kind}`;
  return cues ? `Change the cues of “${after.name}”` : `Change “${after.name}”`;
}
