import type { VirtualItem } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { rowKindNames } from '#shared/matrices/judgement-names.ts';
import { IconButton } from '../ui/button.tsx';
import { ColumnHeader } from './column-header.tsx';
import { openDialog } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';

interface MatrixHeaderProps {
  readonly model: MatrixModel;
  readonly virtualColumns: readonly VirtualItem[];
  readonly focusedColumn: number | null;
  readonly width: number;
}

function cornerName({ matrix }: MatrixModel): string {
  const attribute = matrix.attributes.find(({ id }) => id === matrix.rowAttributeId);
  const [one] = rowKindNames[matrix.rowKind];
  return attribute?.name ?? one.charAt(0).toUpperCase() + one.slice(1);
}

/** The line of column headers; it stays in view. */
export function MatrixHeader({ model, virtualColumns, focusedColumn, width }: MatrixHeaderProps) {
  return (
    <div className="matrix-header" role="row" aria-rowindex={1} style={{ width: width + 48 }}>
      <div className="matrix-corner" role="columnheader" aria-colindex={1}>
        {cornerName(model)}
      </div>
      {virtualColumns.map(({ index, start, size }) => {
        const column = model.columns[index];
        if (column === undefined) return null;
        return (
          <ColumnHeader
            key={column.id}
            model={model}
            column={column}
            index={index}
            left={start}
            width={size}
            isFocused={focusedColumn === index}
          />
        );
      })}
      <div
        className="matrix-add-column"
        role="columnheader"
        aria-colindex={model.columns.length + 2}
        style={{ left: width }}
      >
        <IconButton label="Add a column" icon={<Plus />} onPress={() => openDialog({ kind: 'add-column' })} />
      </div>
    </div>
  );
}
