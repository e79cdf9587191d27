import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Layer } from '#shared/coding/coding-contract.ts';
import type { TraitId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { changeView } from './matrices-actions.ts';
import { useMatrices } from './matrices-store.ts';
import { ReadingMenu } from './reading-menu.tsx';
import { runSafely } from './run-safely.ts';
import { traitChoices } from './trait-choices.ts';
import { sortChoices, sortFromKey, sortKey } from './sort-choices.ts';

const ALL = 0;
const CELL_LINES = [2, 4, 6, 10];

/** Whose codings count, in what order the cases stand, and how much of a cell is shown. */
export function ViewBar({ matrix }: { readonly matrix: Matrix }) {
  const { view, attributes } = matrix;
  const { value: layers } = useLive(() => api.coding.layers({}), ['layer'], []);
  const cellLines = useMatrices((state) => state.cellLines);
  const secondLine = useMatrices((state) => state.secondLine);
  const change = (part: Parameters<typeof changeView>[1]): void => runSafely(changeView(matrix.id, part));
  const attributeChoices = traitChoices(attributes);

  return (
    <div className="matrix-view-bar" role="toolbar" aria-label="Order of the matrix">
      <Labelled label="Codings of">
        <Select
          label="Codings of"
          hideLabel
          choices={[{ value: ALL, label: 'all coders' }, ...(layers ?? []).map(layerChoice)]}
          value={view.layerId ?? ALL}
          onChange={(id) => change({ layerId: id === ALL ? null : id })}
        />
      </Labelled>
      <Labelled label="Sort by">
        <Select
          label="Sort by"
          hideLabel
          choices={sortChoices(matrix)}
          value={sortKey(view.sort)}
          onChange={(key) => change({ sort: sortFromKey(matrix, key) })}
        />
        <IconButton
          label={view.descending ? 'Sorted down: turn round' : 'Sorted up: turn round'}
          icon={view.descending ? <ArrowDownWideNarrow /> : <ArrowUpNarrowWide />}
          onPress={() => change({ descending: !view.descending })}
        />
      </Labelled>
      {matrix.rowKind === 'cases' && attributes.length > 0 && (
        <>
          <Labelled label="Group by">
            <Select
              label="Group by"
              hideLabel
              choices={[{ value: ALL, label: 'nothing' }, ...attributeChoices]}
              value={view.groupBy ?? ALL}
              onChange={(id) => change({ groupBy: id === ALL ? null : id })}
            />
          </Labelled>
          <Labelled label="Beside the case">
            <Select
              label="Beside the case"
              hideLabel
              choices={[{ value: ALL, label: 'automatic' }, ...attributeChoices]}
              value={secondLine ?? ALL}
              onChange={(id) => useMatrices.setState({ secondLine: id === ALL ? null : (id as TraitId) })}
            />
          </Labelled>
        </>
      )}
      <ReadingMenu matrix={matrix} />
      <Labelled label="Lines">
        <Select
          label="Lines of a cell"
          hideLabel
          choices={CELL_LINES.map((value) => ({ value, label: String(value) }))}
          value={cellLines}
          onChange={(lines) => useMatrices.setState({ cellLines: lines })}
        />
      </Labelled>
    </div>
  );
}

function layerChoice({ id, name, own }: Layer): { readonly value: number; readonly label: string } {
  return { value: id, label: own ? `${name} (you)` : name };
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="matrix-view-choice">
      <span className="muted" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
