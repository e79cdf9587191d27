import { assertNever } from '../assert.ts';
import type { CodeId } from '../ids.ts';
import type { Matrix, MatrixColumn } from '../matrices/matrices-contract.ts';

/** Where what a column says comes from, and by which rule. */
export function columnInWords(
  column: MatrixColumn,
  matrix: Pick<Matrix, 'attributes' | 'rowKind'>,
  codePaths: ReadonlyMap<CodeId, string>,
): string {
  return [
    ...asksFor(column, matrix),
    ...drawnFrom(column),
    ...codesOf(column, matrix, codePaths),
    ...(column.decisionRule === '' ? [] : [`Decision rule: ${column.decisionRule}`]),
  ].join('\n');
}

function asksFor(column: MatrixColumn, { attributes }: Pick<Matrix, 'attributes'>): string[] {
  const { kind, poleLow, poleHigh, attributeId, caseValue } = column;
  const attribute = attributes.find(({ id }) => id === attributeId)?.name ?? 'an attribute that was removed';
  switch (kind) {
    case 'codes':
    case 'cells':
      return [];
    case 'attribute':
      return [`Shows ${attribute}.`];
    case 'group':
      return [`Cases in which ${attribute} is ${caseValue === '' ? 'without a value' : caseValue}.`];
    case 'rating':
      return [
        poleLow + poleHigh === '' ? 'A rating from −2 to +2.' : `A rating: −2 ${poleLow}, +2 ${poleHigh}.`,
      ];
    case 'checklist':
    case 'condition':
    case 'verdict':
      return [`A ${kind}.`];
    default:
      return assertNever(kind);
  }
}

function drawnFrom({ sources }: MatrixColumn): string[] {
  return sources.length === 0
    ? []
    : [`Drawn from ${sources.map(({ matrixName, title }) => `“${matrixName}”, ${title}`).join('; ')}`];
}

/** A code that was removed is no longer among them. */
function codesOf(
  { kind, codeIds, sources }: MatrixColumn,
  { rowKind }: Pick<Matrix, 'rowKind'>,
  codePaths: ReadonlyMap<CodeId, string>,
): string[] {
  if (codeIds.length > 0)
    return [`Codes: ${codeIds.map((id) => codePaths.get(id) ?? 'a removed code').join('; ')}`];
  const asks = kind !== 'attribute' && kind !== 'group' && sources.length === 0 && rowKind !== 'codes';
  return asks ? ['No codes: it counts nothing.'] : [];
}
