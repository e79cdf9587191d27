import type { ComparisonKind, MemoClass } from '#shared/memos/memos-contract.ts';

export const classLabels: Readonly<Record<MemoClass, string>> = {
  analytic: 'Analytic',
  method: 'Method',
  reflexive: 'Reflexive',
  comparison: 'Comparison',
};

export const comparisonLabels: Readonly<Record<ComparisonKind, string>> = {
  'within case': 'Within a case',
  'within group': 'Within a group',
  'between groups': 'Between groups',
  'with theory': 'With theory',
};

/** “Analytic”, “Comparison between groups”. */
export function kindOfMemo(memo: {
  readonly class: MemoClass;
  readonly comparison: ComparisonKind | null;
}): string {
  const { comparison } = memo;
  return comparison === null
    ? classLabels[memo.class]
    : `Comparison ${comparisonLabels[comparison].toLowerCase()}`;
}
