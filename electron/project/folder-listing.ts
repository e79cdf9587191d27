import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { FolderListing } from '#shared/project/project-contract.ts';

export const PROJECT_EXTENSION = '.crosscase';

/** The folders and project files in a folder, in alphabetical order, without hidden ones. */
export function listFolder(folder: string): FolderListing {
  let found: fs.Dirent[];
  try {
    found = fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new AppError('project-folder-missing', { path: folder }, { cause: error });
  }
  const visible = found
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  const entry = (name: string, kind: 'folder' | 'project') => ({ name, path: path.join(folder, name), kind });
  const parent = path.dirname(folder);
  return {
    folder,
    parent: parent === folder ? null : parent,
    entries: [
      ...visible.filter((item) => item.isDirectory()).map(({ name }) => entry(name, 'folder')),
      ...visible
        .filter((item) => item.isFile() && item.name.endsWith(PROJECT_EXTENSION))
        .map(({ name }) => entry(name, 'project')),
    ],
  };
}

/** `folder/name.crosscase`, or `folder/name 2.crosscase` … when that is taken. */
export function freeProjectPath(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = path.join(folder, `${name}${count === 1 ? '' : ` ${count}`}${PROJECT_EXTENSION}`);
    if (!fs.existsSync(candidate)) return candidate;
  }
}
