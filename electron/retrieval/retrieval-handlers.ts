import fs from 'node:fs';
import { safeFileName } from '#shared/export/file-name.ts';
import { valueOrder } from '#shared/matrices/value-order.ts';
import type { RetrievalChoices, retrievalContract } from '#shared/retrieval/retrieval-contract.ts';
import type { HandlersOf, QueryContext } from '#electron/core/handlers.ts';
import { listLayers } from '#electron/coding/coding-sql.ts';
import { listAttributes, listValues } from '#electron/participants/participants-sql.ts';
import { readFound } from './read-found.ts';
import { listSpeakers, sectionTitles } from './retrieval-sql.ts';
import { runQuery } from './run-query.ts';
import { changeQuery, removeQuery, savedQueries, saveQuery } from './saved-queries.ts';

export const retrievalHandlers: HandlersOf<typeof retrievalContract> = {
  choices: (context) => choices(context),

  find({ db }, { query, groupBy, crossBy, offset, limit }) {
    const { found, ...answer } = runQuery(db, query, groupBy, crossBy);
    const fragments = readFound(db, found.slice(offset, offset + limit));
    return { ...answer, total: found.length, fragments };
  },

  saved: ({ db }) => savedQueries(db),

  save: (context, { name, definition }) => saveQuery(context, name, definition),

  changeSaved: (context, { id, name, definition }) => changeQuery(context, id, name, definition),

  removeSaved: (context, { id }) => removeQuery(context, id),

  async export({ session, tasks, files, deps }, { name, ...request }) {
    const { file } = session.requireProject();
    const fileName = `${safeFileName(name, 'Fragments')}.${request.format}`;
    const place = files.reserve(fileName);
    try {
      const bytes = await tasks.run('exportFragments', `Export “${fileName}”`, {
        ...request,
        projectPath: file.path,
        coderId: session.actor.coderId,
        exportedAt: deps.now(),
        file: place.path,
      });
      return { file: place.ref, name: fileName, bytes };
    } catch (error) {
      fs.rmSync(place.path, { force: true });
      throw error;
    }
  },
};

function choices({ db, coderId }: QueryContext): RetrievalChoices {
  const values = Map.groupBy(listValues(db), ([, attributeId]) => attributeId);
  return {
    attributes: listAttributes(db).map(({ id, name, type }) => ({
      id,
      name,
      type,
      values: [...new Set((values.get(id) ?? []).map(([, , value]) => value.trim()))].toSorted(
        valueOrder(type),
      ),
    })),
    sections: sectionTitles(db),
    speakers: listSpeakers(db),
    layers: listLayers(db, coderId),
  };
}
