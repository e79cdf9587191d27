import { invariant } from '#shared/assert.ts';
import type { constantComparisonContract } from '#shared/constant-comparison/constant-comparison-contract.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId } from '#shared/ids.ts';
import { requireCode } from '#electron/codebook/code-rules.ts';
import { codebookHandlers } from '#electron/codebook/codebook-handlers.ts';
import { sortFragment } from '#electron/codebook/split-code.ts';
import { describeCoding, requireOwn } from '#electron/coding/own-codings.ts';
import type { MutationContext } from '#electron/core/handlers.ts';

type Request = InputOf<(typeof constantComparisonContract)['recode']>;

/** The coding keeps its memo, its translation and what rests on it. Throws `code-exclusive`. */
export function recodeFragment(context: MutationContext, { codingId, to }: Request): CodeId {
  const coding = requireOwn(context, codingId);
  const said = describeCoding(context.db, coding);
  const codeId = 'codeId' in to ? to.codeId : makeCodeBeside(context, coding.codeId, to.newName);
  sortFragment(context, codingId, codeId);
  context.label(`${said} becomes ${requireCode(context.db, codeId).name}`);
  return codeId;
}

function makeCodeBeside(context: MutationContext, codeId: CodeId, newName: string): CodeId {
  const { parentId, kind } = requireCode(context.db, codeId);
  const { create } = codebookHandlers;
  invariant(typeof create === 'function', 'a code is made without waiting for anything');
  return create(context, { parentId, kind, name: newName, definition: '', poles: null });
}
