import { memo, type ClipboardEvent, type CSSProperties } from 'react';
import { Link2 } from 'lucide-react';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import type { MatrixCell } from '#shared/matrices/matrices-contract.ts';
import type { ShownKind } from '#shared/matrices/cell-kinds.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { CellStateMark, useStances } from '../checking/matrix-states.tsx';
import { settle } from '../app/navigation.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellQuotationList } from './grid-quotations.tsx';
import type { Spot } from './grid-keys.ts';
import { JudgementMark } from './judgement-mark.tsx';
import { toggleChosen, useReading } from './reading-store.ts';
import { useMatrices } from './matrices-store.ts';
import { cellKey, type CellKey } from './matrix-model.ts';

interface MatrixCellBoxProps {
  readonly matrixId: MatrixId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly cell: MatrixCell | null;
  readonly shows: readonly ShownKind[];
  /** A cell that the program fills is not written in. */
  readonly isFilledIn: boolean;
  readonly heat: number;
  /** Of a row that takes cases together: the denominator of its counts. */
  readonly rowCases: number | null;
  readonly spot: string;
  readonly columnIndex: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly isFocused: boolean;
  readonly onLeaveEditor: (step: Spot) => void;
}

/** Per cent of the accent in the darkest cell; its text must stay readable. The legend has the same. */
const MOST_HEAT = 45;

/** One cell: what was written, how many fragments there are, and on how many of them it rests. */
export const MatrixCellBox = memo(function MatrixCellBox(props: MatrixCellBoxProps) {
  const { columnId, rowKey, cell, shows, isFilledIn, columnIndex, left, width, height, isFocused } = props;
  const place = { columnId, rowKey };
  const draft = useMatrices((state) => state.drafts[cellKey(place)]);
  const isEditing = useMatrices(({ editing }) => editing?.columnId === columnId && editing.rowKey === rowKey);
  const isChosen = useReading(({ chosen }) => chosen.has(cellKey(place)));
  const summary = draft?.text ?? cell?.summary ?? '';
  const stand = (): void => settle({ screen: 'matrices', matrixId: props.matrixId, ...place });
  const copy = (event: ClipboardEvent): void => {
    if (isEditing) return;
    event.clipboardData.setData('text/plain', summary);
    event.preventDefault();
  };

  return (
    <div
      className="matrix-cell"
      role="gridcell"
      aria-colindex={columnIndex + 2}
      aria-selected={isFocused}
      data-spot={props.spot}
      data-editing={isEditing || undefined}
      tabIndex={isFocused ? 0 : -1}
      data-chosen={isChosen || undefined}
      // A custom property, which the type of style does not know.
      style={{ left, width, '--heat': `${Math.round(props.heat * MOST_HEAT)}%` } as CSSProperties}
      data-heat={props.heat > 0 || undefined}
      // Ctrl+Space does the same by key: see the grid.
      onPointerDown={(event) => {
        if (event.ctrlKey || event.metaKey) toggleChosen(place);
      }}
      onFocus={isFocused ? undefined : stand}
      onDoubleClick={() => {
        stand();
        if (!isFilledIn) useMatrices.setState({ editing: place });
      }}
      onCopy={copy}
    >
      {cell !== null && <JudgementMark cell={cell} shows={shows} />}
      {cell !== null && cell.derived !== '' && <p className="matrix-cell-derived">{cell.derived}</p>}
      <CellText cellName={cellKey(place)} summary={shows.includes('summary') ? summary : ''} shows={shows} />
      <CellMarks
        cell={cell}
        cellName={cellKey(place)}
        showsCount={shows.includes('count')}
        rowCases={props.rowCases}
        isUnsaved={draft?.state === 'failed'}
      />
      {isEditing && (
        <CellEditor
          place={place}
          stored={cell?.summary ?? ''}
          leastHeight={height}
          onLeave={props.onLeaveEditor}
        />
      )}
    </div>
  );
});

interface CellTextProps {
  readonly cellName: CellKey;
  readonly summary: string;
  readonly shows: readonly ShownKind[];
}

/** What was written, and below it the words behind it: half of the lines each, or all for the one that is there. */
function CellText({ cellName, summary, shows }: CellTextProps) {
  const cellLines = useMatrices((state) => state.cellLines);
  if (!shows.includes('quotations')) return <p className="matrix-cell-summary">{summary}</p>;
  const forSummary = summary === '' ? 0 : Math.ceil(cellLines / 2);
  return (
    <div className="matrix-cell-text" style={{ '--summary-lines': forSummary } as CSSProperties}>
      {summary !== '' && <p className="matrix-cell-summary">{summary}</p>}
      <CellQuotationList cell={cellName} lines={cellLines - forSummary} />
    </div>
  );
}

interface CellMarksProps {
  readonly cell: MatrixCell | null;
  readonly cellName: string;
  readonly showsCount: boolean;
  readonly rowCases: number | null;
  readonly isUnsaved: boolean;
}

function CellMarks({ cell, cellName, showsCount, rowCases, isUnsaved }: CellMarksProps) {
  const { count, evidence } = cell ?? { count: 0, evidence: 0 };
  const stances = useStances(cellName);
  return (
    <p className="matrix-cell-marks">
      {isUnsaved && <span className="matrix-unsaved">not saved</span>}
      <CellStateMark cell={cellName} />
      {evidence > 0 && (
        <span
          className="matrix-evidence"
          title={`The summary rests on ${evidence} of its fragments: ${stances.words}`}
        >
          <Link2 aria-hidden />
          {evidence}
          {stances.contradicts > 0 && <span aria-hidden>≠{stances.contradicts}</span>}
          <span className="visually-hidden"> as evidence: {stances.words},</span>
        </span>
      )}
      {showsCount && count > 0 && (
        <span className="matrix-count">
          {count.toLocaleString()}
          <span className="visually-hidden"> {count === 1 ? 'fragment' : 'fragments'}</span>
          {rowCases !== null && rowCases > 0 && cell !== null && ` in ${cell.cases} of ${rowCases}`}
        </span>
      )}
    </p>
  );
}
