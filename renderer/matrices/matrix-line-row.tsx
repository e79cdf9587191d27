import { memo } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { NOTHING } from '#shared/matrices/column-totals.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { isTypology, withoutTrait } from '#shared/matrices/traits.ts';
import type { Spot } from './grid-keys.ts';
import { CaseHeader, takesCasesTogether } from './case-header.tsx';
import { useReading } from './reading-store.ts';
import { MatrixCellBox } from './matrix-cell-box.tsx';
import { cellKey, type CaseLine, type GroupLine, type MatrixModel } from './matrix-model.ts';

interface MatrixLineRowProps {
  readonly model: MatrixModel;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly width: number;
  readonly virtualColumns: readonly VirtualItem[];
  /** The focused column, when the focus is on this line. */
  readonly focusedColumn: number | null;
  readonly onLeaveEditor: (step: Spot) => void;
}

/** One line of the grid: the heading of a group, or a case. */
export const MatrixLineRow = memo(function MatrixLineRow(props: MatrixLineRowProps) {
  const { model, index, start, height, width } = props;
  const line = model.lines[index];
  if (line === undefined) return null;
  return (
    <div
      className="matrix-line"
      role="row"
      aria-rowindex={index + 2}
      data-kind={line.kind}
      style={{ transform: `translateY(${start}px)`, height, width }}
    >
      {line.kind === 'group' ? <GroupCells {...props} line={line} /> : <CaseCells {...props} line={line} />}
    </div>
  );
});

function GroupCells({ model, virtualColumns, line }: MatrixLineRowProps & { readonly line: GroupLine }) {
  const { value, rows } = line.group;
  const trait = model.matrix.attributes.find(({ id }) => id === model.matrix.view.groupBy);
  const none = trait === undefined ? 'No value' : isTypology(trait) ? 'Not placed' : withoutTrait(trait);
  return (
    <>
      <div className="matrix-case" role="rowheader" aria-colindex={1} title={value ?? none}>
        <span className="matrix-group-name">{value ?? <em>{none}</em>}</span>
        <span className="muted">{countCases(rows.length)}</span>
      </div>
      {virtualColumns.map(({ index, start, size }) => {
        const column = model.columns[index];
        const { codings, cases } = (column && line.totals.get(column.id)) ?? NOTHING;
        return (
          <div
            key={index}
            className="matrix-subtotal"
            role="gridcell"
            aria-colindex={index + 2}
            style={{ left: start, width: size }}
          >
            {column?.kind === 'attribute'
              ? ''
              : codings === 0
                ? 'none'
                : `${codings.toLocaleString()} in ${cases} of ${countCases(rows.length)}`}
          </div>
        );
      })}
    </>
  );
}

function countCases(cases: number): string {
  return cases === 1 ? '1 case' : `${cases.toLocaleString()} cases`;
}

function CaseCells({
  model,
  height,
  virtualColumns,
  focusedColumn,
  onLeaveEditor,
  line,
}: MatrixLineRowProps & { readonly line: CaseLine }) {
  const { row } = line;
  const heat = useReading((state) => state.heat);
  return (
    <>
      <CaseHeader model={model} row={row} />
      {virtualColumns.map(({ index, start, size }) => {
        const column = model.columns[index];
        if (column === undefined) return null;
        const place = { columnId: column.id, rowKey: row.key };
        return (
          <MatrixCellBox
            key={column.id}
            matrixId={model.matrix.id}
            columnId={column.id}
            rowKey={row.key}
            cell={model.cells.get(cellKey(place)) ?? null}
            heat={heat ? model.heat(model.cells.get(cellKey(place)), row) : 0}
            rowCases={saysCases(model, column, heat) ? model.casesOf(column.id, row) : null}
            shows={model.matrix.view.shows}
            isFilledIn={column.kind === 'attribute'}
            spot={`${line.number} ${index}`}
            columnIndex={index}
            left={start}
            width={size}
            height={height}
            isFocused={focusedColumn === index}
            onLeaveEditor={onLeaveEditor}
          />
        );
      })}
    </>
  );
}

/** Counts of several cases are read against how many these are. */
function saysCases({ matrix }: MatrixModel, { kind }: MatrixColumn, isShaded: boolean): boolean {
  if (matrix.rowKind === 'cases') return false;
  return takesCasesTogether(matrix) || kind === 'group' || isShaded;
}
