import Database from 'better-sqlite3';
import { ReadableDb } from '#electron/database/handles.ts';
import { hasAttributeValues, textsOfDatabase } from './project-text-sql.ts';

export interface ProjectWords {
  readonly text: string;
  /** Whether values of attributes are in it; words of theirs in what people say are none. */
  readonly hasAttributes: boolean;
}

/** All words of a project that travels inside another file, from memory: nothing of it is unpacked to a disk. */
export function projectWords(bytes: Uint8Array): ProjectWords {
  // A database that is read from memory cannot look for a log beside it: this byte says that there is none.
  const content = Buffer.from(bytes);
  content.fill(1, 18, 20);
  const connection = new Database(content, { readonly: true });
  try {
    const db = new ReadableDb(connection);
    return { text: textsOfDatabase(db).join('\n'), hasAttributes: hasAttributeValues(db) };
  } finally {
    connection.close();
  }
}
