/** Two labels that are probably one speaker, the rarer one first. */
export interface NearDuplicate {
  readonly label: string;
  readonly of: string;
}

export interface CountedLabel {
  readonly label: string;
  readonly turns: number;
}

/**
 * Labels that differ as a slip of the pen does: in capitals, spaces, signs, accents, a letter for a figure (`BSRO6` for
 * `BSR06`), or one letter of a long name that is rare beside the other. Names with other figures are other people.
 */
export function nearDuplicates(labels: readonly CountedLabel[]): readonly NearDuplicate[] {
  const ordered = labels.toSorted((a, b) => b.turns - a.turns);
  const found: NearDuplicate[] = [];
  ordered.forEach((rare, index) => {
    const common = ordered.slice(0, index).find((candidate) => isSlip(rare, candidate));
    if (common !== undefined) found.push({ label: rare.label, of: common.label });
  });
  return found;
}

function isSlip(rare: CountedLabel, common: CountedLabel): boolean {
  const [a, b] = [fold(rare.label), fold(common.label)];
  if (a === b) return true;
  if (a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '')) return false;
  const isRare = rare.turns <= 3 || rare.turns * 10 <= common.turns;
  const shortest = Math.min(a.length, b.length);
  return isRare && shortest >= 5 && editDistance(a, b) <= (shortest >= 9 ? 2 : 1);
}

/** Letters that are read for figures become figures where there is a figure at all. */
function fold(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return /\d/.test(plain) ? plain.replaceAll('o', '0').replaceAll(/[li]/g, '1') : plain;
}

/** Insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, at(row - 2, column - 2) + 1);
      }
      rows[row]?.push(least);
    }
  }
  return at(a.length, b.length);
}
