import type { Preferences } from '#shared/settings/settings-contract.ts';
import type { Action } from '../actions/action.ts';
import { changePreferences, usePreferences } from './preferences-store.ts';

const SMALLEST = 12;
const LARGEST = 32;

const themes: readonly (readonly [Preferences['theme'], string])[] = [
  ['system', 'Look: as the system'],
  ['light', 'Look: light'],
  ['dark', 'Look: dark'],
  ['contrast', 'Look: high contrast'],
];

export const settingsActions: readonly Action[] = [
  ...themes.map(([theme, label]) => ({
    id: `settings.theme-${theme}`,
    label,
    group: 'Look',
    keywords: 'theme colours night',
    run: () => changePreferences({ theme }),
  })),
  {
    id: 'settings.text-larger',
    label: 'Larger text',
    group: 'Look',
    shortcut: '$mod+Shift+.',
    keywords: 'font size',
    enabled: () => usePreferences.getState().textSize < LARGEST,
    run: () => changePreferences({ textSize: usePreferences.getState().textSize + 1 }),
  },
  {
    id: 'settings.text-smaller',
    label: 'Smaller text',
    group: 'Look',
    shortcut: '$mod+Shift+,',
    keywords: 'font size',
    enabled: () => usePreferences.getState().textSize > SMALLEST,
    run: () => changePreferences({ textSize: usePreferences.getState().textSize - 1 }),
  },
  {
    id: 'settings.text-face',
    label: 'Transcripts: serif or sans',
    group: 'Look',
    keywords: 'font face typeface',
    run: () =>
      changePreferences({ textFace: usePreferences.getState().textFace === 'serif' ? 'sans' : 'serif' }),
  },
];
