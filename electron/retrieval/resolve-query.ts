import type { ResolvedQuery } from '#shared/retrieval/evaluate-query.ts';
import { passesTest } from '#shared/retrieval/attribute-test.ts';
import type { AttributeTest, FragmentQuery } from '#shared/retrieval/fragment-query.ts';
import type { AttributeId, CodeId, LayerId, ParticipantId } from '#shared/ids.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { listLayers } from '#electron/coding/coding-sql.ts';
import { withDescendants } from '#electron/coding/fragments-sql.ts';
import { consensusLayers } from '#electron/coding/consensus-layers-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAttributes, listValues } from '#electron/participants/participants-sql.ts';
import { casesWithTranscript } from './retrieval-sql.ts';

export interface Case {
  readonly id: ParticipantId;
  readonly code: string;
}

export interface QueryScope {
  readonly resolved: ResolvedQuery;
  /** Codes that the evaluation has to look at. */
  readonly codeIds: readonly CodeId[];
  readonly layerIds: readonly LayerId[];
  /** The cases that the attributes leave. */
  readonly cases: readonly Case[];
  /** Whether transcripts without a case are in: only when nothing is asked about cases. */
  readonly withoutCase: boolean;
  readonly removed: readonly string[];
}

/** What the question comes to in this project now. */
export function resolveQuery(db: ReadableDb, query: FragmentQuery): QueryScope {
  const all = listCodes(db).map(({ id }) => id);
  const present = new Set(all);
  const removed = new Set<string>();
  const spread = (id: CodeId): ReadonlySet<CodeId> =>
    new Set(query.descendants ? withDescendants(db, [id]) : [id]);
  const existing = (ids: readonly CodeId[]): CodeId[] =>
    ids.filter((id) => present.has(id) || !removed.add(nameOf(query, 'code', id)));

  const asked = existing(query.codes.ids).map(spread);
  // Codes that are all gone are not “any code”: nothing is coded with them.
  const codes = query.codes.ids.length === 0 ? null : asked;
  const relations = query.relations.flatMap(({ kind, not, codeIds, distance }) => {
    const sets = existing(codeIds).map(spread);
    return sets.length === 0
      ? []
      : [{ kind, not, codes: new Set(sets.flatMap((set) => [...set])), distance }];
  });
  const needed = [...asked, ...relations.map((relation) => relation.codes)].flatMap((set) => [...set]);
  const cases = casesLeft(db, query, removed);
  return {
    resolved: {
      codes,
      match: query.codes.match,
      relations,
      sections: new Set(query.sections),
      speakers: new Set(query.speakers),
      roles: new Set(query.roles),
      poles: new Set(query.poles),
    },
    codeIds: codes === null ? all : [...new Set(needed)],
    layerIds: layersLeft(db, query, removed),
    ...cases,
    removed: [...removed],
  };
}

function layersLeft(db: ReadableDb, query: FragmentQuery, removed: Set<string>): readonly LayerId[] {
  const layers = listLayers(db, null).map(({ id }) => id);
  const wanted = query.layerIds.filter(
    (id) => layers.includes(id) || !removed.add(nameOf(query, 'coder', id)),
  );
  // A consensus says again what coders have said: it is found when it is asked for.
  if (query.layerIds.length > 0) return wanted;
  const settled = new Set(consensusLayers(db));
  return layers.filter((id) => !settled.has(id));
}

function casesLeft(
  db: ReadableDb,
  query: FragmentQuery,
  removed: Set<string>,
): Pick<QueryScope, 'cases' | 'withoutCase'> {
  const attributes = new Map(listAttributes(db).map((attribute) => [attribute.id, attribute]));
  const tests = query.attributes.filter(narrows).flatMap((test) => {
    const attribute = attributes.get(test.attributeId);
    if (attribute !== undefined) return [{ ...test, type: attribute.type }];
    removed.add(nameOf(query, 'attribute', test.attributeId));
    return [];
  });
  const values = new Map<string, string>(
    tests.length === 0
      ? []
      : listValues(db).map(([id, attributeId, value]) => [`${id} ${attributeId}`, value]),
  );
  const cases = casesWithTranscript(db).filter(({ id }) =>
    tests.every((test) => passesTest(test.type, test, values.get(`${id} ${test.attributeId}`))),
  );
  return { cases, withoutCase: tests.length === 0 };
}

/** A condition without values is one that nobody has finished. */
function narrows({ test }: AttributeTest): boolean {
  return test.kind !== 'is' || test.values.length > 0;
}

function nameOf(
  { names }: FragmentQuery,
  what: 'code' | 'coder' | 'attribute',
  id: CodeId | LayerId | AttributeId,
): string {
  const name = names[`${what} ${id}`];
  return name === undefined ? `a ${what} that was removed`.replace('a a', 'an a') : `the ${what} “${name}”`;
}
