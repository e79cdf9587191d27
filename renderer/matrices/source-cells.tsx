import { ArrowUpRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import type { CellDetail, Stance, UpstreamCell } from '#shared/matrices/matrices-contract.ts';
import { ratingName, symbolSigns } from '#shared/matrices/judgement-names.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { linkByKey, SentenceMarks } from '../checking/claim-sentences.tsx';
import { STANCE_KEYS } from './cell-fragments.tsx';
import { focusGrid } from './matrix-focus.ts';
import type { CellPlace } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

interface SourceCellsProps {
  readonly place: CellPlace;
  readonly upstream: CellDetail['upstream'];
  readonly checking: CellChecking | undefined;
}

const STANCES: readonly (readonly [Stance, string])[] = [
  ['supports', 'Supports'],
  ['qualifies', 'Qualifies'],
  ['contradicts', 'Contradicts'],
];

/** The cells that this one is drawn from, in full, beside what is written from them. With the keys of fragments. */
export function SourceCells({ place, upstream, checking }: SourceCellsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, upstream.length - 1);

  function moveTo(index: number): void {
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const cell = upstream[at];
    if (cell === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const stance = STANCE_KEYS[event.key.toLowerCase()];
    const isOnRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Escape' || event.key === 'F6') focusGrid();
    // Enter and Space on one of its buttons press that.
    else if (!isOnRow) return;
    else if (stance !== undefined) take(place, cell, stance);
    else if (event.key === 'Enter') open(cell);
    else if (!linkByKey(checking, { sourceCellId: cell.cellId }, event.key)) return;
    event.preventDefault();
  }

  return (
    <section className="matrix-sources" aria-label="Cells it is drawn from">
      <h3>{upstream.length === 1 ? 'Drawn from 1 cell' : `Drawn from ${upstream.length} cells`}</h3>
      {upstream.length === 0 ? (
        <p className="muted">Nothing is written yet in the cells that this one is drawn from.</p>
      ) : (
        <div ref={list} role="grid" tabIndex={-1} aria-label="Source cells" onKeyDown={onKeyDown}>
          {upstream.map((cell, index) => (
            <div
              key={cell.cellId}
              className="matrix-fragment"
              role="row"
              data-index={index}
              data-cell={cell.cellId}
              data-stance={cell.stance ?? undefined}
              tabIndex={index === at ? 0 : -1}
              onFocus={() => setActive(index)}
            >
              <SourceCell place={place} cell={cell} checking={checking} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

interface SourceCellProps {
  readonly place: CellPlace;
  readonly cell: UpstreamCell;
  readonly checking: CellChecking | undefined;
}

function SourceCell({ place, cell, checking }: SourceCellProps) {
  return (
    <>
      <div role="gridcell">
        <p className="matrix-source-name muted">
          {cell.rowName} × {cell.columnTitle}
          {cell.rating !== null && <b> {ratingName(cell.rating)}</b>}
          {cell.symbol !== null && (
            <b>
              {' '}
              {symbolSigns[cell.symbol]} {cell.symbol}
            </b>
          )}
        </p>
        <p className="matrix-panel-text">{cell.summary}</p>
      </div>
      <div role="gridcell" className="matrix-fragment-stances">
        {STANCES.map(([stance, label]) => (
          <button
            key={stance}
            type="button"
            className="matrix-stance"
            data-stance={stance}
            aria-pressed={cell.stance === stance}
            onClick={() => take(place, cell, stance)}
          >
            {label}
          </button>
        ))}
        {checking !== undefined && (
          <SentenceMarks checking={checking} evidence={{ sourceCellId: cell.cellId }} />
        )}
        <button type="button" className="matrix-jump" onClick={() => open(cell)}>
          <ArrowUpRight aria-hidden />
          In {cell.matrixName}
        </button>
      </div>
    </>
  );
}

function open({ matrixId, columnId, rowKey }: UpstreamCell): void {
  navigate({ screen: 'matrices', matrixId, columnId, rowKey });
}

/** The same again takes it back. */
function take(place: CellPlace, { cellId, stance }: UpstreamCell, next: Stance): void {
  runSafely(api.matrices.setEvidence({ ...place, cellIds: [cellId], stance: stance === next ? null : next }));
}
