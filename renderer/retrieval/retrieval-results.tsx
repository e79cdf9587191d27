import type { FoundFragments, RetrievalChoices } from '#shared/retrieval/retrieval-contract.ts';
import type { Grouping } from '#shared/retrieval/fragment-query.ts';
import { useCodebook } from '../codebook/codebook-store.ts';
import { FragmentList } from '../coding/fragment-list.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CountsTable } from './counts-table.tsx';
import { CrossedTable } from './crossed-table.tsx';
import { startAgain } from './retrieval-actions.ts';
import { MOST_SHOWN, PAGE, useRetrieval } from './retrieval-store.ts';

interface RetrievalResultsProps {
  readonly found: FoundFragments;
  readonly choices: RetrievalChoices | undefined;
}

export function RetrievalResults({ found, choices }: RetrievalResultsProps) {
  const view = useRetrieval((state) => state.view);
  const groupBy = useRetrieval((state) => state.groupBy);
  const crossBy = useRetrieval((state) => state.crossBy);
  const codes = useCodebook((state) => state.byId);
  const { total, fragments, groups, removed } = found;
  return (
    <>
      {removed.length > 0 && (
        <p className="retrieval-removed" role="status">
          {`Not there any more, and left out of the question: ${removed.join('; ')}.`}
        </p>
      )}
      {view === 'counts' ? (
        found.crossed === null ? (
          <CountsTable found={found} heading={headingOf(groupBy, choices)} />
        ) : (
          <CrossedTable
            found={found}
            crossed={found.crossed}
            heading={headingOf(groupBy, choices)}
            ofOneCase={groupBy.by === 'case' || crossBy.by === 'case'}
          />
        )
      ) : total === 0 ? (
        <NothingFound />
      ) : (
        <FragmentList
          label="Fragments found"
          fragments={fragments}
          codes={codes}
          headings={groups}
          onEnd={() => {
            if (fragments.length < Math.min(total, MOST_SHOWN))
              useRetrieval.setState({ limit: Math.min(MOST_SHOWN, fragments.length + PAGE) });
          }}
        />
      )}
      {view === 'fragments' && total > MOST_SHOWN && fragments.length >= MOST_SHOWN && (
        <p className="retrieval-cut muted">
          The first {MOST_SHOWN.toLocaleString('en-GB')} are shown; an export holds all of them.
        </p>
      )}
    </>
  );
}

function headingOf(groupBy: Grouping, choices: RetrievalChoices | undefined): string {
  if (groupBy.by !== 'attribute')
    return { none: 'All', case: 'Case', code: 'Code', coder: 'Coder' }[groupBy.by];
  return choices?.attributes.find(({ id }) => id === groupBy.attributeId)?.name ?? 'Attribute';
}

function NothingFound() {
  return (
    <EmptyState
      title="No fragment is like that"
      actions={<Button onPress={startAgain}>Start a new query</Button>}
    >
      Leave out a part of the question at the left, or ask for any of the codes instead of all at once.
    </EmptyState>
  );
}
