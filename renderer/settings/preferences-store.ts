import { create } from 'zustand';
import { defaultPreferences, type Preferences } from '#shared/settings/settings-contract.ts';
import { api } from '../api/api.ts';

export const usePreferences = create<Preferences>(() => defaultPreferences);

/** Reads this machine's preferences and keeps the page's look in step with them. */
export async function followPreferences(): Promise<void> {
  usePreferences.subscribe(applyToPage);
  usePreferences.setState(await api.settings.get({}));
  applyToPage(usePreferences.getState());
}

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  usePreferences.setState(await api.settings.set(change));
}

function applyToPage({ theme, textSize, textFace }: Preferences): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.style.setProperty('--reading-size', `${textSize}px`);
  root.style.setProperty('--reading-face', `var(--face-${textFace === 'serif' ? 'serif' : 'ui'})`);
}
