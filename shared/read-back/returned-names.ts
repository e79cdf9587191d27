import type { ReturnedSheet } from './returned-sheet.ts';

interface CurrentNames {
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

/**
 * A row whose mark says T01 while its first cell says T05 was torn apart, by sorting some of its columns and not others;
 * nobody can tell which of the two its texts are about. A name that no other row has is a row that was renamed in the sheet.
 */
export function mistakenNames(
  sheets: readonly ReturnedSheet[],
  current: CurrentNames,
): (rowKey: string, columnUid: string) => string | undefined {
  const rows = mistakenOf(
    sheets.map(({ rowNames }) => rowNames),
    current.rows,
    'row',
  );
  const columns = mistakenOf(
    sheets.map(({ columnTitles }) => columnTitles),
    current.columns,
    'column',
  );
  return (rowKey, columnUid) => rows.get(rowKey) ?? columns.get(columnUid);
}

function mistakenOf(
  shown: readonly ReadonlyMap<string, string>[],
  current: ReadonlyMap<string, string>,
  what: 'row' | 'column',
): ReadonlyMap<string, string> {
  const owners = Map.groupBy(current, ([, name]) => folded(name));
  const found = new Map<string, string>();
  for (const names of shown) {
    for (const [key, name] of names) {
      const own = current.get(key);
      const owning = owners.get(folded(name)) ?? [];
      if (own === undefined || name === '' || owning.length === 0 || owning.some(([other]) => other === key))
        continue;
      found.set(
        key,
        `This ${what} is that of ${own}, but is called ${name}: its texts and its name no longer belong together. Nothing is taken from it.`,
      );
    }
  }
  return found;
}

export function folded(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** A rating or a symbol as people write it: “+1”, “−1” with a real minus, “Mixed”. */
export function judgementText(text: string): string {
  const plain = text.trim().replaceAll('\u2212', '-').toLowerCase();
  return /^[+-]?\d+(\.0+)?$/.test(plain) ? String(Number(plain)) : plain;
}
