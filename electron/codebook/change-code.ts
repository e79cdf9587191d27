import type { codebookContract } from '#shared/codebook/codebook-contract.ts';
import { idsBelow } from '#shared/codebook/code-tree.ts';
import { distinctCues } from '#shared/codebook/cues.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { deleteLink, insertLink, linksOfCode } from './code-guidance-sql.ts';
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

export function changeCode({ db, label, now }: MutationContext, change: Change): void {
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
    useWhen: change.useWhen ?? before.useWhen,
    notWhen: change.notWhen ?? before.notWhen,
    insteadId: change.insteadId === undefined ? before.insteadId : otherCode(db, before, change.insteadId),
  };
  label(labelOf(before, after, change));
  updateCode(db, sameWording(before, after) ? after : { ...after, definedAt: now() });
  if (change.cues !== undefined) replaceCues(db, before.id, change.cues, change.cueLanguages);
  if (change.seeAlso !== undefined) replaceLinks(db, before, change.seeAlso);
}

/** What a coder goes by: after a change of it, codings made before are worth another look. */
function sameWording(before: CodeRow, after: CodeRow): boolean {
  return (
    before.definition.trim() === after.definition.trim() &&
    before.useWhen.trim() === after.useWhen.trim() &&
    before.notWhen.trim() === after.notWhen.trim()
  );
}

/** Throws `not-found`. A code does not refer to itself. */
function otherCode(db: ReadableDb, { id }: CodeRow, other: CodeId | null): CodeId | null {
  return other === null || other === id ? null : requireCode(db, other).id;
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

/** A cue that is not said to have another language keeps the one that it has. */
function replaceCues(
  db: WritableDb,
  codeId: CodeId,
  phrases: readonly string[],
  given: Readonly<Record<string, string>> = {},
): void {
  const before = cuesOf(db, codeId);
  const known = new Map(before.map(({ phrase, language }) => [phrase, language]));
  const after = distinctCues(phrases).map((phrase) => ({
    codeId,
    phrase,
    language: (given[phrase] ?? known.get(phrase) ?? '').trim().toLowerCase(),
  }));
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  deleteCuesOf(db, codeId);
  after.forEach((cue, position) => insertCue(db, cue, position));
}

function replaceLinks(db: WritableDb, code: CodeRow, wanted: readonly CodeId[]): void {
  const others = new Set(wanted.filter((id) => otherCode(db, code, id) !== null));
  for (const id of linksOfCode(db, code.id)) if (!others.has(id)) deleteLink(db, code.id, id);
  for (const id of others) insertLink(db, code.id, id);
}

function labelOf(before: CodeRow, after: CodeRow, { cues, seeAlso }: Change): string {
  if (before.name !== after.name) return `Rename “${before.name}” to “${after.name}”`;
  if (before.color !== after.color) return `Change the colour of “${after.name}”`;
  if (before.definition !== after.definition) return `Define “${after.name}”`;
  if (before.useWhen !== after.useWhen) return `Say when to use “${after.name}”`;
  if (before.notWhen !== after.notWhen) return `Say when not to use “${after.name}”`;
  if (before.insteadId !== after.insteadId) return `Say what to use instead of “${after.name}”`;
  if (before.kind !== after.kind) return `Make “${after.name}” a ${after.kind}`;
  if (cues !== undefined) return `Change the cues of “${after.name}”`;
  return seeAlso === undefined ? `Change “${after.name}”` : `Relate “${after.name}” to other codes`;
}
