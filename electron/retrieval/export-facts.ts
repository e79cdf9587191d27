import { must } from '#shared/assert.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { describeQuery, type QueryNames } from '#shared/retrieval/describe-query.ts';
import { describeContext } from '#shared/retrieval/fragment-context.ts';
import type { ExportFacts } from '#shared/retrieval/fragment-export.ts';
import { VERSION } from '#shared/version.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { listLayers } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes } from '#electron/participants/participants-sql.ts';
import { findProject, listCoders } from '#electron/project/project-sql.ts';
import type { FragmentsExport } from './export-fragments.ts';
import type { QueryResult } from './run-query.ts';

export function exportFacts(
  db: ReadableDb,
  result: QueryResult,
  { query, context, coderId, exportedAt }: FragmentsExport,
): ExportFacts {
  const project = must(findProject(db), 'an open project has a row that describes it');
  return {
    title: `Fragments of ${project.title}`,
    studyTitle: project.title,
    question: describeQuery(query, namesNow(db)),
    context: describeContext(context),
    exportedAt,
    coderName: listCoders(db).find(({ id }) => id === coderId)?.name ?? null,
    version: VERSION,
    total: result.found.length,
    cases: result.cases,
    casesInScope: result.casesInScope,
    groups: result.groups,
    crossed: result.crossed,
    removed: result.removed,
  };
}

function namesNow(db: ReadableDb): QueryNames {
  const paths = codePaths(listCodes(db));
  const attributes = new Map<number, string>(listAttributes(db).map(({ id, name }) => [id, name]));
  const coders = new Map<number, string>(listLayers(db, null).map(({ id, name }) => [id, name]));
  return {
    code: (id) => paths.get(id),
    attribute: (id) => attributes.get(id),
    coder: (id) => coders.get(id),
  };
}
