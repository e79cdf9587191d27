import { create } from 'zustand';
import type { CallInputOf, InputOf } from '#shared/contract/method.ts';
import type { codebookContract, CodebookPreview } from '#shared/codebook/codebook-contract.ts';
import type { ExampleKind, ExclusiveDomain } from '#shared/codebook/code-depth-contract.ts';
import { placeByDrop, placeByKey, type CodePlace, type Direction } from '#shared/codebook/place-code.ts';
import type { CodeId, FileRef } from '#shared/ids.ts';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { goToScreen, settle, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify } from '../ui/toasts-store.ts';
import { codebookNow, reloadCodebook } from './codebook-store.ts';
import { focusTree } from './tree-focus.ts';

type Removal = Awaited<ReturnType<typeof api.codebook.removalPreview>>;

/** What the Codebook screen is asking just now. */
type CodebookDialog =
  | { readonly kind: 'new'; readonly parentId: CodeId | null }
  | { readonly kind: 'remove'; readonly id: CodeId; readonly name: string; readonly goes: Removal }
  | { readonly kind: 'import'; readonly file: FileRef; readonly preview: CodebookPreview }
  | { readonly kind: 'example'; readonly id: CodeId; readonly as: ExampleKind }
  | { readonly kind: 'templates' | 'versions' | 'domains' | 'saturation' };

export const useCodebookDialog = create<{ readonly dialog: CodebookDialog | null }>(() => ({ dialog: null }));

/** From anywhere: the Codebook screen comes along. */
export function openCodebookDialog(dialog: CodebookDialog): void {
  goToScreen('codebook');
  useCodebookDialog.setState({ dialog });
}

/**
 * Work on the codebook that goes on beside what one reads: merging a code into another, sorting its fragments into others,
 * looking again at codings older than a definition, settling what breaks an exclusive domain.
 */
export type CodebookAside =
  | { readonly kind: 'merge' | 'split'; readonly id: CodeId }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'domain'; readonly domain: ExclusiveDomain };

export const useCodebookAside = create<{ readonly aside: CodebookAside | null }>(() => ({ aside: null }));

export function openCodebookAside(aside: CodebookAside): void {
  closeCodebookDialog();
  goToScreen('codebook');
  useCodebookAside.setState({ aside });
}

export function closeCodebookAside(): void {
  useCodebookAside.setState({ aside: null });
  // What had the focus before may be gone, as the palette is.
  setTimeout(() => {
    if (document.activeElement === document.body) focusTree();
  });
}

export function closeCodebookDialog(): void {
  useCodebookDialog.setState({ dialog: null });
}

/** The code that the Codebook screen shows. */
export function selectedCode(): CodeId | null {
  const { place } = useNavigation.getState();
  return place.screen === 'codebook' && place.codeId !== undefined ? place.codeId : null;
}

/** On the Codebook screen; elsewhere nothing happens. */
export function selectCode(id: CodeId): void {
  if (useNavigation.getState().place.screen === 'codebook') settle({ screen: 'codebook', codeId: id });
}

/** Returns when the code is in the store, so that it can be shown. */
export async function createCode(code: CallInputOf<typeof codebookContract.create>): Promise<CodeId> {
  const id = await api.codebook.create(code);
  await reloadCodebook();
  return id;
}

export async function changeCode(change: InputOf<typeof codebookContract.change>): Promise<void> {
  await api.codebook.change(change);
}

export function moveByKey(id: CodeId, direction: Direction): Promise<void> {
  return moveTo(id, () => placeByKey(codebookNow().codes, id, direction));
}

export function moveByDrop(id: CodeId, target: CodeId, position: 'before' | 'after' | 'on'): Promise<void> {
  return moveTo(id, () => placeByDrop(codebookNow().codes, id, target, position));
}

let lastMove: Promise<void> = Promise.resolve();

/** One after the other: a key pressed twice moves on from where the first press has put the code. */
function moveTo(id: CodeId, findPlace: () => CodePlace | null): Promise<void> {
  const move = async (): Promise<void> => {
    const place = findPlace();
    if (place === null) return;
    await api.codebook.move({ id, ...place });
    await reloadCodebook();
  };
  // A move that was refused has been reported to whoever asked for it; the next one goes ahead.
  const next = lastMove.catch(() => {}).then(move);
  lastMove = next;
  return next;
}

/** Asks first when anything but the code itself would go. */
export async function askToRemove(id: CodeId): Promise<void> {
  const code = codebookNow().byId.get(id);
  if (code === undefined) return;
  const goes = await api.codebook.removalPreview({ id });
  const alone = goes.codes === 1 && goes.codings === 0 && goes.columns === 0;
  if (alone) await removeCode(id);
  else useCodebookDialog.setState({ dialog: { kind: 'remove', id, name: code.name, goes } });
}

export async function removeCode(id: CodeId): Promise<void> {
  const { codes, byId } = codebookNow();
  const code = byId.get(id);
  const siblings = codes.filter(({ parentId }) => parentId === code?.parentId);
  const at = siblings.findIndex((sibling) => sibling.id === id);
  const next = siblings[at + 1]?.id ?? siblings[at - 1]?.id ?? code?.parentId ?? null;
  await api.codebook.remove({ id });
  if (selectedCode() === id) settle({ screen: 'codebook', ...(next === null ? {} : { codeId: next }) });
  notify(`Removed “${code?.name ?? 'the code'}”`, { undo: true });
}

/** The short codebook that ships beside the templates of whole studies. */
export async function startFromTemplate(template: string): Promise<void> {
  reportImport(await api.codebook.importTemplate({ template }));
}

export async function chooseCodebookFile(): Promise<void> {
  const [file] = await chooseFiles('.json,.xlsx,.csv,.tsv,.docx,application/json', false);
  if (file !== undefined) await previewCodebookFile(file);
}

/** Shows what a file holds; nothing is stored until the person says so. */
export async function previewCodebookFile(chosen: File): Promise<void> {
  const file = await host.offerFile(chosen);
  const preview = await api.codebook.previewFile({ file });
  useCodebookDialog.setState({ dialog: { kind: 'import', file, preview } });
}

export async function importCodebookFile(file: FileRef): Promise<void> {
  reportImport(await api.codebook.importFile({ file }));
}

function reportImport({ added, kept }: { readonly added: number; readonly kept: number }): void {
  const keeping = kept === 0 ? '' : `; ${kept} ${kept === 1 ? 'was' : 'were'} there already`;
  notify(`Added ${added} ${added === 1 ? 'code' : 'codes'}${keeping}`, { undo: added > 0 });
}

export function askForNewCode(parentId: CodeId | null): void {
  goToScreen('codebook');
  useCodebookDialog.setState({ dialog: { kind: 'new', parentId } });
}

/** The details take the focus for renaming when this number grows. */
export const useRenaming = create<{ readonly asked: number }>(() => ({ asked: 0 }));

export function askToRename(): void {
  useRenaming.setState(({ asked }) => ({ asked: asked + 1 }));
}

const hasSelected = (): boolean => selectedCode() !== null;

function withSelected(run: (id: CodeId) => void | Promise<void>): () => void | Promise<void> {
  return () => {
    const id = selectedCode();
    return id === null ? undefined : run(id);
  };
}

export const codebookActions: readonly Action[] = [
  {
    id: 'codebook.add',
    label: 'New code…',
    group: 'Codebook',
    keywords: 'add create theme',
    enabled: hasProject,
    run: () => askForNewCode(null),
  },
  {
    id: 'codebook.add-below',
    label: 'New code below this one…',
    group: 'Codebook',
    keywords: 'add create child sub',
    enabled: hasSelected,
    run: withSelected((id) => askForNewCode(id)),
  },
  {
    id: 'codebook.rename',
    label: 'Rename this code',
    group: 'Codebook',
    enabled: hasSelected,
    run: askToRename,
  },
  {
    id: 'codebook.remove',
    label: 'Remove this code…',
    group: 'Codebook',
    keywords: 'delete',
    enabled: hasSelected,
    run: withSelected(askToRemove),
  },
  {
    id: 'codebook.import',
    label: 'Import a codebook…',
    group: 'Codebook',
    keywords: 'json xlsx excel csv docx word file',
    enabled: hasProject,
    run: chooseCodebookFile,
  },
];
