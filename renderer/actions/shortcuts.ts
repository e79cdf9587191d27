import { tinykeys } from 'tinykeys';
import { allActions, isEnabled, runAction } from './action-registry.ts';

/** Binds the keys of all registered actions. */
export function installShortcuts(target: Window): void {
  const bindings = Object.fromEntries(
    allActions()
      .filter(({ shortcut }) => shortcut !== undefined)
      .map((action) => [
        action.shortcut ?? '',
        (event: KeyboardEvent) => {
          if (event.defaultPrevented || !isEnabled(action)) return;
          if (isPlainKey(event) && isTyping(event.target)) return;
          event.preventDefault();
          runAction(action.id);
        },
      ]),
  );
  // Left to itself, tinykeys is deaf in all editable text, and the transcript has a caret: Ctrl+Z works there too.
  tinykeys(target, bindings, { ignore: (event) => event.isComposing });
}

function isPlainKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], [role="grid"] *'))
  );
}

const isMac = navigator.platform.startsWith('Mac');

/** `$mod+Shift+z` as people read it: `Ctrl+Shift+Z`. */
export function spokenShortcut(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(isMac ? ' ' : '+');
}

const NAMES: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
