import { expect, test } from 'vitest';
import type { AttributeId, TraitId } from '#shared/ids.ts';
import { displays, missingFor, type DisplayChoice } from '#shared/matrices/displays.ts';
import { valueOrder } from '#shared/matrices/value-order.ts';
import { startCore } from '#test/support/test-core.ts';

test('every ready display makes a matrix of the sample study that asks for something', async () => {
  const { api } = startCore();
  await api.project.createSample({});
  const codes = await api.codebook.list({});
  const { attributes, participants } = await api.participants.table({});
  const idOf = (name: string) => attributes.find((attribute) => attribute.name === name)!.id;
  const choice: DisplayChoice = {
    codeIds: ['cost', 'reward'].map((key) => codes.find((code) => code.key === key)!.id),
    attributeId: idOf('self_reported_participation'),
    otherId: idOf('school'),
  };
  const study = {
    codes,
    attributes,
    valuesOf: (id: TraitId) =>
      [...new Set(participants.map(({ values }) => values[id as AttributeId] ?? ''))].toSorted(
        valueOrder('text'),
      ),
  };
  for (const display of displays) {
    expect(display.purpose).toMatch(/^\p{Lu}.{30,160}[.?]$/u);
    expect(missingFor(display, choice)).toBeNull();
    const id = await api.matrices.create({
      name: display.name,
      display: display.id,
      ...display.setUp(choice, study),
    });
    const matrix = await api.matrices.get({ id });
    expect(matrix.display).toBe(display.id);
    expect(matrix.rows.length).toBeGreaterThan(0);
    expect(matrix.columns.length).toBeGreaterThan(0);
    expect(matrix.cells.some(({ count, derived }) => count > 0 || derived !== '')).toBe(true);
  }
});

test('a display says what is still to be chosen', () => {
  const nothing: DisplayChoice = { codeIds: [], attributeId: null, otherId: null };
  const missing = new Map(displays.map((display) => [display.id, missingFor(display, nothing)]));
  expect(missing.get('content-cases')).toBe('Tick at least one code.');
  expect(missing.get('two-variable')).toBe('Choose an attribute.');
});
