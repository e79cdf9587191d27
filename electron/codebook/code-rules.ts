import { foldedName } from '#shared/codebook/code-tree.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodeId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findCode, listChildren, type CodeRow } from './codebook-sql.ts';

/** Throws `not-found`. */
export function requireCode(db: ReadableDb, id: CodeId): CodeRow {
  const code = findCode(db, id);
  if (code === undefined) throw new AppError('not-found', { what: 'code' });
  return code;
}

/** The name as it is kept. Throws `name-empty`, and `name-taken` when another child of the parent has it. */
export function requireFreeName(
  db: ReadableDb,
  place: { readonly parentId: CodeId | null; readonly except?: CodeId },
  name: string,
): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'code' });
  const taken = listChildren(db, place.parentId).some(
    (code) => code.id !== place.except && foldedName(code.name) === foldedName(trimmed),
  );
  if (taken) throw new AppError('name-taken', { what: 'code', name: trimmed });
  return trimmed;
}
