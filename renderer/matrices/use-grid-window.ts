import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import type { Spot } from './grid-keys.ts';
import { caseHeight, CASE_WIDTHS, GROUP_HEIGHT, HEADER_HEIGHT, stuckRows } from './grid-sizes.ts';
import { useMatrices } from './matrices-store.ts';
import type { MatrixLine, MatrixModel } from './matrix-model.ts';
import { useNarrow } from './use-narrow.ts';

type Axis = Virtualizer<HTMLDivElement, Element>;

export interface GridWindow {
  readonly lines: Axis;
  readonly columns: Axis;
  readonly caseWidth: number;
  readonly page: number;
  /** Pinned rows, from the top, that stay in view. */
  readonly stuck: number;
  /** Of what always stays in view at the top. */
  readonly topHeight: number;
}

/** The lines and columns of the matrix that are near the eye. The focused cell is always among them: it has the keys. */
export function useGridWindow(
  model: MatrixModel,
  spot: Spot,
  scroller: RefObject<HTMLDivElement | null>,
): GridWindow {
  const widths = useMatrices((state) => state.widths);
  const cellLines = useMatrices((state) => state.cellLines);
  const focusedLine = model.caseLines[spot.row] ?? null;
  const height = caseHeight(cellLines);
  const seen = useHeight(scroller);
  const stuck = stuckRows(model.pinned, seen, height);
  const topHeight = HEADER_HEIGHT + stuck * height;
  const caseWidth = useNarrow() ? CASE_WIDTHS.narrow : CASE_WIDTHS.usual;

  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which is not used here
  const lines = useVirtualizer({
    count: model.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (model.lines[index]?.kind === 'group' ? GROUP_HEIGHT : height),
    overscan: 3,
    paddingStart: HEADER_HEIGHT,
    scrollPaddingStart: topHeight,
    getItemKey: useCallback((index: number) => lineKey(model.lines[index], index), [model.lines]),
    rangeExtractor: useCallback(
      (range: Range) =>
        withIndexes(range, [...Array(stuck).keys(), ...(focusedLine === null ? [] : [focusedLine])]),
      [stuck, focusedLine],
    ),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: model.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const column = model.columns[index];
      return column === undefined ? 0 : (widths[column.id] ?? column.width);
    },
    overscan: 2,
    paddingStart: caseWidth,
    scrollPaddingStart: caseWidth,
    rangeExtractor: useCallback((range: Range) => withIndexes(range, [spot.column]), [spot.column]),
  });
  // The virtualizer remembers sizes: it must be told when they are others.
  useLayoutEffect(() => lines.measure(), [lines, model.lines, height]);
  useLayoutEffect(() => columns.measure(), [columns, model.columns, widths]);
  const page = Math.max(1, Math.floor((seen - topHeight) / height));
  return { lines, columns, caseWidth, page, stuck, topHeight };
}

/** The keys of a line stay with its case when the cases are put in another order. */
function lineKey(line: MatrixLine | undefined, index: number): string {
  return line?.kind === 'case' ? `row ${line.row.key}` : `group ${line?.group.value ?? index}`;
}

function withIndexes(range: Range, always: readonly number[]): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  for (const index of always) if (index < range.count) indexes.add(index);
  return [...indexes].toSorted((a, b) => a - b);
}

/** CSS pixels. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const found = element.current;
    if (found === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(found.clientHeight));
    observer.observe(found);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
