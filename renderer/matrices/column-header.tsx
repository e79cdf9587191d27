import { ChevronDown, Scale } from 'lucide-react';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { settle } from '../app/navigation.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { columnNote } from './column-note.ts';
import { columnChoices } from './column-choices.ts';
import { ColumnResizer } from './column-resizer.tsx';
import { openDialog } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';

interface ColumnHeaderProps {
  readonly model: MatrixModel;
  readonly column: MatrixColumn;
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly isFocused: boolean;
}

/** The title of a column, what it holds altogether, and its menu. */
export function ColumnHeader({ model, column, index, left, width, isFocused }: ColumnHeaderProps) {
  const note = columnNote(model, column);
  const stand = (): void => settle({ screen: 'matrices', matrixId: model.matrix.id, columnId: column.id });
  return (
    <div
      className="matrix-column"
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sortState(model, column)}
      data-spot={`-1 ${index}`}
      tabIndex={isFocused ? 0 : -1}
      style={{ left, width }}
      onFocus={isFocused ? undefined : stand}
      onDoubleClick={() => openDialog({ kind: 'column', columnId: column.id, field: 'title' })}
    >
      <div className="matrix-column-text">
        <span className="matrix-column-title" title={column.title}>
          {column.title}
        </span>
        <span className="matrix-column-note" title={note}>
          {column.decisionRule !== '' && (
            <span title={column.decisionRule}>
              <Scale aria-label="Has a decision rule" />
            </span>
          )}
          {note}
        </span>
      </div>
      <Menu
        label={`Column ${column.title}`}
        trigger={
          <IconButton
            label={`Column ${column.title}`}
            icon={<ChevronDown />}
            excludeFromTabOrder={!isFocused}
          />
        }
        choices={columnChoices(model, column)}
      />
      <ColumnResizer columnId={column.id} title={column.title} width={width} />
    </div>
  );
}

function sortState({ matrix }: MatrixModel, column: MatrixColumn): 'ascending' | 'descending' | 'none' {
  const { sort, descending } = matrix.view;
  if (sort.by !== 'column' || sort.columnId !== column.id) return 'none';
  return descending ? 'descending' : 'ascending';
}
