import { cellStates, type CellStateName, type Verdict } from '../checking/cell-state.ts';
import { stateWord } from '../checking/state-words.ts';
import type { ColumnId } from '../ids.ts';
import type { Matrix, MatrixCell, MatrixColumn, Stance } from '../matrices/matrices-contract.ts';
import type { RowKey } from '../matrices/row-keys.ts';
import { cellKey, type CellKey } from './cell-lookup.ts';

interface Place {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

export interface ReportedCheck extends Place {
  readonly checker: string;
  /** Null while the checker has begun, and not decided. */
  readonly verdict: Verdict | null;
  readonly note: string;
  /** What the checker wrote before seeing the author's; empty where it was not asked for. */
  readonly own: string;
  readonly at: string;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly resolution: string;
  readonly resolvedBy: string | null;
  /** False: the cell was changed since, and waits to be checked again. */
  readonly isCurrent: boolean;
}

/** A cell of another matrix that a cell rests on. */
export interface ReportedSource extends Place {
  readonly stance: Stance;
  readonly matrix: string;
  readonly row: string;
  readonly column: string;
  readonly summary: string;
  readonly judgement: string;
}

/** Why a cell was judged as it was. */
export interface ReportedReason extends Place {
  /** The rating, verdict or symbol; empty when only the reason was written. */
  readonly judgement: string;
  readonly rationale: string;
}

/** A sentence of a summary, and one fragment or cell of another matrix that it rests on. */
export interface ReportedSentence extends Place {
  readonly sentence: string;
  readonly restsOn: string;
}

/** What was drawn, merged or left out when the matrix was made from another. */
export interface ReportedStep {
  readonly kind: string;
  readonly column: string;
  readonly sources: string;
  readonly reason: string;
  readonly coderName: string;
  readonly at: string;
}

/** How far the claims of a matrix have come, and what they came from. */
export interface Claims {
  readonly states: ReadonlyMap<CellKey, CellStateName>;
  readonly checks: readonly ReportedCheck[];
  readonly sources: readonly ReportedSource[];
  readonly reasons: readonly ReportedReason[];
  readonly sentences: readonly ReportedSentence[];
  readonly steps: readonly ReportedStep[];
}

/** What one cell rests on, in lines: why it was judged so, the cells of other matrices, and sentence by sentence. */
export interface BehindCell extends Place {
  readonly name: string;
  readonly lines: readonly string[];
}

/** In the order of rows and columns; only cells that have anything of that kind. */
export function behindCells(
  { rows, columns }: Matrix,
  { reasons, sources, sentences }: Claims,
): readonly BehindCell[] {
  const keyOf = ({ rowKey, columnId }: Place): CellKey => cellKey(rowKey, columnId);
  const reasonOf = new Map(reasons.map((reason) => [keyOf(reason), reason]));
  const sourcesOf = Map.groupBy(sources, keyOf);
  const sentencesOf = Map.groupBy(sentences, keyOf);
  return rows.flatMap(({ key, code }) =>
    columns.flatMap(({ id, title }) => {
      const place = cellKey(key, id);
      const reason = reasonOf.get(place);
      const lines = [
        ...(reason === undefined ? [] : [reasonInWords(reason)]),
        ...(sourcesOf.get(place) ?? []).map(sourceInWords),
        ...(sentencesOf.get(place) ?? []).map(({ sentence, restsOn }) => `${sentence} ← ${restsOn}`),
      ];
      return lines.length === 0 ? [] : [{ rowKey: key, columnId: id, name: `${code} × ${title}`, lines }];
    }),
  );
}

function reasonInWords({ judgement, rationale }: ReportedReason): string {
  return judgement === '' ? `Why: ${rationale}` : `Why ${withMinus(judgement)}: ${rationale}`;
}

/** As the table writes ratings; a sheet, which reckons with them, has a hyphen. */
function withMinus(judgement: string): string {
  return judgement.replace(/^-/, '−');
}

function sourceInWords({ stance, matrix, row, column, summary, judgement }: ReportedSource): string {
  const said = [withMinus(judgement), summary].filter((text) => text !== '').join(': ');
  return `${stance} · “${matrix}”, ${row} × ${column}${said === '' ? '' : `: ${said}`}`;
}

/** Where fragments are counted and nobody wrote anything there is no record: that it is not summarised follows from them. */
export function stateAt(
  { states }: Pick<Claims, 'states'>,
  place: Place,
  cell: MatrixCell | undefined,
): CellStateName {
  const known = states.get(cellKey(place.rowKey, place.columnId));
  return known ?? (cell !== undefined && cell.count > 0 ? 'not summarised' : 'empty');
}

const MOST_NAMED = 300;

/** The lines that say how far to trust what is exported. */
export function claimFacts(matrix: Matrix, { states, checks, steps }: Claims): (readonly [string, string])[] {
  const named = new Map(
    cellStates.map((state) => [state, namesWhere(matrix, states, (one) => one === state)]),
  );
  const claims = (['draft', 'ready', 'checked', 'disputed', 'stale'] as const).reduce(
    (sum, state) => sum + (named.get(state)?.length ?? 0),
    0,
  );
  const unchecked = namesWhere(matrix, states, (state) => state === 'draft' || state === 'ready');
  const counts = cellStates.flatMap((state) => {
    const count = named.get(state)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${stateWord(state).toLowerCase()}`];
  });
  const decided = checks.filter(({ verdict, isCurrent }) => verdict !== null && isCurrent);
  return [
    ['States', counts.length === 0 ? 'No cell holds a claim yet.' : `${counts.join(', ')}.`],
    [
      'Stale cells',
      listed(named.get('stale') ?? [], 'None: no claim rests on anything that was changed since.'),
    ],
    [
      'Unchecked cells',
      claims === 0 ? '' : listed(unchecked, 'None: every claim was checked by somebody else.'),
    ],
    ['Disputed cells', listed(named.get('disputed') ?? [], '')],
    ['Checks', decided.length === 0 ? '' : checksInWords(decided)],
    ['Reduction', steps.map(stepInWords).join('\n')],
  ];
}

interface NamedCell {
  readonly row: string;
  readonly column: MatrixColumn;
}

function namesWhere(
  { rows, columns }: Matrix,
  states: ReadonlyMap<CellKey, CellStateName>,
  isMeant: (state: CellStateName) => boolean,
): readonly NamedCell[] {
  return columns.flatMap((column) =>
    rows.flatMap(({ key, code }) => {
      const state = states.get(cellKey(key, column.id));
      return state !== undefined && isMeant(state) ? [{ row: code, column }] : [];
    }),
  );
}

/** Column by column: what a reader goes through is a column, and its title need not be said for every cell. */
function listed(names: readonly NamedCell[], none: string): string {
  if (names.length === 0) return none;
  const shown = [...Map.groupBy(names.slice(0, MOST_NAMED), ({ column }) => column)].map(
    ([{ title }, own]) => `${title}: ${own.map(({ row }) => row).join(', ')}`,
  );
  const rest = names.length - MOST_NAMED;
  return `${names.length}. ${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function checksInWords(checks: readonly ReportedCheck[]): string {
  const by = [...new Set(checks.map(({ checker }) => checker))].join(', ');
  const count = (verdict: Verdict): number => checks.filter((check) => check.verdict === verdict).length;
  // What each checker says of each cell as it is: an earlier difference was followed by another verdict.
  const latest = new Map(
    checks
      .filter(({ isCurrent }) => isCurrent)
      .map((check) => [`${cellKey(check.rowKey, check.columnId)} ${check.checker}`, check]),
  );
  const open = [...latest.values()].filter(
    ({ verdict, resolution }) => verdict !== 'agree' && resolution === '',
  ).length;
  return `${checks.length} by ${by}: ${count('agree')} agree, ${count('minor')} minor, ${count('major')} major; ${open} open.`;
}

export function stepInWords({ kind, column, sources, reason, coderName, at }: ReportedStep): string {
  const what = column === '' ? sources : `${column}${sources === '' ? '' : ` (from ${sources})`}`;
  return `${at.slice(0, 10)}, ${coderName}: ${kind} ${what}${reason === '' ? '' : `. ${reason}`}`;
}
