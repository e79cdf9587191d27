import { create } from 'zustand';
import type { Action } from '../actions/action.ts';
import { hasProject } from '../app/session-store.ts';
import { navigate } from '../app/navigation.ts';

type GuideDialog = 'guide' | 'code-by' | null;

export const useGuide = create<{ readonly dialog: GuideDialog }>(() => ({ dialog: null }));

export function closeGuide(): void {
  useGuide.setState({ dialog: null });
}

function show(dialog: GuideDialog): void {
  navigate({ screen: 'transcripts' });
  useGuide.setState({ dialog });
}

export const guideActions: readonly Action[] = [
  {
    id: 'guide.edit',
    label: 'Interview guide…',
    group: 'Transcripts',
    keywords: 'questions parts topics list',
    enabled: hasProject,
    run: () => show('guide'),
  },
  {
    id: 'guide.code-by',
    label: 'Code by speaker, part or question…',
    group: 'Transcripts',
    keywords: 'auto automatic coding structure section',
    enabled: hasProject,
    run: () => show('code-by'),
  },
];
