import { codebookFormats, type CodebookFormat } from '#shared/codebook/code-depth-contract.ts';
import type { CodeId, CodingId, TranscriptId } from '#shared/ids.ts';
import type { codebookContract } from '#shared/codebook/codebook-contract.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { templatesContract } from '#shared/templates/templates-contract.ts';
import { runAction } from '../actions/action-registry.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import type { MenuChoice } from '../ui/menu.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import {
  closeCodebookAside,
  closeCodebookDialog,
  openCodebookAside,
  openCodebookDialog,
  selectCode,
  selectedCode,
} from './codebook-actions.ts';
import { codebookNow } from './codebook-store.ts';

const FORMAT_NAMES: Readonly<Record<CodebookFormat, string>> = {
  xlsx: 'Excel (.xlsx)',
  csv: 'csv',
  docx: 'Word (.docx)',
  json: 'JSON',
};

export async function exportCodebook(format: CodebookFormat): Promise<void> {
  const made = await api.codebook.exportFile({ format });
  const saved = await saveExport(made);
  if (saved !== null) notify(`Exported ${saved}`);
}

export async function mergeInto(merge: InputOf<typeof codebookContract.merge>): Promise<void> {
  const { id, into } = merge;
  const { byId } = codebookNow();
  await api.codebook.merge(merge);
  closeCodebookAside();
  selectCode(into);
  notify(`Merged “${byId.get(id)?.name ?? ''}” into “${byId.get(into)?.name ?? ''}”`, { undo: true });
}

export function sortBelow(parentId: CodeId | null, by: 'name' | 'count'): void {
  api.codebook
    .sortSiblings({ parentId, by })
    .then(() => notify(`Sorted by ${by}`, { undo: true }))
    .catch(reportError);
}

export async function applyTemplate(choice: InputOf<typeof templatesContract.apply>): Promise<void> {
  const { codes, attributes, matrices } = await api.templates.apply(choice);
  closeCodebookDialog();
  const added = [
    counted(codes, 'code'),
    counted(attributes, 'attribute'),
    counted(matrices, 'matrix', 'matrices'),
  ];
  notify(`Added ${added.join(', ')}`, { undo: codes + attributes + matrices > 0 });
}

/** Goes to the passage in its transcript; Alt+Left comes back. */
export function goToCoding(transcriptId: TranscriptId, codingId: CodingId): void {
  closeCodebookDialog();
  navigate({ screen: 'coding', transcriptId, codingId });
}

/** “1 code”, “3 matrices” */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

/** The menu of the Codebook screen. */
export function codebookMenu(): readonly MenuChoice[] {
  const listed = codebookDepthActions.filter(({ id }) => !NOT_IN_MENU.has(id));
  return [
    { id: 'import', label: 'Import a codebook…', run: () => runAction('codebook.import') },
    ...listed.map(({ id, label }) => ({ id, label, run: () => runAction(id) })),
  ];
}

const NOT_IN_MENU: ReadonlySet<string> = new Set(['codebook.merge', 'codebook.split']);

const hasSelected = (): boolean => selectedCode() !== null;

function ofSelected(kind: 'merge' | 'split'): () => void {
  return () => {
    const id = selectedCode();
    if (id !== null) openCodebookAside({ kind, id });
  };
}

function opening(
  id: string,
  label: string,
  kind: 'templates' | 'versions' | 'domains' | 'saturation',
  keywords: string,
): Action {
  const run = (): void => openCodebookDialog({ kind });
  return { id, label, group: 'Codebook', keywords, enabled: hasProject, run };
}

export const codebookDepthActions: readonly Action[] = [
  ...codebookFormats.map((format) => ({
    id: `codebook.export-${format}`,
    label: `Export the codebook: ${FORMAT_NAMES[format]}`,
    group: 'Codebook',
    enabled: hasProject,
    run: () => exportCodebook(format),
  })),
  opening('codebook.templates', 'Templates of studies…', 'templates', 'start attributes guide matrices'),
  opening('codebook.versions', 'Versions of the codebook…', 'versions', 'freeze compare history'),
  {
    id: 'codebook.outdated',
    label: 'Codings under an older definition…',
    group: 'Codebook',
    keywords: 're-examine',
    enabled: hasProject,
    run: () => openCodebookAside({ kind: 'outdated' }),
  },
  opening('codebook.saturation', 'New and changed codes per transcript…', 'saturation', 'saturation strip'),
  opening('codebook.domains', 'Exclusive domains…', 'domains', 'at most one exclusive'),
  {
    id: 'codebook.sort-name',
    label: 'Sort the top codes by name',
    group: 'Codebook',
    enabled: hasProject,
    run: () => sortBelow(null, 'name'),
  },
  {
    id: 'codebook.sort-count',
    label: 'Sort the top codes by count',
    group: 'Codebook',
    enabled: hasProject,
    run: () => sortBelow(null, 'count'),
  },
  {
    id: 'codebook.recolour',
    label: 'Colour all codes anew',
    group: 'Codebook',
    keywords: 'palette colours color',
    enabled: hasProject,
    run: async () => {
      await api.codebook.recolour({});
      notify('Coloured all codes anew', { undo: true });
    },
  },
  {
    id: 'codebook.merge',
    label: 'Merge this code into another…',
    group: 'Codebook',
    enabled: hasSelected,
    run: ofSelected('merge'),
  },
  {
    id: 'codebook.split',
    label: 'Split this code…',
    group: 'Codebook',
    keywords: 'sort fragments',
    enabled: hasSelected,
    run: ofSelected('split'),
  },
];
