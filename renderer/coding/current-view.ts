import type { TranscriptView } from './editor/transcript-view.ts';

let view: TranscriptView | null = null;

/** The transcript that is on screen, for the actions that move its caret. */
export function currentView(): TranscriptView | null {
  return view;
}

export function setCurrentView(next: TranscriptView | null): void {
  view = next;
}
