import { useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type {
  SessionDifference,
  SessionDifferences,
  SessionSummary,
} from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useComparison } from './comparison-store.ts';
import { DIFFERENCE_TABLES } from './difference-tables.ts';
import { DifferenceFilters } from './difference-filters.tsx';
import { DifferenceList } from './difference-list.tsx';
import { DifferencePane } from './difference-pane.tsx';
import { filterDifferences } from './filter-differences.ts';
import { FiguresBeside } from './figures-beside.tsx';
import { TogetherView } from './together-view.tsx';
import { useComparedText } from './use-compared-text.ts';
import { useNewSpan } from './use-new-span.ts';

/** The main screen of a comparison is what people differ on, and not a number. */
export function DifferencesView({ session }: { readonly session: SessionSummary }) {
  const { filter, selected, together } = useComparison();
  const { value: all } = useLive(() => api.comparison.differences({ id: session.id }), DIFFERENCE_TABLES, [
    session.id,
  ]);
  if (all === undefined) return null;
  const shown = filterDifferences(all.differences, filter);
  const current = shown.find(({ key }) => key === selected) ?? shown[0];
  if (together) return <TogetherView session={session} all={all} shown={shown} current={current} />;
  const shownHere = { session, all, shown };
  return (
    <Group orientation="horizontal" className="difference-view">
      {current === undefined ? (
        <Panel defaultSize="320px" minSize="220px" className="differences-left">
          <DifferenceFilters all={all} shown={shown} />
          <NoneShown all={all} />
        </Panel>
      ) : (
        <OneOfMany {...shownHere} current={current} />
      )}
      <Separator className="panel-separator" aria-label="Width of the figures" />
      <Panel defaultSize="264px" minSize="0px" maxSize="45%" className="differences-right">
        <FiguresBeside session={session} all={all} />
      </Panel>
    </Group>
  );
}

interface OneOfManyProps {
  readonly session: SessionSummary;
  readonly all: SessionDifferences;
  readonly shown: readonly SessionDifference[];
  readonly current: SessionDifference;
}

function OneOfMany({ session, all, shown, current }: OneOfManyProps) {
  const list = useRef<HTMLDivElement>(null);
  const compared = useComparedText(session.id, current.transcriptId);
  const newSpan = useNewSpan(current, compared?.text ?? '');
  return (
    <>
      <Panel defaultSize="312px" minSize="220px" maxSize="45%" className="differences-left">
        <DifferenceFilters all={all} shown={shown} />
        <DifferenceList ref={list} all={all} shown={shown} current={current} newSpan={newSpan} />
      </Panel>
      <Separator className="panel-separator" aria-label="Width of the list" />
      <Panel minSize="300px" className="differences-middle">
        <DifferencePane
          all={all}
          shown={shown}
          difference={current}
          compared={compared}
          newSpan={newSpan}
          toList={() => list.current?.focus()}
        />
      </Panel>
    </>
  );
}

function NoneShown({ all }: { readonly all: SessionDifferences }) {
  if (all.differences.length === 0) {
    return (
      <EmptyState title="They do not differ">
        All coders gave the same codes to the same passages: {all.agreed} of them.
      </EmptyState>
    );
  }
  return <EmptyState title="No difference is like that">Choose other filters above.</EmptyState>;
}
