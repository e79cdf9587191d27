import fs from 'node:fs';
import type { participantsContract } from '#shared/participants/participants-contract.ts';
import { participantTableSheet } from '#shared/participants/participant-table-sheet.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { writeCsvFile } from '#electron/export/csv-archive.ts';
import { writeWorkbook } from '#electron/export/workbook.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { readTable } from './read-table.ts';

/** The table as one sheet, in the order of the screen. It is small: there is nothing to wait for. */
export const exportParticipants: HandlersOf<typeof participantsContract>['export'] = async (
  { session, files, deps },
  { format },
) => {
  const { readable } = session.requireProject();
  const sheet = participantTableSheet(readTable(readable));
  const title = findProject(readable)?.title ?? '';
  const name = `${safeFileName(`${title} participants`, 'Participants')}.${format}`;
  const place = files.reserve(name);
  if (format === 'csv') await writeCsvFile(place.path, sheet, () => {});
  else {
    const facts = {
      title: `${title}: participants`,
      author: session.actor.coderName || 'Crosscase',
      madeAt: deps.now(),
    };
    await writeWorkbook(place.path, facts, [sheet], () => {});
  }
  return { file: place.ref, name, bytes: fs.statSync(place.path).size };
};
