import { tinykeys } from 'tinykeys';
import type { Action } from './action.ts';
import { allActions, isEnabled, runAction } from './action-registry.ts';

/** Binds the keys of all registered actions. */
export function installShortcuts(target: Window): void {
  const act = (action: Action, event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isEnabled(action)) return;
    event.preventDefault();
    runAction(action.id);
  };
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const action of allActions()) {
    if (action.everywhere !== undefined) bindings[action.everywhere] = (event) => act(action, event);
    if (action.shortcut === undefined) continue;
    bindings[action.shortcut] = (event) => {
      if (!isPlainKey(event) || !isTyping(event.target)) act(action, event);
    };
  }
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
