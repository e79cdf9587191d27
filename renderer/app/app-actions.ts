import { create } from 'zustand';
import type { Action } from '../actions/action.ts';
import { goBack, goForward, goToScreen, useNavigation } from './navigation.ts';
import { screens } from './screen-names.ts';
import { hasProject } from './session-store.ts';

interface OverlayState {
  readonly open: 'palette' | 'keys' | null;
}

/** What lies over the screen: the palette, the list of keys. */
export const useOverlay = create<OverlayState>(() => ({ open: null }));

export function closeOverlay(): void {
  useOverlay.setState({ open: null });
}

export const appActions: readonly Action[] = [
  {
    id: 'app.palette',
    label: 'Find anything',
    group: 'Go',
    shortcut: '$mod+k',
    run: () => useOverlay.setState({ open: 'palette' }),
  },
  {
    id: 'app.keys',
    label: 'Show all keys',
    group: 'Help',
    shortcut: 'Shift+?',
    everywhere: 'F1',
    keywords: 'help shortcuts keyboard',
    run: () => useOverlay.setState({ open: 'keys' }),
  },
  {
    id: 'app.back',
    label: 'Back',
    group: 'Go',
    shortcut: 'Alt+ArrowLeft',
    enabled: () => useNavigation.getState().back.length > 0,
    run: goBack,
  },
  {
    id: 'app.forward',
    label: 'Forward',
    group: 'Go',
    shortcut: 'Alt+ArrowRight',
    enabled: () => useNavigation.getState().forward.length > 0,
    run: goForward,
  },
  ...screens.map(({ name, label }, index) => ({
    id: `app.go-${name}`,
    label: `Go to ${label}`,
    group: 'Go',
    // The ten keys of the top row: the tenth screen has 0, a further one none.
    ...(index < 10 ? { shortcut: `$mod+Alt+${(index + 1) % 10}` } : {}),
    enabled: hasProject,
    run: () => goToScreen(name),
  })),
];
