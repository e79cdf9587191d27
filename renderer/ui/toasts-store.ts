import { create } from 'zustand';
import { errorSentence, type ErrorSentence } from '#shared/contract/error-sentences.ts';
import { asAppError } from '../api/use-live.ts';

export interface Toast {
  readonly id: number;
  readonly tone: 'change' | 'error';
  readonly text: string;
  readonly advice: string;
  /** A toast that reports a change offers to take it back. */
  readonly undo: boolean;
}

interface ToastsState {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<ToastsState>(() => ({ toasts: [] }));

const MOST_TOASTS = 3;
const CHANGE_STAYS_MS = 6_000;
let made = 0;

/** Says quietly what was done; `undo` offers to take it back. */
export function notify(text: string, { undo = false }: { readonly undo?: boolean } = {}): void {
  const id = show({ tone: 'change', text, advice: '', undo });
  setTimeout(() => dismissToast(id), CHANGE_STAYS_MS);
}

/** Shows what went wrong, in a sentence with a way out. It stays until it is dismissed. */
export function reportError(error: unknown): void {
  const known = asAppError(error);
  if (known.code === 'cancelled') return;
  const { title, advice } = errorSentence(known.toWire());
  show({ tone: 'error', text: title, advice, undo: false });
}

export function sentenceOf(error: unknown): ErrorSentence {
  return errorSentence(asAppError(error).toWire());
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** What could be taken back is out of reach: an offer that stands would take back something else. */
export function dropUndoOffers(): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ undo }) => !undo) }));
}

function show(toast: Omit<Toast, 'id'>): number {
  const id = (made += 1);
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-MOST_TOASTS) }));
  return id;
}
