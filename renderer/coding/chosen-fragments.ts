import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { CodingId } from '#shared/ids.ts';
import type { FragmentLine } from './fragment-groups.ts';

export type Chosen = ReadonlySet<CodingId>;

export function toggled(chosen: Chosen, id: CodingId): Chosen {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** All between two lines, both included, and what was chosen before. */
export function withRange(chosen: Chosen, lines: readonly FragmentLine[], from: number, to: number): Chosen {
  const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...chosen, ...fragmentsOf(between).map(({ id }) => id)]);
}

export function fragmentsOf(lines: readonly FragmentLine[]): readonly Fragment[] {
  return lines.flatMap((line) => (line.kind === 'fragment' ? [line.fragment] : []));
}

/** What an action is about: what is chosen, or else the fragment that has the cursor. */
export function fragmentsMeant(
  lines: readonly FragmentLine[],
  chosen: Chosen,
  active: number,
): readonly Fragment[] {
  if (chosen.size > 0) return fragmentsOf(lines).filter(({ id }) => chosen.has(id));
  const line = lines[active];
  return line?.kind === 'fragment' ? [line.fragment] : [];
}
