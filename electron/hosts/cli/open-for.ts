import path from 'node:path';
import type { Client } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';

/** Opens a project, and seats the coder if one is named. Throws `name-unknown` when there is no such coder. */
export async function openFor(api: Client, project: string, coder: string | undefined): Promise<void> {
  await api.project.open({ path: path.resolve(project) });
  if (coder === undefined) return;
  const coders = await api.project.coders({});
  const { id } = named('coder', coder, coders, ({ name }) => name);
  await api.project.chooseCoder({ coderId: id });
}

/** The item that a person means: by its whole name, capitals aside. Throws `name-unknown` with the names there are. */
export function named<Item>(
  what: string,
  name: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Item {
  const fold = (text: string): string => text.trim().normalize('NFC').toLowerCase();
  const found = items.find((item) => fold(nameOf(item)) === fold(name));
  if (found === undefined) throw new AppError('name-unknown', { what, name, known: items.map(nameOf) });
  return found;
}
