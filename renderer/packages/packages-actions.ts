import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { asAppError } from '../api/use-live.ts';
import { navigate } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { saveExport } from '../pseudonyms/pseudonyms-actions.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify, sentenceOf } from '../ui/toasts-store.ts';
import {
  closePackagesDialog,
  leaveMerge,
  usePackages,
  type ChosenPackage,
  type MergeInHand,
} from './packages-store.ts';

const PACKAGES = '.ccpackage';

export async function sendTask(task: Parameters<typeof api.packages.exportTask>[0]): Promise<void> {
  await save(await api.packages.exportTask(task));
}

export async function sendWork(memos: boolean, passphrase: string | null): Promise<void> {
  await save(await api.packages.exportWork({ memos, passphrase }));
}

async function save(made: Awaited<ReturnType<typeof api.packages.exportWork>>): Promise<void> {
  const saved = await saveExport(made);
  closePackagesDialog();
  if (saved !== null) notify(`Saved ${saved}. Its fingerprint is ${made.fingerprint}.`);
}

async function chooseTask(): Promise<void> {
  const [chosen] = await chooseFiles(PACKAGES, false);
  if (chosen === undefined) return;
  await lookInto({ file: await host.offerFile(chosen), fileName: chosen.name, passphrase: null });
}

/** Reads what a package says of itself; asks for the passphrase where there is one. */
export async function lookInto(chosen: ChosenPackage): Promise<void> {
  try {
    const { file, passphrase } = chosen;
    const info = await api.packages.inspect({ file, passphrase });
    usePackages.setState({ dialog: { kind: 'open', ...chosen, info, problem: null } });
  } catch (error) {
    const problem = problemWithPassphrase(error);
    usePackages.setState({ dialog: { kind: 'open', ...chosen, info: null, problem } });
  }
}

export async function openTask({ file, passphrase }: ChosenPackage, coderName: string): Promise<void> {
  await api.packages.openTask({ file, passphrase, coderName });
  closePackagesDialog();
  notify('The package is a project of its own now. Code, and send your work back from Team.');
}

export async function chooseMerge(): Promise<void> {
  const [chosen] = await chooseFiles(`${PACKAGES},.crosscase`, false);
  if (chosen === undefined) return;
  navigate({ screen: 'team' });
  await previewMerge({
    file: await host.offerFile(chosen),
    fileName: chosen.name,
    passphrase: null,
    same: {},
  });
}

/** Works out what a merge would do. Nothing is changed by looking. */
export async function previewMerge(
  asked: Pick<MergeInHand, 'file' | 'fileName' | 'passphrase' | 'same'>,
): Promise<void> {
  const { file, passphrase, same } = asked;
  try {
    const report = await api.packages.preview({ file, passphrase, same });
    usePackages.setState({ merge: { ...asked, report, problem: null } });
  } catch (error) {
    const problem = problemWithPassphrase(error);
    usePackages.setState({ merge: { ...asked, report: null, problem } });
  }
}

export async function doMerge({ file, fileName, passphrase, same }: MergeInHand): Promise<void> {
  await api.packages.merge({ file, passphrase, same });
  leaveMerge();
  notify(`“${fileName}” was merged.`, { undo: true });
}

/** Null: it only asks for its passphrase. Whatever else is wrong with the file is thrown on. */
function problemWithPassphrase(error: unknown): string | null {
  const { code } = asAppError(error);
  if (code === 'passphrase-needed') return null;
  if (code !== 'passphrase-wrong') throw error;
  const { title, advice } = sentenceOf(error);
  return `${title} ${advice}`;
}

export const packagesActions: readonly Action[] = [
  {
    id: 'packages.team',
    label: 'Go to Team',
    group: 'Team',
    keywords: 'coders blind packages merge finished',
    enabled: hasProject,
    run: () => navigate({ screen: 'team' }),
  },
  {
    id: 'packages.send',
    label: 'Send a coding package…',
    group: 'Team',
    keywords: 'export coder task text codebook frozen',
    enabled: hasProject,
    run: () => usePackages.setState({ dialog: { kind: 'send' } }),
  },
  {
    id: 'packages.return',
    label: 'Send my coding back…',
    group: 'Team',
    keywords: 'export package work return',
    enabled: hasProject,
    run: () => usePackages.setState({ dialog: { kind: 'return' } }),
  },
  {
    id: 'packages.open',
    label: 'Open a coding package…',
    group: 'Team',
    keywords: 'coder task project',
    run: chooseTask,
  },
  {
    id: 'packages.merge',
    label: 'Merge the work of others…',
    group: 'Team',
    keywords: 'import package project colleague coder',
    enabled: hasProject,
    run: chooseMerge,
  },
];
