import { AppError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import type { Certainty, Coding } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import { quotation, type TextRange } from '#shared/text/text-range.ts';
import { countWords } from '#shared/text/words.ts';
import { api } from '../api/api.ts';
import { codebookNow, rememberCode } from '../codebook/codebook-store.ts';
import { notify } from '../ui/toasts-store.ts';
import { selectCoding, selectNextHere } from './coding-actions.ts';
import { announce, isOwn, selectedCoding, useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { inOrder } from './in-order.ts';
import { addCodings, dropCodings } from './load-transcript.ts';

/** The own coding that an action is about: the selected one, or else the first under the caret. Null after saying why. */
function ownCoding(): Coding | null {
  if (selectedCoding(useCoding.getState()) === null) selectNextHere();
  const state = useCoding.getState();
  const coding = selectedCoding(state);
  if (coding === null)
    notify('Select a coding first: put the caret in it, Tab goes through those that lie there.');
  else if (!isOwn(state, coding))
    notify('This coding belongs to somebody else. Only own codings can be changed.');
  else return coding;
  return null;
}

/** One after the other, on the coding that is selected by then. A refusal that names its reason is said, not thrown. */
function onOwn(work: (coding: Coding) => Promise<void>): Promise<void> {
  return inOrder(async () => {
    const coding = ownCoding();
    if (coding === null) return;
    try {
      await work(coding);
    } catch (error) {
      if (!(error instanceof AppError) || !QUIET.has(error.code)) throw error;
      const { title, advice } = errorSentence(error.toWire());
      notify(`${title} ${advice}`);
      announce(title);
    }
  });
}

const QUIET = new Set<AppError['code']>(['coding-exists', 'coding-alone', 'split-outside', 'code-exclusive']);

/** Asks for the other code; the answer goes to recodeTo or copyTo. */
export function askForCode(why: 'recode' | 'copy'): Promise<void> {
  return onOwn((coding) => {
    useCoding.setState({ picking: { for: why, id: coding.id } });
    return Promise.resolve();
  });
}

export function recodeTo(id: CodingId, codeId: CodeId): Promise<void> {
  return inOrder(async () => {
    rememberCode(codeId);
    const { codings, together } = await api.coding.recode({ ids: [id], codeId });
    if (!codings.some((coding) => coding.id === id)) dropCodings([id]);
    addCodings(codings);
    selectCoding(codings[0]?.id ?? null);
    announce(
      `Recoded to ${nameOf(codeId)}${together > 0 ? '; it is one with the coding that was there' : ''}`,
    );
    if (together > 0)
      notify(`The passage had “${nameOf(codeId)}” already: the two are one now.`, { undo: true });
  });
}

export function copyTo(id: CodingId, codeId: CodeId): Promise<void> {
  return inOrder(async () => {
    rememberCode(codeId);
    const { codings } = await api.coding.copyToCode({ ids: [id], codeId });
    addCodings(codings);
    selectCoding(codings[0]?.id ?? null);
    announce(`Coded as ${nameOf(codeId)} too`);
  });
}

export function mergeAdjacent(): Promise<void> {
  return onOwn(async ({ id }) => {
    const { coding, removed } = await api.coding.mergeAdjacent({ id });
    dropCodings(removed);
    show(coding);
    notify(`Merged ${removed.length + 1} codings of “${nameOf(coding.codeId)}”`, { undo: true });
  });
}

/** At the caret, or where the selection begins. */
export function splitHere(): Promise<void> {
  return onOwn(async ({ id }) => {
    const position = useCoding.getState().range.start;
    const parts = await api.coding.split({ id, position });
    addCodings(parts);
    const second = parts.at(-1);
    if (second !== undefined) show(second);
    notify('Split the coding in two', { undo: true });
  });
}

export function extendTo(to: 'sentence' | 'turn'): Promise<void> {
  return onOwn(async (coding) => {
    const extended = await api.coding.extend({ id: coding.id, to });
    if (extended.start === coding.start && extended.end === coding.end)
      announce(`It is a whole ${to} already`);
    else show(extended);
  });
}

/** An edge was dragged to another place. */
export function moveEdgesTo(id: CodingId, range: TextRange): Promise<void> {
  return inOrder(async () => {
    await api.coding.moveEdges({ id, ...range });
    const coding = useCoding.getState().codings.get(id);
    if (coding !== undefined) show({ ...coding, ...range });
  });
}

export function toggleGoodQuotation(): Promise<void> {
  return onOwn(async (coding) => {
    const goodQuotation = !coding.goodQuotation;
    await api.coding.change({ id: coding.id, goodQuotation });
    addCodings([{ ...coding, goodQuotation }]);
    announce(goodQuotation ? 'A good quotation' : 'No longer a good quotation');
  });
}

/** The one that was said already is taken back. */
export function sayCertainty(said: Certainty): Promise<void> {
  return onOwn(async (coding) => {
    const certainty = coding.certainty === said ? null : said;
    await api.coding.change({ id: coding.id, certainty });
    addCodings([{ ...coding, certainty }]);
    announce(certainty === null ? 'Not said how sure' : (CERTAINTY_NAMES[certainty - 1] ?? ''));
  });
}

export const CERTAINTY_NAMES = ['Unsure', 'Fairly sure', 'Sure'] as const;

function show(coding: Coding): void {
  addCodings([coding]);
  selectCoding(coding.id);
  currentView()?.select({ start: coding.start, end: coding.start });
  const words = countWords(quotation(useCoding.getState().open?.transcript.text ?? '', coding));
  announce(`${nameOf(coding.codeId)}, ${words} ${words === 1 ? 'word' : 'words'}`);
}

function nameOf(codeId: CodeId): string {
  return codebookNow().byId.get(codeId)?.name ?? 'a code';
}
