import { valueOf } from '#shared/matrices/row-order.ts';
import { wordLabel } from '#shared/matrices/traits.ts';
import type { Matrix, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import type { TraitId } from '#shared/ids.ts';
import { PatternNote, PinButton } from './row-marks.tsx';
import { useMatrices } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';

/** The code of a case, and below it what the researcher wants to see of it. */
export function CaseHeader({ model, row }: { readonly model: MatrixModel; readonly row: MatrixRow }) {
  const chosen = useMatrices((state) => state.secondLine);
  const attributeId = shownAttribute(model.matrix, chosen);
  const attribute = model.matrix.attributes.find(({ id }) => id === attributeId);
  const value = attribute === undefined ? null : valueOf(row, attribute.id);
  const isCase = row.participantId !== null;
  return (
    <div className="matrix-case" role="rowheader" aria-colindex={1} data-gone={row.isGone || undefined}>
      <span className="matrix-case-code" title={row.code}>
        {row.code}
      </span>
      <PatternNote rowKey={row.key} model={model} />
      <PinButton rowKey={row.key} name={row.code} />
      {row.isGone && <span className="matrix-gone">{goneNote(model.matrix)}</span>}
      {!isCase && !row.isGone && row.cases > 0 && takesCasesTogether(model.matrix) && (
        <span className="muted">{row.cases === 1 ? '1 case' : `${row.cases} cases`}</span>
      )}
      {isCase && attribute !== undefined && (
        <span className="matrix-case-value" title={`${attribute.name}: ${wordLabel(attribute, value ?? '')}`}>
          <span className="muted">{attribute.name}</span> {value ?? '–'}
        </span>
      )}
    </div>
  );
}

export const takesCasesTogether = ({ rowKind }: Matrix): boolean =>
  rowKind === 'groups' || rowKind === 'sites' || rowKind === 'all';

/** Its cells are kept; why the row is no longer one of the matrix. */
function goneNote({ rowKind }: Matrix): string {
  if (rowKind === 'cases') return 'case was removed';
  if (rowKind === 'sites') return 'site was removed';
  return rowKind === 'codes' ? 'code was removed' : 'no longer there';
}

/** What was chosen; else what the cases are sorted by; else the first attribute. */
function shownAttribute({ view, attributes }: Matrix, chosen: TraitId | null): TraitId | null {
  if (chosen !== null) return chosen;
  if (view.sort.by === 'attribute') return view.sort.attributeId;
  return attributes.find(({ id }) => id !== view.groupBy)?.id ?? null;
}
