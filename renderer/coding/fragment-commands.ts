import { AppError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import type { Fragment, Layer } from '#shared/coding/coding-contract.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { codebookNow, rememberCode } from '../codebook/codebook-store.ts';
import { notify } from '../ui/toasts-store.ts';

export type BulkWork = 'recode' | 'copy';

/** Those that the coder who sits here may change; says so when there are others among them. */
export function ownOf(fragments: readonly Fragment[], layers: readonly Layer[]): readonly Fragment[] {
  const ownLayers = new Set(layers.filter(({ own }) => own).map(({ id }) => id));
  const own = fragments.filter(({ layerId }) => ownLayers.has(layerId));
  if (own.length === 0 && fragments.length > 0)
    notify('These codings belong to somebody else. Only own codings can be changed.');
  return own;
}

/** One step of undo, however many there are. Codings of others are left as they are. */
export async function bulk(work: BulkWork, own: readonly Fragment[], codeId: CodeId): Promise<void> {
  rememberCode(codeId);
  const name = codebookNow().byId.get(codeId)?.name ?? '';
  const ids = own.map(({ id }) => id);
  try {
    const { together } =
      work === 'recode'
        ? await api.coding.recode({ ids, codeId })
        : await api.coding.copyToCode({ ids, codeId });
    const done = work === 'recode' ? 'Recoded' : 'Coded';
    const had = together === 0 ? '' : `; ${together} had it already`;
    notify(`${done} ${countOf(ids.length)} ${work === 'recode' ? 'to' : 'as'} “${name}”${had}`, {
      undo: true,
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'coding-exists') throw error;
    notify(errorSentence(error.toWire()).title);
  }
}

export async function removeFragments(own: readonly Fragment[]): Promise<void> {
  await api.coding.remove({ ids: own.map(({ id }) => id) });
  notify(`Removed ${countOf(own.length)}`, { undo: true });
}

/** The words are kept with the code. A near miss of `codeId` is often coded as something else. */
export async function keepAsExample(
  fragments: readonly Pick<Fragment, 'id' | 'codeId'>[],
  kind: ExampleKind,
  codeId?: CodeId,
): Promise<void> {
  const [first] = fragments;
  if (first === undefined) return;
  if (fragments.length > 1) {
    notify(`Choose one fragment: the words of one become the ${kind}.`);
    return;
  }
  const of = codeId ?? first.codeId;
  await api.codebook.addExample({ codeId: of, codingId: first.id, kind });
  const what = kind === 'example' ? 'An example' : 'A near miss';
  notify(`${what} of “${codebookNow().byId.get(of)?.name ?? ''}” now`, { undo: true });
}

function countOf(count: number): string {
  return count === 1 ? 'the coding' : `${count.toLocaleString('en-GB')} codings`;
}
