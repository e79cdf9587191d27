import { AppError } from '#shared/contract/errors.ts';
import type { Coder } from '#shared/project/project-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { coderNamed, insertCoder, insertLayer } from './project-sql.ts';

/** A coder, with a layer of their own. Throws `name-empty` and `name-taken`. */
export function addCoder(context: MutationContext, name: string): Coder {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'coder' });
  if (coderNamed(context.db, trimmed) !== undefined)
    throw new AppError('name-taken', { what: 'coder', name: trimmed });
  const id = insertCoder(context.db, context.newUid(), trimmed, context.now());
  const layerId = insertLayer(context.db, context.newUid(), id, trimmed);
  return { id, name: trimmed, layerId };
}
