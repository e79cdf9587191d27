import { must } from '#shared/assert.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export function projectUid(db: ReadableDb): string {
  return must(db.column<string>('SELECT uid FROM project')[0], 'an open project has a row that describes it');
}

export function matrixOfUid(
  db: ReadableDb,
  uid: string,
): { readonly id: MatrixId; readonly name: string } | undefined {
  return db.get('SELECT id, name FROM matrix WHERE uid = ?', uid);
}
