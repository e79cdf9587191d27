import type {
  guidanceMethods,
  reorganiseMethods,
  versionMethods,
} from '#shared/codebook/code-depth-contract.ts';
import { must } from '#shared/assert.ts';
import { saturation } from '#shared/codebook/saturation.ts';
import { AppError } from '#shared/contract/errors.ts';
import { quotation } from '#shared/text/text-range.ts';
import { readVersionText } from '#electron/coding/version-text.ts';
import { requireOwn } from '#electron/coding/own-codings.ts';
import { prepared, type HandlersOf, type MutationContext } from '#electron/core/handlers.ts';
import type { CodeId, CodingId } from '#shared/ids.ts';
import type { ExampleKind } from '#shared/codebook/code-depth-contract.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { recolour, sortSiblings } from './arrange-codes.ts';
import { applyDrafts, CodeDrafts } from './code-drafts.ts';
import { deleteExample, findExample, insertExample, listDomains, uidOfCoding } from './code-guidance-sql.ts';
import { requireCode } from './code-rules.ts';
import { compareVersions, freezeCodebook } from './codebook-versions.ts';
import { sourceOf, withWords } from './codings-to-review.ts';
import { conflictsWithin } from './domain-conflicts.ts';
import { removeDomain, saveDomain } from './exclusive-domains.ts';
import { exportCodebook } from './export-codebook.ts';
import { mergeCodes, previewMerge } from './merge-codes.ts';
import {
  codingPlace,
  codingsToSort,
  countKept,
  countOutdated,
  outdatedCodings,
  saveReview,
  splitTargets,
} from './reorganise-sql.ts';
import { setSplitTargets, sortFragment } from './split-code.ts';
import { firstUses, listVersions, wordingChanges } from './versions-sql.ts';

export const guidanceHandlers: HandlersOf<typeof guidanceMethods> = {
  addExample: (context, { codeId, codingId, kind }) => addExample(context, codeId, codingId, kind),

  removeExample({ db, label }, { id }) {
    const example = findExample(db, id);
    if (example === undefined) throw new AppError('not-found', { what: 'example' });
    label(`Take the ${example.kind} away from “${requireCode(db, example.codeId).name}”`);
    deleteExample(db, id);
  },

  domains: ({ db }) => listDomains(db),
  domainConflicts: ({ db, coderId }, { codeIds }) => conflictsWithin(db, coderId, codeIds),
  saveDomain: (context, domain) => saveDomain(context, domain),
  removeDomain: (context, { id }) => removeDomain(context, id),

  keepDraft({ session, deps }, { id, field, text }) {
    new CodeDrafts(deps.paths.config, session.requireProject().uid).keep(id, field, text);
  },

  restoreDrafts: prepared(
    ({ deps, db }) => {
      const { uid } = must(findProject(db), 'an open project has a row that describes it');
      const drafts = new CodeDrafts(deps.paths.config, uid);
      return Promise.resolve({ drafts, kept: drafts.read() });
    },
    (context, { drafts, kept }) => {
      if (kept.length === 0) return [];
      const names = applyDrafts(context, kept);
      drafts.clear();
      return names;
    },
  ),
};

/** The words stay with the code, also when the coding is removed. */
function addExample(
  { db, label }: MutationContext,
  codeId: CodeId,
  codingId: CodingId,
  kind: ExampleKind,
): void {
  const code = requireCode(db, codeId);
  const place = codingPlace(db, codingId);
  if (place === undefined) throw new AppError('not-found', { what: 'coding' });
  label(`Show ${kind === 'example' ? 'an example' : 'a near miss'} of “${code.name}”`);
  insertExample(db, {
    codeId,
    kind,
    codingUid: uidOfCoding(db, codingId) ?? null,
    quotation: quotation(readVersionText(db, place.versionId) ?? '', place),
    source: sourceOf(place),
  });
}

export const reorganiseHandlers: HandlersOf<typeof reorganiseMethods> = {
  mergePreview: ({ db, coderId }, { id, into }) => previewMerge(db, coderId, id, into),
  merge: (context, codes) => mergeCodes(context, codes),

  split({ db, coderId }, { id }) {
    requireCode(db, id);
    if (coderId === null) throw new AppError('no-coder', {});
    return {
      targets: splitTargets(db, id),
      left: withWords(db, codingsToSort(db, id, coderId)),
      kept: countKept(db, id, coderId),
    };
  },
  setSplitTargets: (context, { id, targets }) => setSplitTargets(context, id, targets),
  sortFragment: (context, { codingId, into }) => sortFragment(context, codingId, into),

  sortSiblings: (context, { parentId, by }) => sortSiblings(context, parentId, by),
  recolour: (context) => recolour(context),
};

/** What one list shows at a time; the total is counted apart. */
const MOST_LISTED = 500;

export const versionHandlers: HandlersOf<typeof versionMethods> = {
  versions: ({ db }) => listVersions(db),
  freeze: (context, { name }) => freezeCodebook(context, name),
  compareVersions: ({ db }, { before, after }) => compareVersions(db, before, after),

  outdated({ db, coderId }) {
    if (coderId === null) return { total: 0, codings: [] };
    const codings = withWords(db, outdatedCodings(db, coderId, MOST_LISTED));
    return { total: countOutdated(db, coderId), codings };
  },

  markReexamined(context, { ids }) {
    const coderId = context.requireCoder();
    context.label(`Mark ${ids.length === 1 ? 'a coding' : `${ids.length} codings`} as re-examined`);
    for (const id of ids) {
      requireOwn(context, id);
      saveReview(context.db, uidOfCoding(context.db, id) ?? '', 'definition', coderId, context.now());
    }
  },

  saturation: ({ db }) => saturation(firstUses(db), wordingChanges(db)),
  exportFile: (services, { format }) => exportCodebook(services, format),
};
