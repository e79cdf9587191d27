import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { OverlapRule } from '#shared/agreement/unit-rules.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testDeps } from '#test/support/test-core.ts';
import {
  ac1ByCounting,
  alphaByPairs,
  binaryUByPieces,
  casesOfCoders,
  cohenByCounting,
  judgementsOfTurns,
  percentByPairs,
} from './sample-by-hand.ts';

let core: Core;
let folder: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-test-'));
  core = createCore(testDeps(folder));
  const api = core.client({ host: 'test', trusted: true });
  await api.project.createSample({ path: path.join(folder, 'sample') });
});
afterAll(() => {
  core.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function measure(names: readonly string[], overlap: OverlapRule): Promise<AgreementReport> {
  const api = core.client({ host: 'test', trusted: true });
  const coders = await api.project.coders({});
  return api.agreement.between({
    coderIds: names.map((name) => coders.find((coder) => coder.name === name)!.id),
    overlap,
  });
}

async function codeKeys(): Promise<ReadonlyMap<string, string>> {
  const api = core.client({ host: 'test', trusted: true });
  const codes = await api.codebook.list({});
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (id: (typeof codes)[number]['id']): string[] => {
    const code = byId.get(id)!;
    return [...(code.parentId === null ? [] : pathOf(code.parentId)), code.name];
  };
  return new Map(codes.map((code) => [pathOf(code.id).join(' › '), code.key ?? '']));
}

function same(found: number | null, expected: number | null, what: string): void {
  if (expected === null || found === null) expect(found, what).toBe(expected);
  else expect(Math.abs(found - expected), `${what}: ${found} and ${expected}`).toBeLessThan(1e-6);
}

describe.each([
  [['A', 'B'], 'any overlap', 16],
  [['A', 'B'], 'at least half', 16],
  [['A', 'B', 'C'], 'any overlap', 5],
] as const)('coders %j, %s', (names, overlap, transcripts) => {
  test('every figure of every code is what a second program finds in the raw files', async () => {
    const report = await measure(names, overlap);
    const keys = await codeKeys();
    const [all] = report.result.groups;
    const cases = casesOfCoders(names);
    expect(all!.transcripts).toHaveLength(transcripts);
    expect(cases).toHaveLength(transcripts);
    const ofCodes = all!.variables.filter(({ kind }) => kind === 'code');
    expect(ofCodes).toHaveLength(47);
    for (const variable of ofCodes) {
      const key = keys.get(report.codes[variable.code!]!.path.join(' › '))!;
      const rows = judgementsOfTurns(cases, names, key, overlap === 'any overlap' ? 'any' : 'half');
      expect(all!.units).toBe(rows.length);
      expect(variable.unitsCoded, key).toEqual(
        names.map((_, coder) => rows.filter((row) => row[coder]).length),
      );
      same(variable.percent.figure.value, percentByPairs(rows), `percent of ${key}`);
      same(variable.alpha.figure.value, alphaByPairs(rows), `alpha of ${key}`);
      same(variable.ac1.figure.value, ac1ByCounting(rows), `AC1 of ${key}`);
      if (names.length === 2) same(variable.kappa.figure.value, cohenByCounting(rows), `kappa of ${key}`);
      same(variable.binaryU.figure.value, binaryUByPieces(cases, names, key), `|u-alpha of ${key}`);
    }
  });
});

test('three coders are measured together and in pairs, each pair on what both finished', async () => {
  const { result, leftOut } = await measure(['A', 'B', 'C'], 'any overlap');
  expect(result.groups.map(({ coders }) => coders)).toEqual([
    [0, 1, 2],
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(leftOut).toHaveLength(20);
  expect(leftOut[0]!.missing.length).toBeGreaterThan(0);
});

test('five double-coded transcripts get no interval, and say why; sixteen get one', async () => {
  const few = await measure(['A', 'C'], 'any overlap');
  expect(few.result.groups[0]!.pooled.alpha.interval).toMatchObject({ why: 'too few transcripts' });
  const many = await measure(['A', 'B'], 'any overlap');
  const { figure, interval } = many.result.groups[0]!.pooled.alpha;
  expect(interval.low).toBeLessThan(figure.value!);
  expect(interval.high).toBeGreaterThan(figure.value!);
  expect((await measure(['A', 'B'], 'any overlap')).result).toEqual(many.result);
});
