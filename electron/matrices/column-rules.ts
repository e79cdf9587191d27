import { AppError } from '#shared/contract/errors.ts';
import type { TraitId, CodeId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { ColumnKind } from '#shared/matrices/cell-kinds.ts';
import { withoutTrait } from '#shared/matrices/traits.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { ColumnRecord } from './columns-sql.ts';
import { requireMatrix } from './read-matrix.ts';
import type { NewColumn } from './store-matrix.ts';
import { listTraits } from './traits-sql.ts';

interface Asked {
  readonly kind: ColumnKind;
  readonly codeIds: readonly CodeId[];
  readonly attributeId: TraitId | null;
  readonly sourceIds: readonly ColumnId[];
}

/** Refuses a column that would ask for nothing. */
export function requireFitting(db: ReadableDb, matrixId: MatrixId, column: Asked): void {
  const problem = problemOf(column, requireMatrix(db, matrixId).rowKind === 'codes');
  if (problem !== null) throw new AppError('bad-input', { problems: [problem] });
}

function problemOf({ kind, codeIds, attributeId, sourceIds }: Asked, rowsAreCodes: boolean): string | null {
  switch (kind) {
    case 'codes':
      return codeIds.length > 0 || rowsAreCodes ? null : 'Choose at least one code for the column.';
    case 'attribute':
    case 'group':
      return attributeId === null ? 'Choose the attribute or the typology of the column.' : null;
    case 'cells':
      return sourceIds.length > 0 ? null : 'Choose the columns from which this one is drawn.';
    default:
      return null;
  }
}

const JUDGEMENTS: Readonly<Partial<Record<ColumnKind, string>>> = {
  rating: 'Rating',
  checklist: 'Checklist',
  condition: 'Condition',
  verdict: 'Verdict',
};

/** The given title, or the names of what the column asks for. */
export function columnTitle(
  db: ReadableDb,
  { kind = 'codes', title, attributeId, caseValue }: NewColumn,
  codeNames: readonly string[],
  sources: readonly Pick<ColumnRecord, 'title'>[],
): string {
  const given = title?.trim() ?? '';
  if (given !== '') return given;
  if (kind === 'attribute' || kind === 'group') {
    const trait = listTraits(db).find(({ id }) => id === attributeId);
    if (trait === undefined) return '';
    if (kind === 'attribute') return trait.name;
    return caseValue?.trim() ? caseValue.trim() : withoutTrait(trait);
  }
  const names = sources.length > 0 ? sources.map((source) => source.title) : codeNames;
  return names.join(' + ') || (JUDGEMENTS[kind] ?? 'All fragments');
}
