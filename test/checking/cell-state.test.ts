import { expect, test } from 'vitest';
import { stateOfCell, type CellFacts, type CheckOutcome } from '#shared/checking/cell-state.ts';

const facts = (part: Partial<CellFacts>): CellFacts => ({
  hasClaim: true,
  mark: 'draft',
  fragments: 3,
  isStale: false,
  checks: [],
  ...part,
});
const check = (part: Partial<CheckOutcome>): CheckOutcome => ({
  checkerId: 1,
  verdict: 'agree',
  isResolved: false,
  isCurrent: true,
  ...part,
});

test('four kinds of emptiness are told apart', () => {
  const nothing = { hasClaim: false, mark: null } as const;
  expect(stateOfCell(facts({ ...nothing, fragments: 0 }))).toBe('empty');
  expect(stateOfCell(facts({ ...nothing }))).toBe('not summarised');
  expect(stateOfCell(facts({ ...nothing, mark: 'not asked', fragments: 0 }))).toBe('not asked');
  expect(stateOfCell(facts({ ...nothing, mark: 'nothing said', fragments: 0 }))).toBe('nothing said');
});

test('“nothing said” is stale when something was said after all', () => {
  expect(stateOfCell(facts({ hasClaim: false, mark: 'nothing said', isStale: true }))).toBe('stale');
});

test('a claim goes from draft to ready to checked', () => {
  expect(stateOfCell(facts({ mark: null }))).toBe('draft');
  expect(stateOfCell(facts({}))).toBe('draft');
  expect(stateOfCell(facts({ mark: 'ready' }))).toBe('ready');
  expect(stateOfCell(facts({ mark: 'ready', checks: [check({})] }))).toBe('checked');
});

test('a difference disputes the claim until it is settled', () => {
  const differs = check({ verdict: 'minor' });
  expect(stateOfCell(facts({ checks: [differs] }))).toBe('disputed');
  expect(stateOfCell(facts({ checks: [{ ...differs, isResolved: true }] }))).toBe('checked');
  expect(stateOfCell(facts({ checks: [differs, check({ checkerId: 2 })] }))).toBe('disputed');
  expect(stateOfCell(facts({ checks: [differs, check({})] }))).toBe('checked');
});

test('a verdict on another claim is history: the cell waits again', () => {
  const old = check({ isCurrent: false });
  expect(stateOfCell(facts({ mark: 'ready', checks: [old] }))).toBe('ready');
  expect(stateOfCell(facts({ mark: 'ready', checks: [check({ verdict: 'major', isCurrent: false })] }))).toBe(
    'ready',
  );
});

test('a look that is not decided yet decides nothing', () => {
  expect(stateOfCell(facts({ mark: 'ready', checks: [check({ verdict: null })] }))).toBe('ready');
});

test('stale comes before everything that was decided', () => {
  expect(stateOfCell(facts({ isStale: true, checks: [check({})] }))).toBe('stale');
});
