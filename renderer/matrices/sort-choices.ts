import { rowKindNames } from '#shared/matrices/judgement-names.ts';
import type { Matrix, MatrixView } from '#shared/matrices/matrices-contract.ts';
import { traitLabel } from '#shared/matrices/traits.ts';
import type { Choice } from '../ui/select.tsx';

type Sort = MatrixView['sort'];

export function sortChoices({ attributes, columns, rowKind }: Matrix): Choice<string>[] {
  const [one] = rowKindNames[rowKind];
  return [
    { value: 'case', label: one },
    ...(rowKind === 'cases' ? attributes : []).map((trait) => ({
      value: `attribute ${trait.id}`,
      label: traitLabel(trait),
    })),
    ...columns.map(({ id, title, kind }) => ({
      value: `column ${id}`,
      label: kind === 'codes' ? `codings in ${title}` : title,
    })),
  ];
}

export function sortKey(sort: Sort): string {
  switch (sort.by) {
    case 'case':
      return 'case';
    case 'attribute':
      return `attribute ${sort.attributeId}`;
    case 'column':
      return `column ${sort.columnId}`;
  }
}

/** The order that a choice of `sortChoices` stands for. */
export function sortFromKey({ attributes, columns }: Matrix, key: string): Sort {
  const attribute = attributes.find(({ id }) => key === `attribute ${id}`);
  if (attribute !== undefined) return { by: 'attribute', attributeId: attribute.id };
  const column = columns.find(({ id }) => key === `column ${id}`);
  return column === undefined ? { by: 'case' } : { by: 'column', columnId: column.id };
}
