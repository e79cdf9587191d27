import type { Verdict } from '#shared/constant-comparison/constant-comparison-contract.ts';
import type { CodeId, CodingId, TranscriptId } from '#shared/ids.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { reloadCodebook } from '../codebook/codebook-store.ts';
import { chooseTab } from '../coding/coding-panel-store.ts';
import { useCoding } from '../coding/coding-store.ts';
import { openMemo } from '../memos/memos-actions.ts';
import { useMemos } from '../memos/memos-store.ts';
import { useTranscripts } from '../transcripts/transcripts-actions.ts';
import { notify } from '../ui/toasts-store.ts';
import { useCompare } from './compare-store.ts';

/** What a key is about: a fragment, and what it is held against (null: all others of the code). */
export interface Held {
  readonly codeId: CodeId;
  readonly codingId: CodingId;
  readonly otherId: CodingId | null;
}

export async function judge(held: Held, verdict: Verdict | null): Promise<void> {
  // It stays in sight, though with a verdict it leaves the queue.
  useCompare.setState({ chosen: { codeId: held.codeId, codingId: held.codingId } });
  await api.constantComparison.judge({ ...held, attributeId: useCompare.getState().groupBy, verdict });
  useCompare.setState({
    misfit: verdict === 'does not fit' ? held.codingId : null,
    announcement: verdict === null ? 'Verdict taken back' : `It ${verdict}`,
  });
}

/** Alt+Left comes back to the comparison. */
export async function writeComparisonMemo(held: Held): Promise<void> {
  const id = await api.constantComparison.beginMemo({ ...held, attributeId: useCompare.getState().groupBy });
  useMemos.setState({ made: id });
  openMemo(id);
}

export async function makeNewCode(codingId: CodingId, newName: string): Promise<void> {
  await api.constantComparison.recode({ codingId, to: { newName } });
  await reloadCodebook();
  useCompare.setState({ misfit: null, chosen: null });
  notify(`Made the code “${newName.trim()}” for it`, { undo: true });
}

export async function recode(codingId: CodingId, codeId: CodeId): Promise<void> {
  await api.constantComparison.recode({ codingId, to: { codeId } });
  useCompare.setState({ misfit: null, chosen: null });
  notify('Gave it another code', { undo: true });
}

/** The definition stands in the codebook. */
export function changeDefinition(codeId: CodeId): void {
  useCompare.setState({ misfit: null });
  navigate({ screen: 'codebook', codeId });
}

/** The transcript that is open in Coding, or selected in the list of transcripts. */
function transcriptHere(): TranscriptId | null {
  const { screen } = useNavigation.getState().place;
  if (screen === 'transcripts') return useTranscripts.getState().selected;
  return screen === 'coding' ? (useCoding.getState().open?.transcript.id ?? null) : null;
}

export async function noteNoNewCodes(transcriptId: TranscriptId): Promise<void> {
  await api.constantComparison.noteSaturation({ transcriptId, note: '' });
  notify('Recorded: no new codes after this transcript', { undo: true });
}

export async function takeBackNoNewCodes(transcriptId: TranscriptId): Promise<void> {
  await api.constantComparison.noteSaturation({ transcriptId, note: null });
  notify('No longer recorded: no new codes after this transcript', { undo: true });
}

function withTranscript(run: (id: TranscriptId) => Promise<void>): () => Promise<void> | void {
  return () => {
    const id = transcriptHere();
    return id === null ? undefined : run(id);
  };
}

const hasTranscript = (): boolean => hasProject() && transcriptHere() !== null;

export const constantComparisonActions: readonly Action[] = [
  {
    id: 'constant-comparison.open',
    label: 'Compare the fragments of this code',
    group: 'Coding',
    shortcut: '$mod+Alt+c',
    keywords: 'constant comparison fits stretches verdict queue not yet compared',
    enabled: () => hasProject() && useNavigation.getState().place.screen === 'coding',
    run: () => {
      chooseTab('compare');
      useCompare.setState(({ asked }) => ({ asked: asked + 1 }));
    },
  },
  {
    id: 'constant-comparison.no-new-codes',
    label: 'Record: no new codes after this transcript',
    group: 'Coding',
    keywords: 'saturation saturated outcome',
    enabled: hasTranscript,
    run: withTranscript(noteNoNewCodes),
  },
  {
    id: 'constant-comparison.new-codes',
    label: 'Take back: no new codes after this transcript',
    group: 'Coding',
    keywords: 'saturation saturated outcome',
    enabled: hasTranscript,
    run: withTranscript(takeBackNoNewCodes),
  },
];
