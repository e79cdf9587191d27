import { create } from 'zustand';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { hasProject } from '../app/session-store.ts';
import { notify } from '../ui/toasts-store.ts';

interface ProjectDialogState {
  readonly open: 'new' | 'open' | 'coder' | null;
}

export const useProjectDialog = create<ProjectDialogState>(() => ({ open: null }));

export function closeProjectDialog(): void {
  useProjectDialog.setState({ open: null });
}

/** Opens a project chosen in the host's own dialog, or in ours where the host has none. */
export async function chooseAndOpenProject(): Promise<void> {
  if (host.chooseProjectPath === null) {
    useProjectDialog.setState({ open: 'open' });
    return;
  }
  const path = await host.chooseProjectPath('open', '');
  if (path !== null) await api.project.open({ path });
}

export async function openSampleStudy(): Promise<void> {
  await api.project.createSample({});
  notify('The sample study is open. It is yours to change: a fresh one can be made at any time.');
}

async function compact(): Promise<void> {
  const { before, after } = await api.project.compact({});
  notify(`Compacted: ${kilobytes(before)} → ${kilobytes(after)}`);
}

async function check(): Promise<void> {
  const { problems } = await api.project.check({});
  notify(
    problems.length === 0
      ? 'The project file is sound.'
      : `The project file has problems: ${problems.join('; ')}`,
  );
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString()} KB`;
}

export const projectActions: readonly Action[] = [
  {
    id: 'project.new',
    label: 'New project…',
    group: 'Project',
    keywords: 'create study',
    run: () => useProjectDialog.setState({ open: 'new' }),
  },
  {
    id: 'project.open',
    label: 'Open project…',
    group: 'Project',
    shortcut: '$mod+o',
    run: chooseAndOpenProject,
  },
  {
    id: 'project.sample',
    label: 'Open the sample study',
    group: 'Project',
    keywords: 'example demo',
    run: openSampleStudy,
  },
  {
    id: 'project.close',
    label: 'Close project',
    group: 'Project',
    enabled: hasProject,
    run: () => api.project.close({}),
  },
  {
    id: 'project.coder',
    label: 'Change who is coding…',
    group: 'Project',
    keywords: 'coder user name layer',
    enabled: hasProject,
    run: () => useProjectDialog.setState({ open: 'coder' }),
  },
  {
    id: 'project.compact',
    label: 'Compact the project file',
    group: 'Project',
    keywords: 'vacuum size shrink',
    enabled: hasProject,
    run: compact,
  },
  {
    id: 'project.check',
    label: 'Check the project file',
    group: 'Project',
    keywords: 'integrity damage',
    enabled: hasProject,
    run: check,
  },
];
