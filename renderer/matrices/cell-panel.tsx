import { Scale } from 'lucide-react';
import type { CellChecking } from '#shared/checking/checking-contract.ts';
import type { CellDetail, MatrixColumn, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { CellClaim, useCellChecking } from '../checking/cell-claim.tsx';
import { ClaimSentences } from '../checking/claim-sentences.tsx';
import { useLive } from '../api/use-live.ts';
import { MemosOf } from '../memos/memos-of.tsx';
import { Button } from '../ui/button.tsx';
import { CellFragments } from './cell-fragments.tsx';
import { isJudged } from '#shared/matrices/judgement-keys.ts';
import { JudgementField } from './judgement-field.tsx';
import { SourceCells } from './source-cells.tsx';
import { useMatrices } from './matrices-store.ts';
import { useRested } from './use-rested.ts';
import { spotOf, placeAt, useMatrixPlace } from './matrix-focus.ts';
import { cellKey, type CellPlace, type MatrixModel } from './matrix-model.ts';
import { MATRIX_TABLES } from './matrix-tables.ts';

/** The focused cell in full: what was written, by whom, and the words behind it. */
export function CellPanel({ model }: { readonly model: MatrixModel }) {
  const spot = spotOf(model, useMatrixPlace());
  const place = placeAt(model, { ...spot, row: Math.max(0, spot.row) });
  const row = model.matrix.rows[Math.max(0, spot.row)];
  const column = model.columns[spot.column];
  if (place === null || row === undefined || column === undefined) return null;
  const derived = model.cells.get(cellKey(place))?.derived ?? '';
  return <PanelOfCell place={place} row={row} column={column} derived={derived} />;
}

/** A column that shows an attribute, or is drawn from cells, asks for no fragments of its own. */
function asksForFragments(
  { isGone }: MatrixRow,
  { kind, sources, codeIds }: MatrixColumn,
  { fragments }: CellDetail,
): boolean {
  if (fragments.length > 0) return true;
  if (isGone) return false;
  return kind !== 'attribute' && kind !== 'group' && (sources.length === 0 || codeIds.length > 0);
}

interface PanelOfCellProps {
  readonly place: CellPlace;
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  /** What is read off the cases and nobody writes. */
  readonly derived: string;
}

function PanelOfCell({ place, row, column, derived }: PanelOfCellProps) {
  const { columnId, rowKey } = useRested(place);
  const { value } = useLive(() => api.matrices.cell({ columnId, rowKey }), MATRIX_TABLES, [columnId, rowKey]);
  // While the next cell is on its way, the words of the last one are not shown under its name.
  const isOfPlace = value !== undefined && cellKey(value) === cellKey(place);
  const detail = isOfPlace ? value : undefined;
  const claim = useCellChecking({ columnId, rowKey });
  // Both are asked for at the same time; one of them may still be about the cell before.
  const checking = claim?.cellId === (detail?.cellId ?? null) ? claim : undefined;
  return (
    <aside className="matrix-panel" tabIndex={-1} aria-label={`Cell ${row.code}, ${column.title}`}>
      <header className="matrix-panel-header">
        <h2>
          {row.code} <span className="muted">×</span> {column.title}
        </h2>
        {column.decisionRule !== '' && (
          <p className="matrix-panel-rule">
            <Scale aria-label="Decision rule" />
            {column.decisionRule}
          </p>
        )}
      </header>
      {detail !== undefined && isJudged(column.kind) && (
        <JudgementField place={place} detail={detail} column={column} />
      )}
      {column.kind === 'attribute' ? (
        <p className="matrix-panel-derived">
          {derived === '' ? <span className="muted">Nothing is known of it here.</span> : derived}
        </p>
      ) : (
        <PanelSummary place={place} detail={detail} checking={checking} />
      )}
      {/* A value that is only read off is no claim. */}
      {detail !== undefined &&
        checking !== undefined &&
        (column.kind !== 'attribute' || isWritten(detail)) && (
          <CellClaim place={place} checking={checking} isWritten={isWritten(detail)} />
        )}
      {detail !== undefined && column.sources.length > 0 && (
        <SourceCells place={place} upstream={detail.upstream} checking={checking} />
      )}
      {detail !== undefined && row.isGone && detail.fragments.length === 0 && (
        <p className="matrix-no-fragments muted">
          {row.code} is no longer in the study, so nothing is counted here. What was written is kept.
        </p>
      )}
      {detail !== undefined && asksForFragments(row, column, detail) && (
        <CellFragments
          key={cellKey(place)}
          place={place}
          fragments={detail.fragments}
          total={detail.totalFragments}
          column={column}
          checking={checking}
        />
      )}
      {detail !== undefined && detail.cellId !== null && (
        <MemosOf target={{ kind: 'cell', id: detail.cellId }} />
      )}
    </aside>
  );
}

function isWritten({ summary, rating, symbol, rationale }: CellDetail): boolean {
  return summary !== '' || rating !== null || symbol !== null || rationale !== '';
}

interface PanelSummaryProps {
  readonly place: CellPlace;
  readonly detail: CellDetail | undefined;
  readonly checking: CellChecking | undefined;
}

function PanelSummary({ place, detail, checking }: PanelSummaryProps) {
  const draft = useMatrices((state) => state.drafts[cellKey(place)]);
  const summary = draft?.text ?? detail?.summary ?? '';
  return (
    <section className="matrix-panel-summary" aria-label="Summary">
      {summary === '' ? (
        <p className="muted">{detail === undefined ? '' : 'No summary yet.'}</p>
      ) : draft === undefined && checking !== undefined && checking.cellId !== null ? (
        <ClaimSentences key={checking.cellId} cellId={checking.cellId} checking={checking} />
      ) : (
        <p className="matrix-panel-text">{summary}</p>
      )}
      <p className="matrix-panel-author">
        <span className="muted">{authorLine(detail, draft?.state)}</span>
        <Button tone="quiet" onPress={() => useMatrices.setState({ editing: place })}>
          {summary === '' ? 'Write' : 'Edit'} <kbd>Enter</kbd>
        </Button>
      </p>
    </section>
  );
}

function authorLine(detail: CellDetail | undefined, state: string | undefined): string {
  if (state === 'failed') return 'Not saved. Edit it to try again.';
  if (state === 'typing' || state === 'saving') return 'Saving…';
  if (!detail || detail.authorName === null || detail.updatedAt === null) return '';
  const when = new Date(detail.updatedAt).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${detail.authorName}, ${when}`;
}
