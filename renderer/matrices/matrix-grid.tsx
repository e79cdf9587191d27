import { type CSSProperties, useCallback, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { VirtualItem } from '@tanstack/react-virtual';
import { runSafely } from './run-safely.ts';
import { clearSummary, COLUMN_WIDTHS, moveColumn, resizeColumn } from './matrices-actions.ts';
import { spotAfter, type Spot } from './grid-keys.ts';
import { HEADER_HEIGHT } from './grid-sizes.ts';
import { GridQuotations } from './grid-quotations.tsx';
import { MatrixHeader } from './matrix-header.tsx';
import { MatrixLineRow } from './matrix-line-row.tsx';
import { useMatrices } from './matrices-store.ts';
import { focusFragments, placeAt, spotOf, standOn, useMatrixPlace } from './matrix-focus.ts';
import { toggleChosen, togglePin } from './reading-store.ts';
import { judgeByKey } from './judge-by-key.ts';
import { cellKey, type MatrixModel } from './matrix-model.ts';
import { useGridWindow } from './use-grid-window.ts';

/** Cases down, columns across; works like a spreadsheet. */
export function MatrixGrid({ model }: { readonly model: MatrixModel }) {
  const scroller = useRef<HTMLDivElement>(null);
  const spot = spotOf(model, useMatrixPlace());
  const editing = useMatrices((state) => state.editing);
  const cellLines = useMatrices((state) => state.cellLines);
  const { lines, columns, caseWidth, page, stuck, topHeight } = useGridWindow(model, spot, scroller);
  const takesFocus = useRef(true);
  const hasFocus = useRef(false);

  const { column } = spot;
  const line = model.caseLines[spot.row];
  const selector = `[data-spot="${spot.row} ${column}"]`;
  useLayoutEffect(() => {
    // Clicked: it is in view, and must not slide away under the second click.
    if (document.activeElement?.matches(selector)) return;
    if (line !== undefined && line >= stuck) lines.scrollToIndex(line);
    columns.scrollToIndex(column);
  }, [lines, columns, line, column, selector, stuck]);
  useLayoutEffect(() => {
    // A row that is pinned is drawn elsewhere: the keys that were in it are not to be lost.
    if (hasFocus.current && document.activeElement === document.body) takesFocus.current = true;
    if (!takesFocus.current || editing !== null) return;
    const cell = scroller.current?.querySelector<HTMLElement>(selector);
    if (!cell) return;
    takesFocus.current = false;
    cell.focus({ preventScroll: true });
  });

  const moveTo = useCallback(
    (next: Spot) => {
      takesFocus.current = true;
      useMatrices.setState({ editing: null });
      standOn(model, next);
    },
    [model],
  );
  const leaveEditor = useCallback(
    (step: Spot) => {
      const rows = model.matrix.rows.length;
      const from = useMatrices.getState().editing;
      const row = model.matrix.rows.findIndex(({ key }) => key === from?.rowKey);
      const at = model.columns.findIndex(({ id }) => id === from?.columnId);
      moveTo({
        row: Math.max(0, Math.min(row + step.row, rows - 1)),
        column: Math.max(0, Math.min(at + step.column, model.columns.length - 1)),
      });
    },
    [model, moveTo],
  );

  function edit(): void {
    const place = placeAt(model, spot);
    // At once, so that the key that is being pressed lands in the text field.
    const isFilledIn = model.columns[spot.column]?.kind === 'attribute';
    if (place !== null && !isFilledIn) flushSync(() => useMatrices.setState({ editing: place }));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !isOwnKey(event.target)) return;
    if (
      rowKeyPressed(event, model, spot) ||
      columnKey(event, model, spot) ||
      (!event.altKey && cellKeyPressed(event))
    )
      event.preventDefault();
  }

  /** True when the key was used and must do nothing else. */
  function cellKeyPressed(event: KeyboardEvent<HTMLElement>): boolean {
    const next = event.shiftKey ? null : spotAfter(event, spot, shape());
    if (next !== null) {
      // Pinned rows are always in view; whoever goes to the very beginning means the rows below them too.
      if (event.key === 'Home' && next.row === 0 && spot.row > 0) scroller.current?.scrollTo({ top: 0 });
      moveTo(next);
      return true;
    }
    if (spot.row < 0) return openHeaderMenu(event);
    const place = placeAt(model, spot);
    if (place === null || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'Enter':
      case 'F2':
        edit();
        return true;
      case 'Delete':
      case 'Backspace':
        if (model.cells.get(cellKey(place))?.summary) runSafely(clearSummary(place));
        return true;
      case ' ':
      case 'F6':
        focusFragments();
        return true;
      default:
        if (judgeByKey(model, place, event.key)) return true;
        // The key itself goes on to the text field; so does a composition that starts with it.
        if (event.key.length === 1 || event.key === 'Dead' || event.key === 'Process') edit();
        return false;
    }
  }

  const shape = () => ({
    rows: model.matrix.rows.length,
    columns: model.columns.length,
    page,
    isFilled(at: Spot) {
      const place = placeAt(model, at);
      return place !== null && Boolean(model.cells.get(cellKey(place))?.summary);
    },
  });
  const virtualColumns = columns.getVirtualItems();
  const width = columns.getTotalSize();

  const drawn = lines.getVirtualItems();
  const lineRow = ({ key, index, start, size }: VirtualItem, from: number) => (
    <MatrixLineRow
      key={String(key)}
      model={model}
      index={index}
      start={start - from}
      height={size}
      width={width}
      virtualColumns={virtualColumns}
      focusedColumn={model.caseLines[spot.row] === index ? spot.column : null}
      onLeaveEditor={leaveEditor}
    />
  );

  return (
    <div
      ref={scroller}
      className="matrix-grid"
      role="grid"
      tabIndex={-1}
      aria-label={`Matrix ${model.matrix.name}`}
      aria-rowcount={model.lines.length + 1}
      aria-colcount={model.columns.length + 2}
      // Custom properties, which the type of style does not know.
      style={
        {
          '--cell-lines': cellLines,
          '--case-width': `${caseWidth}px`,
          '--grid-top': `${topHeight}px`,
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onFocus={() => (hasFocus.current = true)}
      onBlur={({ target }) => (hasFocus.current = !target.isConnected)}
    >
      <div
        className="matrix-canvas"
        role="presentation"
        style={{ width: width + 48, height: lines.getTotalSize() }}
      >
        <MatrixHeader
          model={model}
          virtualColumns={virtualColumns}
          focusedColumn={spot.row < 0 ? spot.column : null}
          width={width}
        />
        {stuck > 0 && (
          <div
            className="matrix-stuck"
            role="presentation"
            style={{ width, height: topHeight - HEADER_HEIGHT }}
          >
            {drawn.filter(({ index }) => index < stuck).map((item) => lineRow(item, HEADER_HEIGHT))}
          </div>
        )}
        {drawn.filter(({ index }) => index >= stuck).map((item) => lineRow(item, 0))}
      </div>
      {model.matrix.view.shows.includes('quotations') && (
        <GridQuotations model={model} drawn={drawn.map(({ index }) => index)} />
      )}
    </div>
  );
}

/** Alt+P pins the row; Ctrl+Space chooses the cell for a memo. */
function rowKeyPressed(event: KeyboardEvent<HTMLElement>, model: MatrixModel, spot: Spot): boolean {
  const place = placeAt(model, spot);
  if (place === null) return false;
  if (event.altKey && event.code === 'KeyP') togglePin(place.rowKey);
  else if ((event.ctrlKey || event.metaKey) && event.key === ' ') toggleChosen(place);
  else return false;
  return true;
}

/** Keys of the text field and of buttons inside a cell are theirs. */
function isOwnKey(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('textarea, button, [role="menu"]') === null;
}

function openHeaderMenu(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (event.target instanceof HTMLElement) event.target.querySelector('button')?.click();
  return true;
}

/** Alt+Shift+arrows move the column, Shift+arrows on its header make it wider and narrower. */
function columnKey(event: KeyboardEvent<HTMLElement>, { columns }: MatrixModel, spot: Spot): boolean {
  const column = columns[spot.column];
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (column === undefined || by === 0 || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
  if (event.altKey) runSafely(moveColumn(column.id, by));
  else if (spot.row < 0) runSafely(resizeColumn(column.id, column.width + by * COLUMN_WIDTHS.step));
  else return false;
  return true;
}
