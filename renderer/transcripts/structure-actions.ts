import { create } from 'zustand';
import { shorten } from '#shared/text/graphemes.ts';
import { overlaps, quotation, trimRange, type TextRange } from '#shared/text/text-range.ts';
import type { Span, Turn } from '#shared/transcripts/transcripts-contract.ts';
import type { Action } from '../actions/action.ts';
import { api } from '../api/api.ts';
import { useNavigation } from '../app/navigation.ts';
import { announce, useCoding, type OpenTranscript } from '../coding/coding-store.ts';
import { firstBlockAfter } from '../coding/transcript-blocks.ts';
import { notify } from '../ui/toasts-store.ts';

export type StructureQuestion =
  | { readonly kind: 'exclude'; readonly passage: TextRange }
  | { readonly kind: 'part' | 'question'; readonly turn: Turn };

/** What the structure of the transcript that is open is asked about; null: nothing. */
export const useStructure = create<{ readonly asking: StructureQuestion | null }>(() => ({ asking: null }));

export function stopAsking(): void {
  useStructure.setState({ asking: null });
}

const isCoding = (): boolean =>
  useNavigation.getState().place.screen === 'coding' && useCoding.getState().open !== null;

/** Asks why the selection is left out; where it is left out already, takes it in again. */
export async function excludeHere(): Promise<void> {
  const { open, range } = useCoding.getState();
  if (open === null) return;
  const { text, spans } = open.transcript;
  const here = range.start === range.end ? { start: range.start, end: range.start + 1 } : range;
  const excluded = spans.find((span) => span.kind === 'excluded' && overlaps(span, here));
  if (excluded !== undefined) return includeAgain(excluded);
  const passage = trimRange(text, range);
  if (passage.start === passage.end) {
    notify('Select the passage that is to be left out: drag over it, or press T for the turn.');
    return;
  }
  useStructure.setState({ asking: { kind: 'exclude', passage } });
}

export async function exclude(open: OpenTranscript, passage: TextRange, note: string): Promise<void> {
  const { versionId, text } = open.transcript;
  await api.transcripts.exclude({ versionId, ...passage, note });
  notify('Left out of the analysis', { undo: true });
  announce(`Left out of the analysis: ${shorten(quotation(text, passage), 60)}`);
}

export async function includeAgain(span: Span): Promise<void> {
  await api.transcripts.removeSpan({ id: span.id });
  notify('The passage counts again', { undo: true });
  announce('The passage counts again');
}

export function askForPart(): void {
  askAboutTurn('part');
}

export async function askForQuestion(): Promise<void> {
  const guide = await api.guide.get({});
  if (guide.every(({ questions }) => questions.length === 0))
    notify('The interview guide is empty. Write it on the Transcripts screen, under “Interview guide…”.');
  else askAboutTurn('question');
}

function askAboutTurn(kind: 'part' | 'question'): void {
  const turn = turnHere();
  if (turn === null) notify('Put the caret into a turn first.');
  else useStructure.setState({ asking: { kind, turn } });
}

/** The turn that the caret is in, or the next one: a heading or a remark belongs to what follows it. */
function turnHere(): Turn | null {
  const { open, range } = useCoding.getState();
  if (open === null) return null;
  const from = Math.max(0, firstBlockAfter(open.blocks, range.start));
  const block = open.blocks.slice(from).find(({ kind }) => kind === 'turn');
  return block?.kind === 'turn' ? block.turn : null;
}

export const structureActions: readonly Action[] = [
  {
    id: 'structure.exclude',
    label: 'Leave the selection out of the analysis, or take it in again',
    group: 'Coding',
    keywords: 'exclude include ignore passage',
    enabled: isCoding,
    run: excludeHere,
  },
  {
    id: 'structure.part',
    label: 'A part of the interview begins here…',
    group: 'Coding',
    keywords: 'section heading topic structure',
    enabled: isCoding,
    run: askForPart,
  },
  {
    id: 'structure.question',
    label: 'This turn asks a question of the guide…',
    group: 'Coding',
    keywords: 'interview guide mark',
    enabled: isCoding,
    run: askForQuestion,
  },
];
