import type { CodeId, ColumnId, ParticipantId } from '#shared/ids.ts';
import { withDescendants } from '#shared/matrices/column-codes.ts';
import type { ColumnKind } from '#shared/matrices/cell-kinds.ts';
import { themePoles } from '#shared/within-case/theme-poles.ts';
import type { CaseFragment, CaseTheme, ThemeSource } from '#shared/within-case/within-case-contract.ts';
import type { CodeRow } from '#electron/codebook/codebook-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findCell } from '#electron/matrices/cells-sql.ts';
import { evidenceOfCell } from '#electron/matrices/evidence-sql.ts';
import { readColumns } from '#electron/matrices/read-matrix.ts';
import { caseRowOf } from '#electron/matrices/rows-sql.ts';

interface Theme {
  readonly title: string;
  readonly decisionRule: string;
  readonly codeIds: readonly CodeId[];
  readonly columnId: ColumnId | null;
}

/** The themes of a case with its fragments and, where they are columns of a matrix, the cell of each. */
export function readThemes(
  db: ReadableDb,
  participantId: ParticipantId,
  source: ThemeSource,
  codes: readonly CodeRow[],
  fragments: readonly CaseFragment[],
): CaseTheme[] {
  const { rowKey } = caseRowOf(db, participantId);
  const themes = source.kind === 'matrix' ? ofMatrix(db, source) : ofCodebook(codes, source.levels);
  return themes.map((theme) => {
    const below = withDescendants(codes, theme.codeIds);
    const own = fragments.filter(({ codeId }) => below.has(codeId));
    const cell = theme.columnId === null ? undefined : findCell(db, theme.columnId, rowKey);
    return {
      ...theme,
      key: theme.columnId === null ? `code ${theme.codeIds.join()}` : `column ${theme.columnId}`,
      summary: cell?.summary ?? '',
      authorName: cell?.authorName ?? null,
      updatedAt: cell?.updatedAt ?? null,
      fragmentIds: own.map(({ id }) => id),
      evidence: cell === undefined ? [] : evidenceOfCell(db, cell.id),
      poles: themePoles(
        codes.filter(({ id }) => below.has(id)),
        own,
      ),
    };
  });
}

function ofMatrix(db: ReadableDb, { matrixId }: Extract<ThemeSource, { kind: 'matrix' }>): Theme[] {
  return readColumns(db, matrixId)
    .filter(({ kind }) => ASKING.includes(kind))
    .map(({ id, title, decisionRule, codeIds }) => ({ title, decisionRule, codeIds, columnId: id }));
}

/** Columns that ask for fragments of a case, and not for what is known of it already. */
const ASKING: readonly ColumnKind[] = ['codes', 'rating', 'checklist', 'condition', 'verdict'];

/** In the order of the tree; with two levels, a code without any below it stands for itself. */
function ofCodebook(codes: readonly CodeRow[], levels: 1 | 2): Theme[] {
  const children = Map.groupBy(codes, ({ parentId }) => parentId);
  const roots = children.get(null) ?? [];
  const chosen = levels === 1 ? roots : roots.flatMap((root) => children.get(root.id) ?? [root]);
  return chosen.map(({ id, name, definition }) => ({
    title: name,
    decisionRule: definition,
    codeIds: [id],
    columnId: null,
  }));
}
