import { idsBelow, foldedName } from '#shared/codebook/code-tree.ts';
import type { MergePreview } from '#shared/codebook/code-depth-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodeId, CoderId } from '#shared/ids.ts';
import { absorbTwin, deleteCodings, recodeAll, twinsOf } from '#electron/coding/codings-of-codes-sql.ts';
import { forgetComparisonsOf, moveComparisonsOfCode } from '#electron/constant-comparison/comparisons-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { moveCueDecisionsOfCode } from '#electron/cues/cues-sql.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { replaceCodeInColumns } from '#electron/matrices/columns-sql.ts';
import { replaceCodingInEvidence } from '#electron/matrices/evidence-sql.ts';
import { moveMemosOfCode, moveMemosOfCoding } from '#electron/memos/follow-merge-sql.ts';
import {
  deleteGuidanceOf,
  insertLink,
  linksOfCode,
  moveExamples,
  replaceInstead,
} from './code-guidance-sql.ts';
import { requireCode } from './code-rules.ts';
import { conflictsOfMerge } from './domain-conflicts.ts';
import { moveDomainsOfCode } from './domain-conflicts-sql.ts';
import {
  cuesOf,
  deleteCode,
  deleteCuesOf,
  insertCue,
  listChildren,
  listCodes,
  nextPosition,
  placeCode,
  updateCode,
  type CodeRow,
} from './codebook-sql.ts';
import { countMerge } from './reorganise-sql.ts';

/** Throws `not-found`, and `code-merge-below` when the other code stands below this one. */
function requirePair(
  db: ReadableDb,
  id: CodeId,
  into: CodeId,
): { readonly from: CodeRow; readonly to: CodeRow } {
  const [from, to] = [requireCode(db, id), requireCode(db, into)];
  if (id === into || idsBelow<CodeId, CodeRow>(listCodes(db), id).has(into)) {
    throw new AppError('code-merge-below', { name: from.name, into: to.name });
  }
  return { from, to };
}

export function previewMerge(
  db: ReadableDb,
  coderId: CoderId | null,
  id: CodeId,
  into: CodeId,
): MergePreview {
  requirePair(db, id, into);
  const children = listChildren(db, id).filter((child) => child.id !== into);
  const taken = new Set(listChildren(db, into).map(({ name }) => foldedName(name)));
  return {
    ...countMerge(db, id),
    together: twinsOf(db, id, into).length,
    children: children.length,
    clashes: children.map(({ name }) => name).filter((name) => taken.has(foldedName(name))),
    ...conflictsOfMerge(db, coderId, id, into),
  };
}

/** Throws `name-taken` when codes of one name would stand below the other code, and `merge-exclusive`. */
export function mergeCodes(
  { db, visible, label, now, coderId }: MutationContext,
  {
    id,
    into,
    keepDefinition,
    allowConflicts,
  }: {
    readonly id: CodeId;
    readonly into: CodeId;
    readonly keepDefinition: boolean;
    readonly allowConflicts: boolean;
  },
): void {
  const { from, to } = requirePair(db, id, into);
  // What is told is what may be seen: while one codes blind, the passages of others are settled when they are open.
  const { clashes, conflicts } = previewMerge(visible, coderId, id, into);
  const [clash] = clashes;
  if (clash !== undefined) throw new AppError('name-taken', { what: 'code', name: clash });
  const passages = conflicts.ownTotal + conflicts.others;
  if (passages > 0 && !allowConflicts) throw new AppError('merge-exclusive', { into: to.name, passages });
  label(`Merge “${from.name}” into “${to.name}”`);
  mergeCodings(db, id, into);
  moveComparisonsOfCode(db, id, into);
  moveCueDecisionsOfCode(db, id, into);
  replaceCodeInColumns(db, id, into);
  moveMemosOfCode(db, id, into);
  mergeCues(db, id, into);
  moveExamples(db, id, into);
  replaceInstead(db, id, into);
  moveDomainsOfCode(db, id, into);
  for (const other of linksOfCode(db, id)) if (other !== into) insertLink(db, into, other);
  for (const child of listChildren(db, id)) placeCode(db, child.id, into, nextPosition(db, into));
  const definition = mergedDefinition(from, to, keepDefinition);
  const after = requireCode(db, into);
  if (definition !== after.definition) updateCode(db, { ...after, definition, definedAt: now() });
  deleteGuidanceOf(db, [id]);
  deleteCode(db, id);
}

/** Two codings of one coder on one passage become one; the rest changes its code in one statement. */
function mergeCodings(db: WritableDb, id: CodeId, into: CodeId): void {
  const twins = twinsOf(db, id, into);
  for (const twin of twins) {
    absorbTwin(db, twin);
    replaceCodingInEvidence(db, twin.id, twin.twinId);
    moveMemosOfCoding(db, twin.id, twin.twinId);
  }
  const gone = twins.map((twin) => twin.id);
  forgetComparisonsOf(db, gone);
  deleteCodings(db, gone);
  recodeAll(db, id, into);
}

function mergeCues(db: WritableDb, id: CodeId, into: CodeId): void {
  const present = cuesOf(db, into);
  const phrases = new Set(present.map(({ phrase }) => phrase));
  const missing = cuesOf(db, id).filter(({ phrase }) => !phrases.has(phrase));
  deleteCuesOf(db, id);
  missing.forEach((cue, index) => insertCue(db, { ...cue, codeId: into }, present.length + index));
}

function mergedDefinition(from: CodeRow, to: CodeRow, keep: boolean): string {
  if (to.definition.trim() === '') return from.definition;
  if (!keep || from.definition.trim() === '') return to.definition;
  return `${to.definition.trimEnd()}\n\nFrom “${from.name}”: ${from.definition}`;
}
