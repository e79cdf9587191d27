import { expect, test } from 'vitest';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import { inTreeOrder } from '#shared/codebook/code-tree.ts';
import { findCodes, withAncestors } from '#shared/codebook/find-codes.ts';
import { pickerEntries } from '#shared/codebook/picker-entries.ts';
import { placeByDrop, placeByKey, type Direction } from '#shared/codebook/place-code.ts';
import type { CodeId } from '#shared/ids.ts';

const PLACES: readonly (readonly [string, string | null])[] = [
  ['Costs', null],
  ['Time', 'Costs'],
  ['Technology', 'Costs'],
  ['Rewards', null],
  ['Saving time', 'Rewards'],
  ['Joy', null],
];
const ids = new Map(PLACES.map(([name], index) => [name, (index + 1) as CodeId]));
const id = (name: string): CodeId => ids.get(name)!;
const codes: readonly Code[] = PLACES.map(([name, parent]) => ({
  id: id(name),
  parentId: parent === null ? null : id(parent),
  key: null,
  kind: 'code',
  name,
  definition: '',
  color: '#336699',
  poleLow: null,
  poleHigh: null,
  cues: [],
  cueLanguages: {},
  useWhen: '',
  notWhen: '',
  insteadId: null,
  seeAlso: [],
  examples: [],
  definedAt: null,
  ownCodings: 0,
  codings: 0,
}));
const names = (found: readonly { readonly code: Code }[]) => found.map(({ code }) => code.name);

test('finds codes by their name and, to narrow it, by the names above them', () => {
  expect(names(findCodes(codes, 'time'))).toEqual(['Time', 'Saving time']);
  expect(names(findCodes(codes, 'reward time'))).toEqual(['Saving time']);
  expect(names(findCodes(codes, 'costs'))).toEqual(['Costs']);
  expect(names(findCodes(codes, 'cost joy'))).toEqual([]);
});

test('a filtered tree keeps what stands above the codes found', () => {
  const found = findCodes(codes, 'time').map(({ code }) => code.id);
  expect(withAncestors(codes, found).map(({ name }) => name)).toEqual([
    'Costs',
    'Time',
    'Rewards',
    'Saving time',
  ]);
});

test('a picker lists the codes used last, then the rest of the tree, and offers a code that is not there', () => {
  const list = (query: string, canCreate = true) =>
    pickerEntries(codes, { query, recent: [id('Joy'), id('Time')], canCreate }).map((entry) =>
      entry.kind === 'code' ? entry.code.name : `+ ${entry.name}`,
    );
  expect(list('')).toEqual(['Joy', 'Time', 'Costs', 'Technology', 'Rewards', 'Saving time']);
  expect(list(' tim ')).toEqual(['Time', 'Saving time', '+ tim']);
  expect(list('time')).toEqual(['Time', 'Saving time']);
  expect(list('tim', false)).toEqual(['Time', 'Saving time']);
  expect(list('zzz')).toEqual(['+ zzz']);
});

/** The tree after a move, as the core makes it: out of the list, then in at the index. */
function moved(
  name: string,
  place: { parentId: CodeId | null; index: number } | null,
): readonly string[] | null {
  if (place === null) return null;
  const others = codes.filter((code) => code.id !== id(name));
  const siblings = others.filter((code) => code.parentId === place.parentId);
  const code = { ...codes.find((candidate) => candidate.id === id(name))!, parentId: place.parentId };
  siblings.splice(place.index, 0, code);
  const rest = others.filter((other) => other.parentId !== place.parentId);
  const path = (of: Code): string =>
    of.parentId === null ? of.name : `${codes.find((other) => other.id === of.parentId)!.name}/${of.name}`;
  return inTreeOrder<CodeId, Code>([...siblings, ...rest]).map(path);
}

test('keys move a code past its neighbours, into the one above, and out of its parent', () => {
  const press = (name: string, direction: Direction) => moved(name, placeByKey(codes, id(name), direction));
  expect(press('Rewards', 'up')).toEqual([
    'Rewards',
    'Rewards/Saving time',
    'Costs',
    'Costs/Time',
    'Costs/Technology',
    'Joy',
  ]);
  expect(press('Rewards', 'down')).toEqual([
    'Costs',
    'Costs/Time',
    'Costs/Technology',
    'Joy',
    'Rewards',
    'Rewards/Saving time',
  ]);
  expect(press('Joy', 'in')).toEqual([
    'Costs',
    'Costs/Time',
    'Costs/Technology',
    'Rewards',
    'Rewards/Saving time',
    'Rewards/Joy',
  ]);
  expect(press('Time', 'out')).toEqual([
    'Costs',
    'Costs/Technology',
    'Time',
    'Rewards',
    'Rewards/Saving time',
    'Joy',
  ]);
  expect([press('Costs', 'up'), press('Joy', 'down'), press('Costs', 'in'), press('Joy', 'out')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a code is dropped before, after or on another, never inside itself', () => {
  const drop = (name: string, target: string, position: 'before' | 'after' | 'on') =>
    moved(name, placeByDrop(codes, id(name), id(target), position));
  expect(drop('Joy', 'Technology', 'before')).toEqual([
    'Costs',
    'Costs/Time',
    'Costs/Joy',
    'Costs/Technology',
    'Rewards',
    'Rewards/Saving time',
  ]);
  expect(drop('Costs', 'Joy', 'after')).toEqual([
    'Rewards',
    'Rewards/Saving time',
    'Joy',
    'Costs',
    'Costs/Time',
    'Costs/Technology',
  ]);
  expect(drop('Time', 'Technology', 'after')).toEqual([
    'Costs',
    'Costs/Technology',
    'Costs/Time',
    'Rewards',
    'Rewards/Saving time',
    'Joy',
  ]);
  expect(drop('Joy', 'Time', 'on')).toEqual([
    'Costs',
    'Costs/Time',
    'Time/Joy',
    'Costs/Technology',
    'Rewards',
    'Rewards/Saving time',
  ]);
  expect(drop('Costs', 'Time', 'on')).toBeNull();
  expect(drop('Costs', 'Costs', 'before')).toBeNull();
});
