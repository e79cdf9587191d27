import { expect, test } from 'vitest';
import { startStudy } from '#test/support/test-core.ts';

/** In the grid and in the panel of a cell are the same words; the grid has the first of them, evidence before the rest. */
test('the quotations of the grid are those of the cell, short, with the translation and how many there are', async () => {
  const { api } = await startStudy();
  await api.project.createSample({});
  const [first] = await api.matrices.list({});
  const matrix = await api.matrices.get({ id: first!.id });
  const rowKeys = matrix.rows.slice(3, 9).map(({ key }) => key);
  const place = { columnId: matrix.columns[0]!.id, rowKey: rowKeys[2]! };
  const { fragments } = await api.matrices.cell(place);
  await api.matrices.setEvidence({ ...place, codingIds: [fragments.at(-1)!.id], stance: 'qualifies' });
  await api.coding.change({ id: fragments.at(-1)!.id, translation: 'In other words' });
  const shown = await api.matrices.quotations({ id: first!.id, rowKeys, most: 2 });
  expect(new Set(shown.map(({ rowKey }) => rowKey))).toEqual(new Set(rowKeys));
  for (const cell of shown) {
    const detail = await api.matrices.cell({ columnId: cell.columnId, rowKey: cell.rowKey });
    expect(cell.total).toBe(detail.totalFragments);
    expect(cell.quotations).toHaveLength(Math.min(2, cell.total));
    if (cell.columnId === place.columnId && cell.rowKey === place.rowKey)
      expect(cell.quotations[0]).toMatchObject({ translation: 'In other words', stance: 'qualifies' });
    for (const { codingId, text, stance } of cell.quotations) {
      const fragment = detail.fragments.find(({ id }) => id === codingId)!;
      expect(stance).toBe(fragment.stance);
      expect(fragment.quotation.replaceAll(/\s+/gu, ' ').startsWith(text.replace(/…$/u, ''))).toBe(true);
    }
  }
});
