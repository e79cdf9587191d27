import type { codebookContract } from '#shared/codebook/codebook-contract.ts';
import { findTemplate, listTemplates } from '#shared/codebook/codebook-templates.ts';
import { freeColor } from '#shared/codebook/code-colors.ts';
import type { ParsedCodebook } from '#shared/codebook/codebook-json.ts';
import { matchCodebook } from '#shared/codebook/match-codebook.ts';
import { AppError } from '#shared/contract/errors.ts';
import { prepared, type HandlersOf, type MutationContext } from '#electron/core/handlers.ts';
import { guidanceHandlers, reorganiseHandlers, versionHandlers } from './code-depth-handlers.ts';
import { changeCode, moveCode } from './change-code.ts';
import { requireCode, requireFreeName } from './code-rules.ts';
import {
  codersOfSubtree,
  codesOverTime,
  countCodes,
  countCodingsOf,
  countSubtree,
  insertCode,
  NO_GUIDANCE,
  listCodes,
  nextPosition,
} from './codebook-sql.ts';
import { listCodebook } from './list-codebook.ts';
import { readCodebookFile } from './read-codebook-file.ts';
import { removeCode } from './remove-code.ts';
import { storeCodebook } from './store-codebook.ts';

export const codebookHandlers: HandlersOf<typeof codebookContract> = {
  list: ({ db, coderId }) => listCodebook(db, coderId),

  countsAfter({ db, coderId }, { codingIds }) {
    const known = codesOverTime(db, codingIds);
    const told = new Set(known.map((entry) => entry.codingId));
    if (codingIds.some((id) => !told.has(id))) return null;
    return countCodingsOf(db, coderId, [...new Set(known.map(({ codeId }) => codeId))]);
  },

  create({ db, label, newUid }, { parentId, name, kind, definition, color, poles }) {
    if (parentId !== null) requireCode(db, parentId);
    const kept = requireFreeName(db, { parentId }, name);
    label(`Add code “${kept}”`);
    const [poleLow, poleHigh] = poles ?? [null, null];
    const code = {
      parentId,
      key: null,
      kind,
      name: kept,
      definition,
      color: color?.toLowerCase() ?? freeColor({ parentId, kind }, listCodes(db)),
      poleLow,
      poleHigh,
      ...NO_GUIDANCE,
    };
    return insertCode(db, newUid(), code, nextPosition(db, parentId));
  },

  change: (context, change) => changeCode(context, change),

  move: (context, { id, parentId, index }) => moveCode(context, id, parentId, index),

  removalPreview({ db }, { id }) {
    requireCode(db, id);
    return { ...countSubtree(db, id), coders: codersOfSubtree(db, id) };
  },

  remove: (context, { id }) => removeCode(context, id),

  templates: () => listTemplates(),

  importTemplate(context, { template }) {
    const codebook = findTemplate(template);
    if (codebook === undefined) throw new AppError('not-found', { what: 'template' });
    context.label(`Start from the template ${codebook.name}`);
    return importCodebook(context, codebook);
  },

  async previewFile({ files, session }, { file }) {
    const { readable } = session.requireProject();
    const codebook = await readCodebookFile(files, file);
    const { name, source } = codebook;
    const codes = codebook.codes.map(({ id: key, ...code }) => ({ key, ...code }));
    return { name, source, codes, already: matchCodebook(listCodes(readable), codebook).size };
  },

  importFile: prepared(
    ({ files }, { file }) => readCodebookFile(files, file),
    (context, codebook) => {
      if (codebook.name !== '') context.label(`Import the codebook ${codebook.name}`);
      return importCodebook(context, codebook);
    },
  ),

  ...guidanceHandlers,
  ...reorganiseHandlers,
  ...versionHandlers,
};

function importCodebook(
  context: MutationContext,
  codebook: ParsedCodebook,
): { readonly added: number; readonly kept: number } {
  const before = countCodes(context.db);
  storeCodebook(context, codebook);
  const added = countCodes(context.db) - before;
  return { added, kept: codebook.codes.length - added };
}
