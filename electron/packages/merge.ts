import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MergeReport } from '#shared/packages/merge-report.ts';
import type { packagesContract } from '#shared/packages/packages-contract.ts';
import { shadowedTables } from '#electron/coding/blind-views-sql.ts';
import type { MutationContext, PrepareContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { findProject, listCoders } from '#electron/project/project-sql.ts';
import { readBlind } from '#electron/project/team-sql.ts';
import { applyMerge } from './apply-merge.ts';
import { codesBefore, itemsOf, mappingChoices, mergedTables } from './describe-merge.ts';
import { insertEvent } from './kept-sql.ts';
import { openSource, type MergeSource } from './open-source.ts';
import type { MergePlan } from './merge-plan.ts';
import { planMerge } from './plan-merge.ts';
import { readShapes } from './table-shapes.ts';

type Request = InputOf<(typeof packagesContract)['merge']>;

/** Throws what `openSource` throws, and `package-other-study` for a package that was not made from this study. */
export async function openForMerging(
  { files, deps }: Pick<PrepareContext, 'files' | 'deps'>,
  ours: ReadableDb,
  { file, passphrase }: Request,
): Promise<MergeSource> {
  const source = await openSource(files.resolve(file), passphrase, {
    scratch: deps.paths.scratch,
    migrations: readMigrations(deps.paths.migrations),
    ours,
  });
  if (source.fingerprint !== null && !isSameStudy(ours, source)) {
    source.close();
    throw new AppError('package-other-study', { name: source.name, title: source.studyTitle });
  }
  return source;
}

function isSameStudy(ours: ReadableDb, source: MergeSource): boolean {
  const project = findProject(ours);
  return source.studyUids.some((uid) => uid === project?.uid || uid === project?.origin_uid);
}

export function previewMerge(ours: ReadableDb, source: MergeSource, request: Request): MergeReport {
  return report(ours, source, request, plan(ours, source, request));
}

/** In the mutation that calls it: one transaction, one step of undo. */
export function doMerge(
  context: MutationContext,
  source: MergeSource,
  request: Pick<Request, 'same'>,
): MergeReport {
  const { db } = context;
  const planned = plan(db, source, request);
  const told = report(db, source, request, planned);
  context.label(`Merge “${source.name}”`);
  if (!told.changes) return told;
  applyMerge(context, planned, source.madeBy === '' ? source.name : source.madeBy);
  insertEvent(db, context.newUid(), {
    at: context.now(),
    coderName: listCoders(db).find(({ id }) => id === context.coderId)?.name ?? '',
    sourceName: source.name,
    studyTitle: source.studyTitle,
    madeBy: source.madeBy,
    counts: JSON.stringify(mergedTables(planned, source.withdrawn)),
  });
  return told;
}

function plan(ours: ReadableDb, source: MergeSource, { same }: Pick<Request, 'same'>): MergePlan {
  return planMerge({
    ours,
    theirs: source.db,
    shapes: readShapes(ours),
    same: new Map(Object.entries(same)),
    fromName: source.madeBy,
  });
}

function report(
  ours: ReadableDb,
  source: MergeSource,
  { same }: Pick<Request, 'same'>,
  planned: MergePlan,
): MergeReport {
  const blind = readBlind(ours);
  const isHidden = (table: string): boolean => blind && shadowedTables.includes(table);
  const { name, studyTitle, madeBy, fingerprint } = source;
  return {
    source: { name, studyTitle, madeBy, fingerprint, sameStudy: isSameStudy(ours, source) },
    tables: mergedTables(planned, source.withdrawn).filter(({ table }) => !isHidden(table)),
    ...itemsOf(planned, isHidden),
    choices: mappingChoices(planned, new Map(Object.entries(same))),
    ourCodes: codesBefore(planned),
    withdrawnThere: source.withdrawnThere,
    unseen: blind,
    changes: planned.rows.some(({ shape, outcome, alias, known }) =>
      outcome !== 'same' && outcome !== 'older' && outcome !== 'kept'
        ? true
        : shape.rule.part !== 'merging' &&
          (isNewAlias(planned, alias) || known.some((state) => isNewState(planned, shape.table, state))),
    ),
  };
}

function isNewAlias({ ours }: MergePlan, alias: MergePlan['rows'][number]['alias']): boolean {
  return alias !== null && !ours.rows('merge_alias').some((row) => row['uid'] === alias.uid);
}

function isNewState({ ours }: MergePlan, table: string, state: string): boolean {
  return !ours.rows('merge_known').some((row) => row['table_name'] === table && row['state'] === state);
}
