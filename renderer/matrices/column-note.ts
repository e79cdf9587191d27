import { NOTHING } from '#shared/matrices/column-totals.ts';
import { countRows } from '#shared/matrices/judgement-names.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { isTypology } from '#shared/matrices/traits.ts';
import type { MatrixModel } from './matrix-model.ts';

/** What a column holds altogether, or where it comes from, in a line below its title. */
export function columnNote({ matrix, totals, cells }: MatrixModel, column: MatrixColumn): string {
  if (column.sources.length > 0) return `from ${sourcesOf(column)}`;
  const ofRows = `of ${countRows(matrix.rowKind, matrix.rows.length)}`;
  switch (column.kind) {
    case 'attribute':
    case 'group': {
      const trait = matrix.attributes.find(({ id }) => id === column.attributeId);
      if (trait === undefined) return 'what it showed was removed';
      if (column.kind === 'group') return `${trait.name}${sizeOf(matrix, column)}`;
      return isTypology(trait) ? 'type of the case' : 'attribute';
    }
    case 'cells':
      return 'what it was drawn from was removed';
    case 'rating':
    case 'checklist':
    case 'condition':
    case 'verdict': {
      const judged = [...cells.values()].filter(
        ({ columnId, rating, symbol }) => columnId === column.id && (rating ?? symbol) !== null,
      ).length;
      return `${column.kind} · ${judged} ${ofRows}`;
    }
    default: {
      if (column.codeIds.length === 0 && matrix.rowKind !== 'codes') return 'no codes chosen';
      const { codings, cases } = totals.get(column.id) ?? NOTHING;
      return `${codings.toLocaleString()} codings · ${cases.toLocaleString()} ${ofRows}`;
    }
  }
}

/** How many cases are in the group, where that is the same in every row. */
function sizeOf({ groupSizes }: MatrixModel['matrix'], { id }: MatrixColumn): string {
  const sizes = new Set(groupSizes.flatMap(({ columnId, cases }) => (columnId === id ? [cases] : [])));
  const [size] = sizes;
  return size === undefined || sizes.size > 1 ? '' : ` · ${countRows('cases', size)}`;
}

function sourcesOf({ sources }: MatrixColumn): string {
  const [first] = sources;
  if (first === undefined) return '';
  const names = sources.map(({ title }) => title).join(', ');
  return `${first.matrixName}: ${names}`;
}
