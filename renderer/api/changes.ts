import type { ChangedEvent, TaskEvent } from '#shared/contract/events.ts';
import { host } from './api.ts';

type Unsubscribe = () => void;

/** Calls back after every change of the project that touches one of the tables. */
export function onChanged(tables: readonly string[], listener: (event: ChangedEvent) => void): Unsubscribe {
  return host.subscribe((event) => {
    if (event.type === 'changed' && event.tables.some((table) => tables.includes(table))) listener(event);
  });
}

export function onAnyChange(listener: (event: ChangedEvent) => void): Unsubscribe {
  return host.subscribe((event) => {
    if (event.type === 'changed') listener(event);
  });
}

/** Calls back when another project is open, or another coder sits here. */
export function onSession(listener: () => void): Unsubscribe {
  return host.subscribe((event) => {
    if (event.type === 'session') listener();
  });
}

export function onTask(listener: (event: TaskEvent) => void): Unsubscribe {
  return host.subscribe((event) => {
    if (event.type === 'task') listener(event);
  });
}
