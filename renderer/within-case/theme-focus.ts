import { flushSync } from 'react-dom';
import type { CodingId } from '#shared/ids.ts';
import { useWithinCase } from './within-case-store.ts';

export function fragmentElement(id: CodingId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.case-fragment[data-coding="${id}"]`);
}

/** Where the row of the fragment is out of sight, it comes in. */
export function showInSheet(id: CodingId): void {
  requestAnimationFrame(() => fragmentElement(id)?.scrollIntoView({ block: 'nearest' }));
}

/** From the summary of a theme to the words behind it: it is opened where it is not. */
export function focusFragmentsOf(theme: string): void {
  flushSync(() => useWithinCase.setState({ theme }));
  document.querySelector<HTMLElement>('.case-fragment[tabindex="0"]')?.focus();
}

/** Back to what is being written; to the name of the theme where nothing can be. */
export function focusTheme(theme: string): void {
  const row = document.querySelector<HTMLElement>(`[data-theme-key="${theme}"]`);
  (row?.querySelector<HTMLElement>('.growing-field') ?? row?.querySelector('button'))?.focus();
}

export function focusTranscript(): void {
  document.querySelector<HTMLElement>('.case-text .transcript-text')?.focus();
}

/** From the transcript back to the fragment that was shown, or else to the theme that is open. */
export function focusSheet(): void {
  const { target, theme } = useWithinCase.getState();
  const fragment = target === null || target.codingId === null ? null : fragmentElement(target.codingId);
  if (fragment !== null) fragment.focus();
  else if (theme !== null) focusTheme(theme);
  else document.querySelector<HTMLElement>('.theme-toggle')?.focus();
}
