import { invariant } from '#shared/assert.ts';
import { reportError } from '../ui/toasts-store.ts';
import type { Action } from './action.ts';

const actions = new Map<string, Action>();

/** Every action has one definition; menus, buttons, keys and the palette are views of it. */
export function registerActions(list: readonly Action[]): void {
  for (const action of list) {
    invariant(!actions.has(action.id), `two actions are called ${action.id}`);
    actions.set(action.id, action);
  }
}

export function allActions(): readonly Action[] {
  return [...actions.values()];
}

export function isEnabled(action: Action): boolean {
  return action.enabled?.() ?? true;
}

/** Runs an action if it is enabled now; what it throws is shown to the person. */
export function runAction(id: string): void {
  const action = actions.get(id);
  if (action === undefined || !isEnabled(action)) return;
  try {
    Promise.resolve(action.run()).catch(reportError);
  } catch (error) {
    reportError(error);
  }
}
