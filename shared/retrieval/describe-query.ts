import type { CodeId } from '../ids.ts';
import type { AttributeTest, Distance, FragmentQuery, Relation } from './fragment-query.ts';

/** How the things that a question names are called now; undefined when they are not there. */
export interface QueryNames {
  code(id: CodeId): string | undefined;
  attribute(id: number): string | undefined;
  coder(id: number): string | undefined;
}

/** The question in plain sentences, as it stands above the answer in an export. */
export function describeQuery(query: FragmentQuery, names: QueryNames): readonly string[] {
  const codes = (ids: readonly CodeId[], word: string): string =>
    listed(
      ids.map((id) => quoted(names.code(id) ?? query.names[`code ${id}`] ?? 'a removed code')),
      word,
    );
  const { ids, match } = query.codes;
  const parts = [
    ids.length === 0
      ? 'Fragments of any code'
      : match === 'any' || ids.length === 1
        ? `Fragments coded ${codes(ids, 'or')}`
        : `Fragments where ${codes(ids, 'and')} apply at once`,
    ...query.relations
      .filter(({ codeIds }) => codeIds.length > 0)
      .map((relation) => `that ${describeRelation(relation)} ${codes(relation.codeIds, 'or')}`),
    ...query.attributes
      .filter(({ test }) => test.kind !== 'is' || test.values.length > 0)
      .map(
        (test) =>
          `of cases where ${names.attribute(test.attributeId) ?? query.names[`attribute ${test.attributeId}`] ?? 'a removed attribute'} ${describeTest(test)}`,
      ),
    query.sections.length > 0 && `in the section ${listed(query.sections.map(quoted), 'or')}`,
    query.speakers.length > 0 && `said by ${listed(query.speakers, 'or')}`,
    query.roles.length > 0 &&
      `said by ${listed(
        query.roles.map((role) => (role === 'none' ? 'nobody named' : `the ${role}`)),
        'or',
      )}`,
    query.layerIds.length > 0 &&
      `coded by ${listed(
        query.layerIds.map((id) => names.coder(id) ?? query.names[`coder ${id}`] ?? 'a removed coder'),
        'or',
      )}`,
    query.poles.length > 0 &&
      `with ${listed(
        query.poles.map((pole) => (pole === 'none' ? 'no pole marked' : `the ${pole} pole`)),
        'or',
      )}`,
  ].filter((part) => part !== false);
  const asked = ids.length + query.relations.length > 0;
  return [...parts, ...(asked && query.descendants ? ['(each code with everything below it)'] : [])];
}

function describeRelation({ kind, not, distance }: Relation): string {
  const verb = {
    overlaps: ['overlap', 'do not overlap'],
    within: ['lie within', 'do not lie within'],
    contains: ['contain', 'do not contain'],
    near: ['are near', 'are not near'],
    follows: ['follow', 'do not follow'],
  }[kind][not ? 1 : 0];
  return kind === 'near' || kind === 'follows' ? `${verb} (${describeDistance(distance)})` : `${verb}`;
}

export function describeDistance(distance: Distance): string {
  return distance.by === 'turn' ? 'in the same turn' : `within ${distance.most} characters`;
}

function describeTest({ test }: AttributeTest): string {
  switch (test.kind) {
    case 'missing':
      return 'is not filled in';
    case 'is':
      return `is ${listed(test.values.map(quoted), 'or')}`;
    case 'range':
      if (test.from !== null && test.to !== null) return `is ${test.from} to ${test.to}`;
      if (test.from !== null) return `is at least ${test.from}`;
      return test.to === null ? 'has any value' : `is at most ${test.to}`;
  }
}

function quoted(text: string): string {
  return `“${text}”`;
}

function listed(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
