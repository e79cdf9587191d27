import type { CorrectionOutcome, TouchedCoding } from '#shared/corrections/corrections-contract.ts';
import type { FileRef, TranscriptId } from '#shared/ids.ts';
import { create } from 'zustand';
import { trimRange, type TextRange } from '#shared/text/text-range.ts';
import type { Action } from '../actions/action.ts';
import { api, host } from '../api/api.ts';
import { navigate, useNavigation } from '../app/navigation.ts';
import { useCoding } from '../coding/coding-store.ts';
import { currentView, focusTranscript } from '../coding/current-view.ts';
import { TRANSCRIPT_FILES } from '../transcripts/transcripts-actions.ts';
import { chooseFiles } from '../ui/file-chooser.ts';
import { notify } from '../ui/toasts-store.ts';
import { realChanges, useCorrection } from './correction-draft.ts';

/** Something that lost its passage and looks for a new one. */
export interface Placing {
  /** What it is: the name of a code. */
  readonly name: string;
  /** The words that it stood on. */
  readonly words: string;
  place(passage: TextRange & { readonly transcriptId: TranscriptId }): Promise<void>;
}

interface CorrectionsUi {
  /** The list of versions, and what waits for review. */
  readonly isListOpen: boolean;
  readonly placing: Placing | null;
  /** A corrected file that was looked into and not taken over yet. */
  readonly corrected: CorrectedFile | null;
}

export interface CorrectedFile {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly file: FileRef;
  readonly fileName: string;
  readonly outcome: CorrectionOutcome;
}

export const useCorrectionsUi = create<CorrectionsUi>(() => ({
  isListOpen: false,
  placing: null,
  corrected: null,
}));

const isCoding = (): boolean =>
  useNavigation.getState().place.screen === 'coding' && useCoding.getState().open !== null;
const isCorrecting = (): boolean => isCoding() && useCorrection.getState().draft !== null;

function hasEdits(): boolean {
  const { draft } = useCorrection.getState();
  return isCoding() && draft !== null && realChanges(draft).length > 0;
}

function startCorrecting(): void {
  const { open, range } = useCoding.getState();
  if (open === null || useCorrection.getState().draft !== null) return;
  const { id, versionId, title, text } = open.transcript;
  useCorrection.setState({
    draft: { transcriptId: id, versionId, title, before: text, changes: [], caret: range.start },
    asking: null,
  });
}

function cancel(): void {
  const { draft } = useCorrection.getState();
  if (draft !== null && realChanges(draft).length > 0) useCorrection.setState({ asking: 'discard' });
  else stopCorrecting();
}

export function stopCorrecting(): void {
  useCorrection.setState({ draft: null, asking: null });
  focusTranscript();
}

export async function saveCorrection(reason: string): Promise<void> {
  const { draft } = useCorrection.getState();
  if (draft === null) return;
  const { transcriptId, versionId } = draft;
  const saved = await api.corrections.save({
    transcriptId,
    versionId,
    changes: realChanges(draft).map((change) => ({ ...change })),
    reason,
  });
  stopCorrecting();
  notify(describeSaved(saved), { undo: true });
  if (saved.changed + saved.lost > 0) useCorrectionsUi.setState({ isListOpen: true });
}

/** Asks for the corrected file of the transcript that is open, and shows what taking it over would do. */
async function chooseCorrectedFile(): Promise<void> {
  const { open } = useCoding.getState();
  if (open === null) return;
  const { id: transcriptId, title } = open.transcript;
  const [chosen] = await chooseFiles(TRANSCRIPT_FILES, false);
  if (chosen === undefined) return;
  const file = await host.offerFile(chosen);
  const outcome = await api.corrections.previewFile({ transcriptId, file });
  if (outcome.same) {
    notify(`“${chosen.name}” says exactly what “${title}” says already.`);
    return;
  }
  useCorrectionsUi.setState({
    isListOpen: false,
    corrected: { transcriptId, title, file, fileName: chosen.name, outcome },
  });
}

export async function takeOverCorrected(
  { transcriptId, file }: CorrectedFile,
  reason: string,
): Promise<void> {
  const saved = await api.corrections.saveFile({ transcriptId, file, reason });
  useCorrectionsUi.setState({ corrected: null });
  notify(describeSaved(saved), { undo: true });
  if (saved.changed + saved.lost > 0) useCorrectionsUi.setState({ isListOpen: true });
}

export function describeSaved({
  kept,
  changed,
  lost,
}: {
  kept: number;
  changed: number;
  lost: number;
}): string {
  const parts = [`${kept} ${kept === 1 ? 'coding keeps its words' : 'codings keep their words'}`];
  if (changed > 0) parts.push(`${changed} changed`);
  if (lost > 0) parts.push(`${lost} lost and waiting for you`);
  return `New version saved: ${parts.join(', ')}`;
}

/** Goes to where the surroundings of a lost coding are now, and asks for the passage. */
export function startPlacing(touched: TouchedCoding): void {
  const { codingId, codeName, before, transcriptId, position } = touched;
  const place = ({ start, end }: TextRange) => api.corrections.place({ codingId, start, end });
  askForPlace({ name: codeName, words: before.words, place }, transcriptId, position);
}

export function askForPlace(placing: Placing, transcriptId: TranscriptId, position: number): void {
  useCorrectionsUi.setState({ isListOpen: false, placing });
  navigate({ screen: 'coding', transcriptId, position });
}

export async function placeHere(): Promise<void> {
  const { placing } = useCorrectionsUi.getState();
  const { open, range } = useCoding.getState();
  if (placing === null || open === null) return;
  const { start, end } = trimRange(open.transcript.text, range);
  if (start === end) {
    notify('Select the passage first: drag over it, or press S for the sentence.');
    return;
  }
  await placing.place({ transcriptId: open.transcript.id, start, end });
  useCorrectionsUi.setState({ placing: null });
  notify(`Placed “${placing.name}”`, { undo: true });
  currentView()?.focus();
}

export const correctionsActions: readonly Action[] = [
  {
    id: 'corrections.edit',
    label: 'Correct the text of this transcript',
    group: 'Coding',
    shortcut: '$mod+e',
    keywords: 'edit typo change text mode',
    enabled: () => isCoding() && !isCorrecting(),
    run: startCorrecting,
  },
  {
    id: 'corrections.save',
    label: 'Save the corrected text…',
    group: 'Coding',
    enabled: hasEdits,
    run: () => useCorrection.setState({ asking: 'save' }),
  },
  {
    id: 'corrections.cancel',
    label: 'Stop correcting without saving',
    group: 'Coding',
    enabled: isCorrecting,
    run: cancel,
  },
  {
    id: 'corrections.file',
    label: 'Take over a corrected file of this transcript…',
    group: 'Coding',
    keywords: 'import again replace text version',
    enabled: () => isCoding() && !isCorrecting(),
    run: chooseCorrectedFile,
  },
  {
    id: 'corrections.list',
    label: 'Versions and corrections of this transcript…',
    group: 'Coding',
    keywords: 'history compare lost codings review',
    enabled: isCoding,
    run: () => useCorrectionsUi.setState({ isListOpen: true }),
  },
  {
    id: 'corrections.place',
    label: 'Place the lost coding on the selection',
    group: 'Coding',
    shortcut: '$mod+Enter',
    enabled: () => isCoding() && useCorrectionsUi.getState().placing !== null,
    run: placeHere,
  },
];
