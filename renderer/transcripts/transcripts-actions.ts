import { create } from 'zustand';
import type { TranscriptId } from '#shared/ids.ts';
import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import { hasProject } from '../app/session-store.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify } from '../ui/toasts-store.ts';
import { readFiles } from './import-store.ts';

export const TRANSCRIPT_FILES =
  '.txt,.text,.md,.markdown,.docx,.odt,.rtf,.html,.htm,.xhtml,.pdf,.vtt,.srt,.sbv';

type Removal = Awaited<ReturnType<typeof api.transcripts.removalPreview>>;

/** What the Transcripts screen is asking just now. */
type TranscriptsDialog =
  | { readonly kind: 'rename'; readonly transcript: TranscriptSummary }
  | { readonly kind: 'link'; readonly transcript: TranscriptSummary }
  | { readonly kind: 'speakers'; readonly transcript: TranscriptSummary }
  | { readonly kind: 'facts'; readonly transcript: TranscriptSummary }
  | { readonly kind: 'remove'; readonly transcript: TranscriptSummary; readonly goes: Removal };

interface TranscriptsState {
  readonly dialog: TranscriptsDialog | null;
  /** The transcript that the actions are about. */
  readonly selected: TranscriptId | null;
}

export const useTranscripts = create<TranscriptsState>(() => ({ dialog: null, selected: null }));

export function closeTranscriptsDialog(): void {
  useTranscripts.setState({ dialog: null });
}

export function selectTranscript(selected: TranscriptId | null): void {
  useTranscripts.setState({ selected });
}

export function openInCoding(id: TranscriptId): void {
  navigate({ screen: 'coding', transcriptId: id });
}

export async function chooseTranscriptFiles(): Promise<void> {
  const files = await chooseFiles(TRANSCRIPT_FILES, true);
  if (files.length > 0) navigate({ screen: 'transcripts' });
  await readFiles(files);
}

export async function renameTranscript(id: TranscriptId, title: string): Promise<void> {
  await api.transcripts.rename({ id, title });
}

/** An empty code unlinks. */
export async function linkTranscript(id: TranscriptId, participantCode: string): Promise<void> {
  await api.transcripts.linkParticipant({ id, participantCode });
}

export async function askToRemove(transcript: TranscriptSummary): Promise<void> {
  const goes = await api.transcripts.removalPreview({ id: transcript.id });
  useTranscripts.setState({ dialog: { kind: 'remove', transcript, goes } });
}

export async function removeTranscript({ id, title }: TranscriptSummary): Promise<void> {
  await api.transcripts.remove({ id });
  selectTranscript(null);
  notify(`Removed “${title}”`, { undo: true });
}

const hasSelected = (): boolean =>
  useNavigation.getState().place.screen === 'transcripts' && useTranscripts.getState().selected !== null;

function withSelected(run: (transcript: TranscriptSummary) => void | Promise<void>): () => Promise<void> {
  return async () => {
    const { selected } = useTranscripts.getState();
    const transcript = (await api.transcripts.list({})).find(({ id }) => id === selected);
    if (transcript !== undefined) await run(transcript);
  };
}

export const transcriptsActions: readonly Action[] = [
  {
    id: 'transcripts.import',
    label: 'Import transcripts…',
    group: 'Transcripts',
    shortcut: '$mod+i',
    keywords: 'interviews files txt md docx odt rtf html pdf vtt srt word subtitles zoom teams add',
    enabled: hasProject,
    run: chooseTranscriptFiles,
  },
  {
    id: 'transcripts.open',
    label: 'Open this transcript in Coding',
    group: 'Transcripts',
    enabled: hasSelected,
    run: withSelected(({ id }) => openInCoding(id)),
  },
  {
    id: 'transcripts.rename',
    label: 'Rename this transcript…',
    group: 'Transcripts',
    enabled: hasSelected,
    run: withSelected((transcript) => useTranscripts.setState({ dialog: { kind: 'rename', transcript } })),
  },
  {
    id: 'transcripts.link',
    label: 'Link this transcript to a participant…',
    group: 'Transcripts',
    enabled: hasSelected,
    run: withSelected((transcript) => useTranscripts.setState({ dialog: { kind: 'link', transcript } })),
  },
  {
    id: 'transcripts.speakers',
    label: 'Who speaks in this transcript…',
    group: 'Transcripts',
    keywords: 'speakers roles interviewer participant join',
    enabled: hasSelected,
    run: withSelected((transcript) => useTranscripts.setState({ dialog: { kind: 'speakers', transcript } })),
  },
  {
    id: 'transcripts.facts',
    label: 'About this interview…',
    group: 'Transcripts',
    keywords: 'date place minutes interviewer language mode',
    enabled: hasSelected,
    run: withSelected((transcript) => useTranscripts.setState({ dialog: { kind: 'facts', transcript } })),
  },
  {
    id: 'transcripts.remove',
    label: 'Remove this transcript…',
    group: 'Transcripts',
    keywords: 'delete',
    enabled: hasSelected,
    run: withSelected(askToRemove),
  },
];
