import { evaluateQuery, type Mark } from '#shared/retrieval/evaluate-query.ts';
import type { FragmentQuery, Grouping } from '#shared/retrieval/fragment-query.ts';
import type { CrossedCounts, FragmentGroup } from '#shared/retrieval/retrieval-contract.ts';
import type { VersionId } from '#shared/ids.ts';
import { sectionsOfVersion, turnsOfVersion, type CodedVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { crossGroups } from './cross-groups.ts';
import { countCases, countGroups, groupKeys } from './group-fragments.ts';
import { listMarks, newestVersions } from './retrieval-sql.ts';
import { resolveQuery, type QueryScope } from './resolve-query.ts';

export type FoundVersion = Omit<CodedVersion, 'codings'>;

export interface FoundMark extends Mark {
  readonly version: FoundVersion;
}

export interface QueryResult {
  /** In the order of groups, then of cases and text. */
  readonly found: readonly FoundMark[];
  readonly groups: readonly FragmentGroup[];
  readonly crossed: CrossedCounts | null;
  readonly cases: number;
  readonly casesInScope: number;
  readonly removed: readonly string[];
}

export function runQuery(
  db: ReadableDb,
  query: FragmentQuery,
  groupBy: Grouping,
  crossBy: Grouping = { by: 'none' },
): QueryResult {
  const scope = resolveQuery(db, query);
  const found = findMarks(db, scope);
  const keys = groupKeys(db, scope, query, groupBy);
  const places = new Map(keys.groups.map(({ key }, index) => [key, index]));
  const groups = countGroups(keys, found);
  const placeOf = (mark: FoundMark): number => places.get(keys.keyOf(mark)) ?? keys.groups.length;
  return {
    // Sorting is stable: within a group the order of cases and text stays.
    found: groupBy.by === 'none' ? found : found.toSorted((a, b) => placeOf(a) - placeOf(b)),
    groups,
    crossed:
      crossBy.by === 'none'
        ? null
        : crossGroups({ keys, groups }, groupKeys(db, scope, query, crossBy), found),
    cases: countCases(found),
    casesInScope: scope.cases.length,
    removed: scope.removed,
  };
}

function findMarks(db: ReadableDb, scope: QueryScope): FoundMark[] {
  const inScope = new Set(scope.cases.map(({ id }) => id));
  const marks = marksByVersion(db, scope);
  const found: FoundMark[] = [];
  for (const version of newestVersions(db)) {
    const { versionId, participantId } = version;
    const isIn = participantId === null ? scope.withoutCase : inScope.has(participantId);
    const ofVersion = marks.get(versionId);
    if (!isIn || ofVersion === undefined) continue;
    const coded = { marks: ofVersion, ...placesOf(db, versionId, scope) };
    const answers = evaluateQuery(coded, scope.resolved);
    for (const { id, codeId, layerId, start, end, weight } of answers) {
      found.push({ id, codeId, layerId, start, end, weight, version });
    }
  }
  return found;
}

function marksByVersion(db: ReadableDb, { codeIds, layerIds }: QueryScope): ReadonlyMap<VersionId, Mark[]> {
  const marks = new Map<VersionId, Mark[]>();
  for (const [id, versionId, codeId, layerId, start, end, weight] of listMarks(db, codeIds, layerIds)) {
    const mark = { id, codeId, layerId, start, end, weight };
    const ofVersion = marks.get(versionId);
    if (ofVersion === undefined) marks.set(versionId, [mark]);
    else ofVersion.push(mark);
  }
  return marks;
}

/** Turns and sections, as far as the question is about them. */
function placesOf(db: ReadableDb, versionId: VersionId, { resolved }: QueryScope) {
  const asksTurns =
    resolved.speakers.size > 0 ||
    resolved.roles.size > 0 ||
    resolved.relations.some(({ distance }) => distance.by === 'turn');
  return {
    turns: asksTurns ? turnsOfVersion(db, versionId) : [],
    sections: resolved.sections.size > 0 ? sectionsOfVersion(db, versionId) : [],
  };
}
