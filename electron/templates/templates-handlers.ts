import { matchCodebook } from '#shared/codebook/match-codebook.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId } from '#shared/ids.ts';
import { studyTemplates, type StudyTemplate } from '#shared/templates/study-templates.ts';
import type { TemplatePreview, templatesContract } from '#shared/templates/templates-contract.ts';
import { countCodes, listCodes } from '#electron/codebook/codebook-sql.ts';
import { storeCodebook } from '#electron/codebook/store-codebook.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { columnsOfMatrix } from '#electron/matrices/columns-sql.ts';
import { logColumn, logLeftOut } from '#electron/matrices/draw-matrix.ts';
import { matrixNamed } from '#electron/matrices/matrices-sql.ts';
import { storeMatrix } from '#electron/matrices/store-matrix.ts';
import { attributeNamed } from '#electron/participants/participants-sql.ts';
import { storeParticipantTable } from '#electron/participants/store-participant-table.ts';

type Choice = InputOf<typeof templatesContract.apply>;

export const templatesHandlers: HandlersOf<typeof templatesContract> = {
  list: () =>
    studyTemplates().map(({ id, name, about, source, codebook, attributes, matrices }) => ({
      id,
      name,
      about,
      source,
      codes: codebook.codes.length,
      attributes: attributes.length,
      matrices: matrices.length,
    })),

  preview: ({ session }, { id }) => previewOf(session.requireProject().readable, requireTemplate(id)),

  apply(context, choice) {
    const template = requireTemplate(choice.id);
    context.label(`Start from the template ${template.name}`);
    const before = countCodes(context.db);
    const ids = choice.codes
      ? storeCodebook(context, template.codebook)
      : matchCodebook(listCodes(context.db), template.codebook);
    return {
      codes: countCodes(context.db) - before,
      attributes: storeAttributes(context, template, choice),
      matrices: storeMatrices(context, template, choice, ids),
    };
  },
};

function requireTemplate(id: string): StudyTemplate {
  const template = studyTemplates().find((candidate) => candidate.id === id);
  if (template === undefined) throw new AppError('not-found', { what: 'template' });
  return template;
}

function previewOf(db: ReadableDb, template: StudyTemplate): TemplatePreview {
  const { id, name, about, source, codebook, attributes, guide, matrices } = template;
  return {
    id,
    name,
    about,
    source,
    attributes,
    guide,
    codes: codebook.codes.map(({ id: key, parent, kind, name: code, definition }) => ({
      key,
      parent,
      kind,
      name: code,
      definition,
    })),
    matrices: matrices.map((matrix) => ({
      name: matrix.name,
      decisionRules: matrix.decisionRules,
      columns: matrix.columns.map(({ title }) => title),
    })),
    presentAttributes: attributes
      .map((one) => one.name)
      .filter((one) => attributeNamed(db, one) !== undefined),
    presentMatrices: matrices.map((one) => one.name).filter((one) => matrixNamed(db, one) !== undefined),
    presentCodes: matchCodebook(listCodes(db), codebook).size,
  };
}

/** An attribute that is there keeps its type and its values. */
function storeAttributes(context: MutationContext, { attributes }: StudyTemplate, choice: Choice): number {
  const columns = attributes.filter(
    ({ name }) => choice.attributes.includes(name) && attributeNamed(context.db, name) === undefined,
  );
  return storeParticipantTable(context, { columns, rows: [] }).attributes;
}

function storeMatrices(
  context: MutationContext,
  { matrices }: StudyTemplate,
  choice: Choice,
  ids: ReadonlyMap<string, CodeId>,
): number {
  let made = 0;
  for (const { name, decisionRules, columns, drawnFrom, leftOut } of matrices) {
    if (!choice.matrices.includes(name) || matrixNamed(context.db, name) !== undefined) continue;
    const source = drawnFrom === undefined ? undefined : matrixNamed(context.db, drawnFrom);
    const columnsThere = source === undefined ? [] : columnsOfMatrix(context.db, source);
    const sourcesOf = (titles: readonly string[]) =>
      columnsThere.filter(({ title }) => titles.includes(title)).map(({ id }) => id);
    const known = columns
      .map(({ codes, from, ...column }) => ({
        ...column,
        codeIds: codes.flatMap((key) => ids.get(key) ?? []),
        sourceIds: sourcesOf(from),
      }))
      .filter(({ codeIds }) => codeIds.length > 0);
    if (known.length === 0) continue;
    const { id, columnIds } = storeMatrix(context, {
      name,
      decisionRules,
      layerId: null,
      columns: known.map((column) =>
        column.sourceIds.length === 0 || column.kind !== 'codes' ? column : { ...column, kind: 'cells' },
      ),
    });
    known.forEach(({ sourceIds, reason }, index) => {
      const columnId = columnIds[index];
      if (columnId !== undefined && sourceIds.length > 0) logColumn(context, id, columnId, sourceIds, reason);
    });
    for (const { column, reason } of leftOut) {
      const out = columnsThere.find(({ title }) => title === column);
      if (out !== undefined) logLeftOut(context, id, out.id, reason);
    }
    made += 1;
  }
  return made;
}
