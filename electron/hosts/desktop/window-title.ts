import type { Client } from '#shared/contract/api.ts';

export type CurrentProject = Awaited<ReturnType<Client['project']['current']>>;

/** What the window is called while a project is open. */
export function windowTitle(current: CurrentProject): string {
  return current === null ? 'Crosscase' : `${current.title} – Crosscase`;
}
