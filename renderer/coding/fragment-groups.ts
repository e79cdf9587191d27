import type { Fragment } from '#shared/coding/coding-contract.ts';

/** One line of the list: the heading of a case, or a fragment of it. */
export type FragmentLine =
  | { readonly kind: 'case'; readonly title: string; readonly count: number }
  | { readonly kind: 'fragment'; readonly fragment: Fragment };

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
