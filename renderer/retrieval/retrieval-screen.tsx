import { useEffect } from 'react';
import { Download } from 'lucide-react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Grouping } from '#shared/retrieval/fragment-query.ts';
import type { FoundFragments, RetrievalChoices } from '#shared/retrieval/retrieval-contract.ts';
import { api } from '../api/api.ts';
import { onSession } from '../api/changes.ts';
import { useLive } from '../api/use-live.ts';
import { goToScreen } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { Select } from '../ui/select.tsx';
import { QueryBuilder } from './query-builder.tsx';
import { RetrievalDialogs } from './retrieval-dialogs.tsx';
import { RetrievalResults } from './retrieval-results.tsx';
import { emptyRetrieval, openDialog, PAGE, useRetrieval } from './retrieval-store.ts';
import { SavedQueries } from './saved-queries.tsx';
import './retrieval.css';

const TABLES = ['coding', 'code', 'participant', 'attribute', 'attribute_value', 'transcript', 'layer'];

export function RetrievalScreen() {
  const { query, groupBy, crossBy, limit } = useRetrieval();
  const { value: choices } = useLive(
    () => api.retrieval.choices({}),
    ['attribute', 'attribute_value', 'transcript', 'coder', 'layer'],
    [],
  );
  const { value: saved } = useLive(() => api.retrieval.saved({}), ['saved_query'], []);
  const { value: found } = useLive(() => api.retrieval.find({ query, groupBy, crossBy, limit }), TABLES, [
    query,
    groupBy,
    crossBy,
    limit,
  ]);
  useEffect(() => onSession(() => useRetrieval.setState(emptyRetrieval)), []);
  const { value: hasCodings } = useLive(
    async () => (await api.transcripts.list({})).some(({ codings }) => codings > 0),
    ['coding', 'transcript'],
    [],
  );
  if (hasCodings === false) return <NothingCoded />;
  return (
    <Screen
      title="Fragments"
      note={found === undefined ? undefined : noteOf(found)}
      toolbar={choices !== undefined && <Toolbar choices={choices} />}
    >
      <Group orientation="horizontal" className="retrieval">
        <Panel defaultSize="360px" minSize="200px" maxSize="55%">
          <div className="retrieval-question">
            {choices !== undefined && <QueryBuilder choices={choices} />}
            {saved !== undefined && <SavedQueries saved={saved} />}
          </div>
        </Panel>
        <Separator className="panel-separator" aria-label="Width of the question" />
        <Panel className="retrieval-answer" minSize="220px">
          {found !== undefined && <RetrievalResults found={found} choices={choices} />}
        </Panel>
      </Group>
      <p className="visually-hidden" role="status">
        {found !== undefined && noteOf(found)}
      </p>
      <RetrievalDialogs />
    </Screen>
  );
}

function noteOf({ total, cases, casesInScope }: FoundFragments): string {
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? 'fragment' : 'fragments'}`;
  return `${count} in ${cases} of ${casesInScope === 1 ? '1 case' : `${casesInScope} cases`}`;
}

function Toolbar({ choices }: { readonly choices: RetrievalChoices }) {
  const { groupBy, crossBy, view } = useRetrieval();
  const groupings = [
    { value: 'case', label: 'by case' },
    { value: 'code', label: 'by code' },
    { value: 'coder', label: 'by coder' },
    ...choices.attributes.map(({ id, name }) => ({ value: `attribute ${id}`, label: `by ${name}` })),
  ];
  const crossings = [
    { value: 'none', label: 'not crossed' },
    ...groupings
      .filter(({ value }) => value !== keyOf(groupBy))
      .map(({ value, label }) => ({ value, label: label.replace('by', '×') })),
  ];
  const groupingOf = (value: string): Grouping => {
    const attribute = choices.attributes.find(({ id }) => value === `attribute ${id}`);
    if (attribute !== undefined) return { by: 'attribute', attributeId: attribute.id };
    return value === 'code' || value === 'coder' || value === 'case' ? { by: value } : { by: 'none' };
  };
  return (
    <>
      <Select
        label="Show"
        hideLabel
        choices={[
          { value: 'fragments', label: 'Fragments' },
          { value: 'counts', label: 'Counts' },
        ]}
        value={view}
        onChange={(value) => useRetrieval.setState({ view: value })}
      />
      <Select
        label="Group"
        hideLabel
        choices={groupings}
        value={keyOf(groupBy)}
        onChange={(value) => {
          const crossed = value === keyOf(crossBy) ? ({ by: 'none' } as const) : crossBy;
          useRetrieval.setState({ groupBy: groupingOf(value), crossBy: crossed, limit: PAGE });
        }}
      />
      {view === 'counts' && (
        <Select
          label="Cross with"
          hideLabel
          choices={crossings}
          value={keyOf(crossBy)}
          onChange={(value) => useRetrieval.setState({ crossBy: groupingOf(value) })}
        />
      )}
      <Button icon={<Download />} onPress={() => openDialog({ kind: 'export' })}>
        Export…
      </Button>
    </>
  );
}

function keyOf(grouping: Grouping): string {
  return grouping.by === 'attribute' ? `attribute ${grouping.attributeId}` : grouping.by;
}

function NothingCoded() {
  return (
    <Screen title="Fragments">
      <EmptyState
        title="There are no fragments to find yet"
        actions={
          <Button tone="primary" onPress={() => goToScreen('coding')}>
            Go to coding
          </Button>
        }
      >
        A fragment is a passage that has a code. Code a transcript first; then find here what was coded, by
        codes and how they stand to each other, by attributes of the cases, and by who said it where.
      </EmptyState>
    </Screen>
  );
}
