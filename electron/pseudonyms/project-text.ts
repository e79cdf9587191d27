import Database from 'better-sqlite3';
import { ReadableDb } from '#electron/database/handles.ts';
import { textsOfDatabase } from './project-text-sql.ts';

/** All words of a project that travels inside another file, from memory: nothing of it is unpacked to a disk. */
export function projectText(bytes: Uint8Array): string {
  // A database that is read from memory cannot look for a log beside it: this byte says that there is none.
  const content = Buffer.from(bytes);
  content.fill(1, 18, 20);
  const connection = new Database(content, { readonly: true });
  try {
    return textsOfDatabase(new ReadableDb(connection)).join('\n');
  } finally {
    connection.close();
  }
}
