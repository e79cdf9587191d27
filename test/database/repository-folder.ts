import path from 'node:path';

/** For processes that a test starts: they cannot import what imports vitest. */
export const REPOSITORY_FOLDER = path.resolve(import.meta.dirname, '../..');
