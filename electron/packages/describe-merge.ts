import type {
  MappingChoice,
  MergeItem,
  MergeOutcome,
  MergeReport,
  MergedTable,
} from '#shared/packages/merge-report.ts';
import { noCounts } from '#shared/packages/merge-report.ts';
import type { SqlValue } from '#electron/database/handles.ts';
import type { Row } from './merge-sql.ts';
import { foldName } from './row-index.ts';
import type { MergePlan, PlannedRow } from './merge-plan.ts';
import { labelOf } from './row-labels.ts';
import { saidColumns, type StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

const MOST_ITEMS = 400;
const LONGEST_VALUE = 400;

/** What became of every row: the numbers of a table always add up to the rows that came. */
export function mergedTables(
  { rows, theirs }: MergePlan,
  withdrawn: ReadonlyMap<string, number>,
): readonly MergedTable[] {
  const counts = new Map<string, Record<MergeOutcome, number>>();
  for (const { shape, outcome } of rows) {
    const ofTable = counts.get(shape.table) ?? noCounts();
    ofTable[outcome] += 1;
    counts.set(shape.table, ofTable);
  }
  return theirs.shapes
    .filter(({ table }) => counts.has(table) || (withdrawn.get(table) ?? 0) > 0)
    .map(({ table, rule }) => ({
      table,
      part: rule.part,
      noun: rule.noun,
      rows: theirs.rows(table).length + (withdrawn.get(table) ?? 0),
      counts: { ...(counts.get(table) ?? noCounts()), withdrawn: withdrawn.get(table) ?? 0 },
    }));
}

/** What somebody may want to look at: conflicts first, then what was not placed, what changes, and what is new. */
export function itemsOf(
  plan: MergePlan,
  isHidden: (table: string) => boolean,
): Pick<MergeReport, 'items' | 'moreItems'> {
  const order: readonly MergeItem['outcome'][] = ['conflict', 'not placed', 'kept', 'changed', 'added'];
  const wanted = plan.rows
    .filter(
      ({ shape, outcome }) => outcome !== 'same' && outcome !== 'older' && isWorthTelling(shape, outcome),
    )
    .filter(({ shape }) => !isHidden(shape.table))
    .toSorted(
      (a, b) => order.findIndex((one) => one === a.outcome) - order.findIndex((one) => one === b.outcome),
    );
  return {
    items: wanted.slice(0, MOST_ITEMS).map((row) => itemOf(plan, row)),
    moreItems: Math.max(0, wanted.length - MOST_ITEMS),
  };
}

/** New rows are told by their number; only those that a person knows by name are listed. */
function isWorthTelling({ table, rule }: TableShape, outcome: MergeOutcome): boolean {
  if (rule.part === 'merging') return false;
  if (outcome !== 'added') return true;
  return ['coder', 'participant', 'transcript', 'code', 'matrix', 'attribute'].includes(table);
}

function itemOf(
  { ours, theirs }: MergePlan,
  { shape, theirs: their, row, ours: our, outcome }: PlannedRow,
): MergeItem {
  return {
    table: shape.table,
    // Only such rows are asked for.
    outcome: outcome as MergeItem['outcome'],
    label: labelOf(theirs, shape, their),
    differences:
      our === null || row === null
        ? []
        : saidColumns(shape)
            .filter((column) => our[column] !== row[column])
            .map((column) => ({
              column,
              ours: shown(ours, shape, our, column),
              theirs: shown(ours, shape, row, column),
            })),
  };
}

function shown(study: StudyRows, shape: TableShape, row: Row, column: string): string {
  const value: SqlValue = row[column] ?? null;
  const target = shape.references.get(column);
  if (target !== undefined && typeof value === 'number') {
    const found = study.get(target, value);
    return found === undefined ? '' : labelOf(study, study.shape(target), found);
  }
  return String(value ?? '').slice(0, LONGEST_VALUE);
}

/** Things that a person knows by a name, of which two may be the same although they have nothing in common but it. */
const MAPPED: Readonly<Record<string, readonly string[]>> = {
  coder: ['name'],
  participant: ['code'],
  attribute: ['name'],
  code: ['name', 'key'],
  matrix: ['name'],
  exclusive_domain: ['name'],
  saved_query: ['name'],
  site: ['code'],
};

/**
 * What is new here and called like something of ours, or is a code, which may have another name here: the person says
 * which of them are the same. `same` is what was said so far.
 */
export function mappingChoices(
  { rows, ours }: MergePlan,
  same: ReadonlyMap<string, string>,
): readonly MappingChoice[] {
  const added = new Set(
    rows.filter(({ outcome }) => outcome === 'added').map(({ shape, row }) => `${shape.table} ${row?.id}`),
  );
  return rows.flatMap(({ shape, theirs, row, outcome, alias }): MappingChoice[] => {
    const columns = MAPPED[shape.table];
    if (columns === undefined || row === null) return [];
    const uid = String(theirs['uid']);
    const decided = same.get(uid) ?? null;
    if (outcome !== 'added' && !(alias !== null && decided !== null)) return [];
    const candidates = ours
      .rows(shape.table)
      .filter(({ id }) => !added.has(`${shape.table} ${id}`))
      .filter((our) => columns.some((column) => isAlike(our[column], theirs[column])))
      .map((our) => ({
        uid: String(our['uid']),
        name: labelOf(ours, shape, our),
        alike: saidColumns(shape).every(
          (column) => shape.references.has(column) || our[column] === theirs[column],
        ),
      }));
    if (candidates.length === 0 && shape.table !== 'code' && decided === null) return [];
    return [
      {
        table: shape.table,
        noun: shape.rule.noun,
        theirUid: uid,
        theirName: String(theirs[columns[0] ?? 'name'] ?? ''),
        candidates: candidates.toSorted((a, b) => Number(b.alike) - Number(a.alike)),
        sameAs: decided,
      },
    ];
  });
}

function isAlike(one: SqlValue | undefined, other: SqlValue | undefined): boolean {
  return (
    typeof one === 'string' && typeof other === 'string' && one !== '' && foldName(one) === foldName(other)
  );
}

/** Our codes, for who looks for the one that theirs has another name for. */
export function codesBefore({ rows, ours }: MergePlan): MergeReport['ourCodes'] {
  const added = new Set(
    rows
      .filter(({ shape, outcome }) => shape.table === 'code' && outcome === 'added')
      .map(({ row }) => row?.id),
  );
  return ours
    .rows('code')
    .filter(({ id }) => !added.has(id))
    .map((code) => ({ uid: String(code['uid']), name: String(code['name']) }));
}
