import { AppError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { overlaps, quotation, trimRange, type TextRange } from '#shared/text/text-range.ts';
import { countWords } from '#shared/text/words.ts';
import { api } from '../api/api.ts';
import { settle } from '../app/navigation.ts';
import { codebookNow, rememberCode } from '../codebook/codebook-store.ts';
import { notify } from '../ui/toasts-store.ts';
import { NO_FILTER } from './coding-filter.ts';
import { announce, isOwn, selectedCoding, useCoding, type OpenTranscript } from './coding-store.ts';
import { inOrder } from './in-order.ts';
import { nextCoding, codingsHere } from './codings-here.ts';
import { currentView } from './current-view.ts';
import { addCodings, withCodings, withoutCodings } from './load-transcript.ts';
import { stepEdge, type EdgeStep } from './selection-steps.ts';
import { showFirst } from './show-first.ts';
import { unitAt } from './unit-steps.ts';
import { passing, shownCodings, type ShownCoding } from './shown-codings.ts';

const LONGEST_IN_VIVO_NAME = 60;

export function shownNow(): readonly ShownCoding[] {
  return shownCodings({ ...useCoding.getState(), codes: codebookNow().byId });
}

/** What a code would be applied to: the selection, or else the passage of the selected coding, or the unit at the caret. Null when there is none. */
export function passageToCode(): (TextRange & { readonly open: OpenTranscript }) | null {
  const state = useCoding.getState();
  const { open, range } = state;
  if (open === null) return null;
  const trimmed = trimRange(open.transcript.text, range);
  if (trimmed.start < trimmed.end) return { ...trimmed, open };
  const selected = selectedCoding(state);
  const passage = selected ?? unitAt(open.units?.units ?? [], range.start);
  return passage === undefined ? null : { start: passage.start, end: passage.end, open };
}

export function applyCode(codeId: CodeId): Promise<void> {
  // What is selected now is meant, whatever is selected by the time that earlier work is done.
  const passage = passageToCode();
  return inOrder(() => applyNow(codeId, passage));
}

async function applyNow(codeId: CodeId, passage: ReturnType<typeof passageToCode>): Promise<void> {
  if (passage === null) {
    notify('Select the passage first: drag over it, or press S for the sentence.');
    return;
  }
  const { open, start, end } = passage;
  rememberCode(codeId);
  const color = codebookNow().byId.get(codeId)?.color;
  const view = currentView();
  if (color !== undefined) view?.foretell({ start, end, codeId, color });
  try {
    const made = await api.coding.apply({
      versionId: open.transcript.versionId,
      start,
      end,
      codeIds: [codeId],
    });
    await showMade(made, open);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'coding-exists') throw error;
    const { title } = errorSentence(error.toWire());
    notify(title);
    announce(title);
  } finally {
    view?.foretell(null);
  }
}

async function showMade(made: readonly Coding[], { transcript }: OpenTranscript): Promise<void> {
  const [first] = made;
  if (first === undefined) return;
  await showFirst((state) => {
    const { shownLayers, onlyCode } = state;
    const next = {
      codings: withCodings(state.codings, made),
      selected: first.id,
      shownLayers: shownLayers.has(first.layerId) ? shownLayers : new Set([...shownLayers, first.layerId]),
      onlyCode: onlyCode === first.codeId ? onlyCode : null,
    };
    // What was just coded is never hidden.
    const isShown = passing({ ...state, ...next, codes: codebookNow().byId })(first);
    return isShown ? next : { ...next, onlyCode: null, filter: NO_FILTER };
  });
  const words = countWords(quotation(transcript.text, first));
  const here = shownNow().filter((coding) => overlaps(coding, first)).length;
  announce(
    `Coded ${words} ${words === 1 ? 'word' : 'words'} as ${nameOf(first.codeId)}; ${here} ${here === 1 ? 'coding' : 'codings'} here`,
  );
}

/** Makes a code that is called by the very words that are selected, and applies it to them. */
export function codeInVivo(): Promise<void> {
  const passage = passageToCode();
  return inOrder(() => codeInVivoNow(passage));
}

async function codeInVivoNow(passage: ReturnType<typeof passageToCode>): Promise<void> {
  if (passage === null) {
    notify('Select the words first: they become the name of the code.');
    return;
  }
  const words = quotation(passage.open.transcript.text, passage).replaceAll(/\s+/g, ' ');
  const name = shorten(words, LONGEST_IN_VIVO_NAME);
  const existing = codebookNow().codes.find((code) => code.parentId === null && code.name === name);
  await applyNow(existing?.id ?? (await api.codebook.create({ parentId: null, name })), passage);
}

export function selectCoding(id: CodingId | null): void {
  const { open, codings } = useCoding.getState();
  const coding = id === null ? undefined : codings.get(id);
  useCoding.setState({ selected: coding?.id ?? null });
  if (open === null) return;
  const { id: transcriptId } = open.transcript;
  settle({ screen: 'coding', transcriptId, ...(coding === undefined ? {} : { codingId: coding.id }) });
  if (coding !== undefined) announce(describe(coding));
}

function describe(coding: Coding): string {
  const { layers, open } = useCoding.getState();
  const coder = isOwn({ layers }, coding)
    ? ''
    : `, by ${layers.find(({ id }) => id === coding.layerId)?.name ?? '?'}`;
  const quoted = shorten(quotation(open?.transcript.text ?? '', coding), 60);
  return `${nameOf(coding.codeId)}${coder}: “${quoted}”`;
}

/** Selects the next of the codings under the caret. False when there is none. */
export function selectNextHere(): boolean {
  const { range, selected } = useCoding.getState();
  const next = nextCoding(codingsHere(shownNow(), range), selected);
  if (next === undefined) return false;
  selectCoding(next.id);
  return true;
}

let lastClick = -1;

/** A click selects the shortest coding under it; another click on the same place selects the next one. */
export function clickText(position: number): void {
  const { selected } = useCoding.getState();
  const here = codingsHere(shownNow(), { start: position, end: position });
  const again = position === lastClick && here.some(({ id }) => id === selected);
  lastClick = position;
  const next = again ? nextCoding(here, selected) : here[0];
  if ((next?.id ?? null) !== selected) selectCoding(next?.id ?? null);
}

export function removeSelected(): Promise<void> {
  return inOrder(removeNow);
}

async function removeNow(): Promise<void> {
  const coding = selectedCoding(useCoding.getState());
  if (coding === null) {
    notify('Select a coding first: Tab goes through those under the caret.');
    return;
  }
  await api.coding.remove({ ids: [coding.id] });
  await showFirst(({ codings }) => ({ selected: null, codings: withoutCodings(codings, [coding.id]) }));
  notify(`Removed “${nameOf(coding.codeId)}”`, { undo: true });
  announce(`Removed ${describe(coding)}`);
}

/** Marks a pole of the selected coding; the pole that is marked already is unmarked. */
export function markPole(weight: -1 | 1): Promise<void> {
  return inOrder(() => markNow(weight));
}

async function markNow(weight: -1 | 1): Promise<void> {
  const coding = selectedCoding(useCoding.getState());
  const code = coding === null ? undefined : codebookNow().byId.get(coding.codeId);
  if (coding === null || code === undefined) return;
  if (code.poleLow === null) {
    notify(`“${code.name}” has no poles. They are set in the codebook.`);
    return;
  }
  const next = coding.weight === weight ? null : weight;
  await api.coding.change({ id: coding.id, weight: next });
  addCodings([{ ...coding, weight: next }]);
  announce(next === null ? 'No pole' : ((next < 0 ? code.poleLow : code.poleHigh) ?? ''));
}

/** Moves an edge by a word: of the selected coding, or of what is selected in the text when that is something else. */
export function moveEdge(step: EdgeStep): Promise<void> {
  return inOrder(() => moveEdgeNow(step));
}

async function moveEdgeNow(step: EdgeStep): Promise<void> {
  const state = useCoding.getState();
  const { open, range } = state;
  if (open === null) return;
  const coding = selectedCoding(state);
  const isSelection = range.start < range.end;
  const isOther =
    coding === null || (isSelection && (range.start !== coding.start || range.end !== coding.end));
  const from = isOther ? range : coding;
  if (from.start === from.end) return;
  const next = stepEdge(open.transcript.text, open.blocks, from, step);
  if (next.start === from.start && next.end === from.end) return;
  if (isOther) {
    currentView()?.select(next);
    return;
  }
  await api.coding.moveEdges({ id: coding.id, ...next });
  addCodings([{ ...coding, ...next }]);
  if (isSelection) currentView()?.select(next);
  announce(shorten(quotation(open.transcript.text, next), 60));
}

function nameOf(codeId: CodeId): string {
  return codebookNow().byId.get(codeId)?.name ?? 'a code';
}
