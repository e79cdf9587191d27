import { RotateCcw } from 'lucide-react';
import type { SessionDifference, SessionDifferences } from '#shared/comparison/comparison-contract.ts';
import { differenceKinds, type DifferenceKind } from '#shared/comparison/differences.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { filterBy, noFilter, useComparison, type DifferenceState } from './comparison-store.ts';

const ANY = 'any';

export const kindLabels: Readonly<Record<DifferenceKind, string>> = {
  'only some': 'Only some gave it',
  boundary: 'Other ends',
  'split or lump': 'One piece or several',
  'other code': 'Other code',
};

const STATES: readonly { readonly value: DifferenceState; readonly label: string }[] = [
  { value: 'all', label: 'Settled or not' },
  { value: 'open', label: 'Still open' },
  { value: 'settled', label: 'Settled' },
  { value: 'unresolved', label: 'Unresolved' },
];

interface DifferenceFiltersProps {
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
}

export function DifferenceFilters({ all, shown }: DifferenceFiltersProps) {
  const { filter } = useComparison();
  const used = new Set(all.differences.flatMap(({ codeUids }) => codeUids));
  const { discussion } = all;
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  return (
    <div className="difference-filters">
      <div className="difference-selects">
        <Select
          label="Code"
          hideLabel
          choices={[
            { value: ANY, label: 'Any code' },
            ...all.codes
              .filter(({ uid }) => used.has(uid))
              .map(({ uid, name }) => ({ value: uid, label: name })),
          ]}
          value={filter.codeUid ?? ANY}
          onChange={(value) => filterBy({ codeUid: value === ANY ? null : value, otherUid: null })}
        />
        <Select
          label="Kind"
          hideLabel
          choices={[
            { value: ANY, label: 'Any kind' },
            ...differenceKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })),
          ]}
          value={filter.kind ?? ANY}
          onChange={(value) => filterBy({ kind: differenceKinds.find((kind) => kind === value) ?? null })}
        />
        <Select
          label="Coder"
          hideLabel
          choices={[
            { value: ANY, label: 'Any coder' },
            ...all.coders.map((name, place) => ({ value: String(place), label: `${name} gave it` })),
          ]}
          value={filter.coder === null ? ANY : String(filter.coder)}
          onChange={(value) => filterBy({ coder: value === ANY ? null : Number(value) })}
        />
        <Select
          label="Transcript"
          hideLabel
          choices={[
            { value: 0, label: 'All transcripts' },
            ...all.transcripts.map(({ id, title }) => ({ value: id as number, label: title })),
          ]}
          value={filter.transcriptId ?? 0}
          onChange={(value) =>
            filterBy({ transcriptId: all.transcripts.find(({ id }) => id === value)?.id ?? null })
          }
        />
        <Select
          label="State"
          hideLabel
          choices={STATES}
          value={filter.state}
          onChange={(state) => filterBy({ state })}
        />
        {isFiltered && (
          <IconButton label="Show all differences" icon={<RotateCcw />} onPress={() => filterBy(noFilter)} />
        )}
      </div>
      <p className="muted" role="status">
        {shown.length === all.differences.length
          ? `${shown.length} differences`
          : `${shown.length} of ${all.differences.length} differences`}
        {` · ${discussion.settled} settled, ${discussion.unresolved} unresolved, ${discussion.open} open`}
      </p>
    </div>
  );
}
