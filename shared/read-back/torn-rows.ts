import { placeKey, type ExportedState } from './exported-state.ts';
import { folded } from './returned-names.ts';
import type { ReturnedSheet } from './returned-sheet.ts';

/**
 * Whoever sorts only the columns that can be seen leaves the hidden marks of the rows behind: each row then carries the
 * mark of another. Where what was exported proves it, in that texts stand beside the names that they were exported with
 * and never beside the marks, the rows of the sheet go by their names. Else the sheet is given back as it is.
 */
export function rejoinTornRows(
  sheet: ReturnedSheet,
  exported: ExportedState | null,
  hashOf: (text: string) => string,
): ReturnedSheet {
  if (exported === null) return sheet;
  const meant = meantRows(sheet.rowNames, exported.rows);
  if (meant === null) return sheet;
  const marked = new Set(
    sheet.entries.map(({ rowKey, columnUid, field }) => placeKey(rowKey, columnUid, field)),
  );
  // A row that was copied, or whose name is not the only one of its kind: nobody knows which of the two is meant.
  if (marked.size !== sheet.entries.length) return sheet;
  let byName = 0;
  let byMark = 0;
  for (const { rowKey, columnUid, field, text } of sheet.entries) {
    const other = meant.get(rowKey);
    if (text.trim() === '' || other === undefined || other === rowKey) continue;
    const hash = hashOf(text);
    if (exported.hashes.get(placeKey(other, columnUid, field)) === hash) byName += 1;
    if (exported.hashes.get(placeKey(rowKey, columnUid, field)) === hash) byMark += 1;
  }
  if (byName === 0 || byMark > 0) return sheet;
  const keyOf = (key: string): string => meant.get(key) ?? key;
  return {
    ...sheet,
    entries: sheet.entries.map((entry) => ({ ...entry, rowKey: keyOf(entry.rowKey) })),
    rowNames: new Map([...sheet.rowNames].map(([key, name]) => [keyOf(key), name])),
  };
}

/** The row that each row is by its name; null when a name is that of no row, or of several. */
function meantRows(
  shown: ReadonlyMap<string, string>,
  exported: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | null {
  const owners = Map.groupBy(exported, ([, name]) => folded(name));
  const meant = new Map<string, string>();
  for (const [key, name] of shown) {
    const [owner, ...others] = owners.get(folded(name)) ?? [];
    if (owner === undefined || others.length > 0) return null;
    meant.set(key, owner[0]);
  }
  return new Set(meant.values()).size === meant.size ? meant : null;
}
