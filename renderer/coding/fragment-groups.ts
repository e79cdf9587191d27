import type { Fragment } from '#shared/coding/coding-contract.ts';

/** One line of the list: the heading of a case, or a fragment of it. */
export type FragmentLine =
  | { readonly kind: 'case'; readonly title: string; readonly count: number }
  | { readonly kind: 'fragment'; readonly fragment: Fragment };

/** A heading over so many fragments, counted also where they are not loaded yet. */
export interface FragmentHeading {
  readonly title: string;
  readonly fragments: number;
}

/** The fragments under headings that are known beforehand: each stands over as many fragments as it says. */
export function underHeadings(
  fragments: readonly Fragment[],
  headings: readonly FragmentHeading[],
): readonly FragmentLine[] {
  const lines: FragmentLine[] = [];
  let from = 0;
  for (const { title, fragments: count } of headings) {
    const under = fragments.slice(from, from + count);
    if (under.length > 0) lines.push({ kind: 'case', title, count });
    for (const fragment of under) lines.push({ kind: 'fragment', fragment });
    from += count;
  }
  return lines;
}

/** The fragments under the headings of their cases. They come in the order of cases, and keep their order. */
export function groupByCase(fragments: readonly Fragment[]): readonly FragmentLine[] {
  const counts = new Map<string, number>();
  for (const fragment of fragments) {
    const title = caseTitle(fragment);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const lines: FragmentLine[] = [];
  let current: string | null = null;
  for (const fragment of fragments) {
    const title = caseTitle(fragment);
    if (title !== current) lines.push({ kind: 'case', title, count: counts.get(title) ?? 0 });
    current = title;
    lines.push({ kind: 'fragment', fragment });
  }
  return lines;
}

function caseTitle({ participantCode, transcriptTitle }: Fragment): string {
  return participantCode ?? `${transcriptTitle} (no case)`;
}
