import type { CodeId, ParticipantId } from '#shared/ids.ts';
import { withDescendants } from '#shared/matrices/column-codes.ts';
import type { ColumnKind } from '#shared/matrices/cell-kinds.ts';
import { isJudged } from '#shared/matrices/judgement-keys.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { themePoles } from '#shared/within-case/theme-poles.ts';
import type {
  CaseFragment,
  CaseTheme,
  ThemeJudgement,
  ThemeSource,
} from '#shared/within-case/within-case-contract.ts';
import { readCheckedCells } from '#electron/checking/read-checking.ts';
import type { CodeRow } from '#electron/codebook/codebook-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findCell, type CellRecord } from '#electron/matrices/cells-sql.ts';
import { evidenceOfCell } from '#electron/matrices/evidence-sql.ts';
import { readColumns } from '#electron/matrices/read-matrix.ts';
import { caseRowOf } from '#electron/matrices/rows-sql.ts';

interface Theme {
  readonly title: string;
  readonly decisionRule: string;
  readonly codeIds: readonly CodeId[];
  readonly column: MatrixColumn | null;
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
  const cells = themes.map(({ column }) => (column === null ? undefined : findCell(db, column.id, rowKey)));
  const states = new Map(
    readCheckedCells(
      db,
      cells.flatMap((cell) => cell?.id ?? []),
    ).map((checked) => [checked.cell.cellId, checked.state]),
  );
  return themes.map(({ column, ...theme }, index) => {
    const below = withDescendants(codes, theme.codeIds);
    const own = fragments.filter(({ codeId }) => below.has(codeId));
    const cell = cells[index];
    const unwritten = own.length > 0 ? 'not summarised' : 'empty';
    return {
      ...theme,
      key: column === null ? `code ${theme.codeIds.join()}` : `column ${column.id}`,
      columnId: column?.id ?? null,
      summary: cell?.summary ?? '',
      authorName: cell?.authorName ?? null,
      updatedAt: cell?.updatedAt ?? null,
      state: (cell === undefined ? undefined : states.get(cell.id)) ?? unwritten,
      judgement: judgementOf(column, cell),
      fragmentIds: own.map(({ id }) => id),
      evidence: cell === undefined ? [] : evidenceOfCell(db, cell.id),
      poles: themePoles(
        codes.filter(({ id }) => below.has(id)),
        own,
      ),
    };
  });
}

function judgementOf(column: MatrixColumn | null, cell: CellRecord | undefined): ThemeJudgement | null {
  if (column === null || !isJudged(column.kind)) return null;
  const { kind, poleLow, poleHigh } = column;
  const { rating = null, symbol = null, rationale = '' } = cell ?? {};
  return { kind, poleLow, poleHigh, rating, symbol, rationale };
}

function ofMatrix(db: ReadableDb, { matrixId }: Extract<ThemeSource, { kind: 'matrix' }>): Theme[] {
  return readColumns(db, matrixId)
    .filter(({ kind }) => ASKING.includes(kind))
    .map((column) => ({
      title: column.title,
      decisionRule: column.decisionRule,
      codeIds: column.codeIds,
      column,
    }));
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
    column: null,
  }));
}
