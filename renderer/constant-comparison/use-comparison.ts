import type { Comparison } from '#shared/constant-comparison/constant-comparison-contract.ts';
import {
  groupFragments,
  type FragmentGroup,
  type GroupOf,
} from '#shared/constant-comparison/group-fragments.ts';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import type { AttributeId, CodeId, CodingId, LayerId } from '#shared/ids.ts';
import type { Attribute } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useCompare } from './compare-store.ts';

interface ComparisonOf {
  readonly subject: Fragment | undefined;
  readonly groups: readonly FragmentGroup[];
  readonly groupOf: GroupOf;
  readonly attributes: readonly Attribute[];
  readonly comparisons: readonly Comparison[];
  /** Own codings of the code that were not yet compared, oldest first. */
  readonly queue: readonly CodingId[];
  readonly total: number;
}

/** The most that one answer may hold (see the contract of coding). */
const MOST = 2000;

/** What is compared with what; undefined until it is known. */
export function useComparison(
  codeId: CodeId,
  layerId: LayerId | null,
  selected: CodingId | null,
): ComparisonOf | undefined {
  const groupBy = useCompare((state) => state.groupBy);
  const chosen = useCompare((state) => (state.chosen?.codeId === codeId ? state.chosen.codingId : null));
  const fragments = useLive(
    () => api.coding.fragments({ codeIds: [codeId], descendants: false, layerId, limit: MOST }),
    ['coding', 'code', 'transcript', 'participant'],
    [codeId, layerId],
  ).value;
  const comparisons = useLive(
    () => api.constantComparison.ofCode({ codeId }),
    ['comparison', 'coding'],
    [codeId],
  ).value;
  const queue = useLive(
    () => api.constantComparison.queue({ codeId }),
    ['comparison', 'coding'],
    [codeId],
  ).value;
  const table = useLive(
    () => api.participants.table({}),
    ['participant', 'attribute', 'attribute_value'],
    [],
  ).value;
  if (!fragments || !comparisons || !queue || !table) return undefined;

  const find = (id: CodingId | null | undefined): Fragment | undefined =>
    fragments.fragments.find((fragment) => fragment.id === id);
  const subject = find(chosen) ?? find(selected) ?? find(queue[0]) ?? fragments.fragments[0];
  const groupOf = grouping(table, groupBy);
  const others = fragments.fragments.filter(({ id }) => id !== subject?.id);
  return {
    subject,
    groups: groupFragments(others, groupOf),
    groupOf,
    attributes: table.attributes,
    comparisons,
    queue,
    total: fragments.total,
  };
}

function grouping(
  { attributes, participants }: Awaited<ReturnType<typeof api.participants.table>>,
  groupBy: AttributeId | null,
): GroupOf {
  if (groupBy === null || !attributes.some(({ id }) => id === groupBy)) return null;
  const values = new Map(participants.map(({ id, values: own }) => [id, own[groupBy] ?? '']));
  return (participantId) => (participantId === null ? '' : (values.get(participantId) ?? ''));
}
