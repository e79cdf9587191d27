import type { CodeId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { deleteCodingsOfCodes, idsOfCodingsOfCodes } from '#electron/coding/codings-of-codes-sql.ts';
import {
  forgetComparisonsOf,
  forgetComparisonsOfCodes,
} from '#electron/constant-comparison/comparisons-sql.ts';
import { forgetCueDecisionsOfCodes } from '#electron/cues/cues-sql.ts';
import { forgetCodes } from '#electron/matrices/columns-sql.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { deleteGuidanceOf } from './code-guidance-sql.ts';
import { requireCode } from './code-rules.ts';
import { countSubtree, deleteCuesOfSubtree, deleteSubtree, idsOfSubtree } from './codebook-sql.ts';

/** The code, everything below it, and whatever rests on any of these: in the order in which nothing is left hanging. */
export function removeCode({ db, visible, label }: MutationContext, id: CodeId): void {
  const { name } = requireCode(db, id);
  const { codes, codings } = countSubtree(visible, id);
  const below = codes > 1 ? `, ${counted(codes - 1, 'code')} below it` : '';
  label(`Remove “${name}”${below}${codings > 0 ? ` and ${counted(codings, 'coding')}` : ''}`);
  const ids = idsOfSubtree(db, id);
  forgetCodings(db, idsOfCodingsOfCodes(db, ids));
  forgetComparisonsOf(db, idsOfCodingsOfCodes(db, ids));
  forgetComparisonsOfCodes(db, ids);
  forgetCueDecisionsOfCodes(db, ids);
  deleteCodingsOfCodes(db, ids);
  forgetCodes(db, ids);
  deleteCuesOfSubtree(db, id);
  deleteGuidanceOf(db, ids);
  deleteSubtree(db, id);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
