import { valueOf } from '#shared/matrices/row-order.ts';
import type { Matrix, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import type { AttributeId } from '#shared/ids.ts';
import { useMatrices } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';

/** The code of a case, and below it what the researcher wants to see of it. */
export function CaseHeader({ model, row }: { readonly model: MatrixModel; readonly row: MatrixRow }) {
  const chosen = useMatrices((state) => state.secondLine);
  const attributeId = shownAttribute(model.matrix, chosen);
  const attribute = model.matrix.attributes.find(({ id }) => id === attributeId);
  const value = attribute === undefined ? null : valueOf(row, attribute.id);
  return (
    <div className="matrix-case" role="rowheader" aria-colindex={1}>
      <span className="matrix-case-code">{row.code}</span>
      {attribute !== undefined && (
        <span className="matrix-case-value" title={`${attribute.name}: ${value ?? 'no value'}`}>
          <span className="muted">{attribute.name}</span> {value ?? '–'}
        </span>
      )}
    </div>
  );
}

/** What was chosen; else what the cases are sorted by; else the first attribute. */
function shownAttribute({ view, attributes }: Matrix, chosen: AttributeId | null): AttributeId | null {
  if (chosen !== null) return chosen;
  if (view.sort.by === 'attribute') return view.sort.attributeId;
  return attributes.find(({ id }) => id !== view.groupBy)?.id ?? null;
}
