import type { TranscriptView } from './editor/transcript-view.ts';

let view: TranscriptView | null = null;

/** The transcript that is on screen, for the actions that move its caret. */
export function currentView(): TranscriptView | null {
  return view;
}

export function setCurrentView(next: TranscriptView | null): void {
  view = next;
}

/** After a menu has closed, which gives the focus back to its button. */
export function focusTranscript(): void {
  setTimeout(() => view?.focus(), AFTER_MENU_MS);
}

const AFTER_MENU_MS = 80;
