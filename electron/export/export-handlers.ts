import fs from 'node:fs';
import type { exportContract } from '#shared/export/export-contract.ts';
import { exportFileName } from '#shared/export/file-name.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { requireMatrix } from '#electron/matrices/read-matrix.ts';

export const exportHandlers: HandlersOf<typeof exportContract> = {
  async matrix({ session, tasks, files, deps }, { matrixId, format }) {
    const { file, readable } = session.requireProject();
    const matrix = requireMatrix(readable, matrixId);
    const name = exportFileName(matrix.name, format);
    const place = files.reserve(name);
    try {
      const bytes = await tasks.run('exportMatrix', `Export “${matrix.name}”`, {
        projectPath: file.path,
        matrixId,
        coderId: session.actor.coderId,
        exportedAt: deps.now(),
        format,
        file: place.path,
      });
      return { file: place.ref, name, bytes };
    } catch (error) {
      fs.rmSync(place.path, { force: true });
      throw error;
    }
  },
};
