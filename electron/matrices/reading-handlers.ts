import { PLAIN_READING } from '#shared/matrices/matrix-reading.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { requireMatrix } from './read-matrix.ts';

/** What somebody pinned, shades and looks for in a matrix is of this machine and of who sits at it, like a reading place. */
export const readingHandlers: HandlersOf<Pick<typeof matricesContract, 'reading' | 'rememberReading'>> = {
  reading(services, { id }) {
    const { project, reader } = placeOf(services, id);
    return services.localState.data.matrixReadings[project]?.[reader] ?? PLAIN_READING;
  },

  rememberReading(services, { id, ...reading }) {
    const { project, reader } = placeOf(services, id);
    services.localState.rememberReading(project, reader, reading);
  },
};

function placeOf(
  { session, localState }: Services,
  id: MatrixId,
): { readonly project: string; readonly reader: string } {
  const { uid, readable } = session.requireProject();
  return { project: uid, reader: `${localState.data.coders[uid] ?? ''} ${requireMatrix(readable, id).uid}` };
}
