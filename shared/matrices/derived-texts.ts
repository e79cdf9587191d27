import type { TraitId, ColumnId, ParticipantId } from '../ids.ts';
import type { MatrixColumn, MatrixRow } from './matrices-contract.ts';
import { groupRow, type RowKey } from './row-keys.ts';
import type { DerivedTexts } from './sparse-cells.ts';
import { compareNaturally } from './value-order.ts';

interface Case {
  readonly participantId: ParticipantId;
  readonly code: string;
  readonly values: Readonly<Record<TraitId, string>>;
}

/**
 * What columns of attributes and of groups say of a row that takes cases together: the value of a case, “active 3 · passive
 * 2” of several, and the codes of the cases where a row and a group cross.
 */
export function derivedTexts(
  columns: readonly MatrixColumn[],
  rows: readonly Pick<MatrixRow, 'key'>[],
  members: ReadonlyMap<RowKey, readonly ParticipantId[]>,
  cases: readonly Case[],
): DerivedTexts {
  const caseOf = new Map(cases.map((one) => [one.participantId, one]));
  const casesOf = (key: RowKey): Case[] => (members.get(key) ?? []).flatMap((id) => caseOf.get(id) ?? []);
  const texts = new Map<ColumnId, Map<RowKey, string>>();
  for (const column of columns) {
    const read = readerOf(column);
    if (read === null) continue;
    const ofColumn = new Map<RowKey, string>();
    for (const { key } of rows) {
      const text = read(casesOf(key));
      if (text !== '') ofColumn.set(key, text);
    }
    texts.set(column.id, ofColumn);
  }
  return texts;
}

function readerOf({
  kind,
  attributeId,
  caseValue,
}: MatrixColumn): ((cases: readonly Case[]) => string) | null {
  if (attributeId === null) return null;
  if (kind === 'attribute') return (cases) => distribution(cases.map((one) => one.values[attributeId] ?? ''));
  if (kind !== 'group') return null;
  const wanted = groupRow(caseValue ?? '');
  return (cases) =>
    cases
      .filter(({ values }) => groupRow(values[attributeId] ?? '') === wanted)
      .map(({ code }) => code)
      .toSorted(compareNaturally)
      .join(', ');
}

/** One value as it is written; several with how often each occurs, the most frequent first. */
function distribution(values: readonly string[]): string {
  const [only] = values;
  if (only === undefined) return '';
  if (values.length === 1) return only.trim();
  const groups = [...Map.groupBy(values, groupRow).values()].map((same) => ({
    value: same[0]?.trim() ?? '',
    count: same.length,
  }));
  if (groups.every(({ value }) => value === '')) return '';
  return groups
    .toSorted((a, b) => b.count - a.count || compareNaturally(a.value, b.value))
    .map(({ value, count }) => `${value === '' ? 'no value' : value} ${count}`)
    .join(' · ');
}
