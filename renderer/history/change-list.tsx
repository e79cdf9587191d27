import type { HistoryChange } from '#shared/history/history-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';

/** The rows of one change: what each was before and after. */
export function ChangeList({ groupId, total }: { readonly groupId: number; readonly total: number }) {
  const { value: changes } = useLive(() => api.history.changes({ id: groupId }), [], [groupId]);
  if (changes === undefined) return null;
  return (
    <ul className="change-list">
      {changes.map((change, index) => (
        <li key={index}>
          <span className="muted">
            {verb(change)} {change.table.replaceAll('_', ' ')} {change.rowId}
          </span>
          <span>{difference(change)}</span>
        </li>
      ))}
      {changes.length < total && (
        <li className="muted">… and {(total - changes.length).toLocaleString()} more rows</li>
      )}
    </ul>
  );
}

function verb({ before, after }: HistoryChange): string {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

const LONGEST = 120;

function difference({ before, after }: HistoryChange): string {
  const row = after ?? before ?? {};
  const names = Object.keys(row).filter((name) => name !== 'id' && name !== 'uid');
  if (before !== null && after !== null) {
    return names
      .filter((name) => before[name] !== after[name])
      .map((name) => `${name.replaceAll('_', ' ')}: ${short(before[name])} → ${short(after[name])}`)
      .join(' · ');
  }
  return names
    .filter((name) => row[name] !== null && row[name] !== '')
    .map((name) => `${name.replaceAll('_', ' ')}: ${short(row[name])}`)
    .join(' · ');
}

function short(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  const text = String(value);
  return text.length > LONGEST ? `“${text.slice(0, LONGEST)}…”` : `“${text}”`;
}
