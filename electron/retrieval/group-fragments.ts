import { codePaths } from '#shared/export/code-paths.ts';
import { inTreeOrder } from '#shared/codebook/code-tree.ts';
import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import { valueOrder } from '#shared/matrices/value-order.ts';
import type { FragmentQuery, Grouping } from '#shared/retrieval/fragment-query.ts';
import type { FragmentGroup } from '#shared/retrieval/retrieval-contract.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { listLayers } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes, listValues } from '#electron/participants/participants-sql.ts';
import type { QueryScope } from './resolve-query.ts';
import type { FoundMark } from './run-query.ts';

type EmptyGroup = Pick<FragmentGroup, 'key' | 'title' | 'casesInScope'>;

/** The groups that there can be, in their order, and which one a fragment belongs to. */
export interface GroupKeys {
  readonly groups: readonly EmptyGroup[];
  keyOf(mark: FoundMark): string;
}

const NO_CASE = 'no case';
const NO_VALUE = 'no value';

export function groupKeys(
  db: ReadableDb,
  scope: QueryScope,
  query: FragmentQuery,
  groupBy: Grouping,
): GroupKeys {
  const all = scope.cases.length;
  switch (groupBy.by) {
    case 'none':
      return { groups: [{ key: '', title: 'All fragments', casesInScope: all }], keyOf: () => '' };
    case 'case':
      return {
        groups: [
          ...scope.cases.map(({ id, code }) => ({ key: String(id), title: code, casesInScope: 1 })),
          { key: NO_CASE, title: 'Transcripts without a case', casesInScope: 0 },
        ],
        keyOf: ({ version }) => String(version.participantId ?? NO_CASE),
      };
    case 'code':
      return { groups: codeGroups(db, scope), keyOf: ({ codeId }) => String(codeId) };
    case 'coder':
      return {
        groups: listLayers(db, null)
          .filter(({ id }) => scope.layerIds.includes(id))
          .map(({ id, name }) => ({ key: String(id), title: name, casesInScope: all })),
        keyOf: ({ layerId }) => String(layerId),
      };
    case 'attribute':
      return attributeGroups(db, scope, groupBy.attributeId);
  }
}

/** The codes that were asked for, with those below them; all of them when none was. */
function codeGroups(db: ReadableDb, { resolved, cases }: QueryScope): EmptyGroup[] {
  const codes = inTreeOrder(listCodes(db));
  const paths = codePaths(codes);
  return codes
    .filter(({ id }) => resolved.codes === null || resolved.codes.some((set) => set.has(id)))
    .map(({ id, name }) => ({
      key: String(id),
      title: paths.get(id) ?? name,
      casesInScope: cases.length,
    }));
}

function attributeGroups(db: ReadableDb, { cases }: QueryScope, attributeId: AttributeId): GroupKeys {
  const attribute = listAttributes(db).find(({ id }) => id === attributeId);
  const values = new Map<ParticipantId, string>(
    listValues(db).flatMap(([id, of, value]) => (of === attributeId ? [[id, value.trim()]] : [])),
  );
  const valueOf = (id: ParticipantId): string => values.get(id) ?? '';
  const counts = new Map<string, number>();
  for (const { id } of cases) counts.set(valueOf(id), (counts.get(valueOf(id)) ?? 0) + 1);
  const order = valueOrder(attribute?.type ?? 'text');
  const groups = [...counts].toSorted(([a], [b]) => order(a, b));
  const keyOfValue = (value: string): string => (value === '' ? NO_VALUE : `= ${value}`);
  return {
    groups: [
      ...groups.map(([value, casesInScope]) => ({
        key: keyOfValue(value),
        title: value === '' ? `${attribute?.name ?? 'Attribute'} not filled in` : value,
        casesInScope,
      })),
      { key: NO_CASE, title: 'Transcripts without a case', casesInScope: 0 },
    ],
    keyOf: ({ version: { participantId } }) =>
      participantId === null ? NO_CASE : keyOfValue(valueOf(participantId)),
  };
}

/** How many cases the fragments are of; a loop, because there may be half a million of them. */
export function countCases(found: readonly FoundMark[]): number {
  const cases = new Set<ParticipantId>();
  for (const { version } of found) if (version.participantId !== null) cases.add(version.participantId);
  return cases.size;
}

/** Groups without fragments stay, because their zero tells something; that of no case only when there is one. */
export function countGroups(keys: GroupKeys, found: readonly FoundMark[]): readonly FragmentGroup[] {
  const byKey = Map.groupBy(found, (mark) => keys.keyOf(mark));
  return keys.groups
    .map((group) => {
      const marks = byKey.get(group.key) ?? [];
      return { ...group, fragments: marks.length, cases: countCases(marks) };
    })
    .filter(({ key, fragments }) => key !== NO_CASE || fragments > 0);
}
