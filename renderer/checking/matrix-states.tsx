import { useEffect } from 'react';
import type { MatrixId } from '#shared/ids.ts';
import { withRows } from '#shared/matrices/rows-now.ts';
import { api } from '../api/api.ts';
import { useFollowed } from '../api/use-followed.ts';
import { showStates, useChecking } from './checking-store.ts';
import { CHECKING_TABLES } from './checking-tables.ts';
import { StateMark } from './state-mark.tsx';

/** Keeps the states of the matrix on the screen true. It draws nothing: the cells look up their own. */
export function MatrixStates({ matrixId }: { readonly matrixId: MatrixId }) {
  const { value } = useFollowed(
    {
      load: () => api.checking.states({ matrixId }),
      async follow(states, changes) {
        const now = await api.checking.statesAfter({ matrixId, changes: [...changes] });
        return now === null ? null : withRows(states, now.rowKeys, now.states);
      },
    },
    CHECKING_TABLES,
    [matrixId],
  );
  useEffect(() => {
    if (value !== undefined) showStates(value);
    return () => showStates([]);
  }, [value]);
  return null;
}

/** The state of one cell, in the cell. */
export function CellStateMark({ cell }: { readonly cell: string }) {
  const state = useChecking(({ states }) => states.get(cell)?.state);
  return state === undefined ? null : <StateMark state={state} />;
}

/** How the evidence of a cell stands to what it says, in words. */
export function useStances(cell: string): { readonly words: string; readonly contradicts: number } {
  const state = useChecking(({ states }) => states.get(cell));
  const { supports, qualifies, contradicts } = state ?? { supports: 0, qualifies: 0, contradicts: 0 };
  const words = [
    [supports, 'supporting'],
    [qualifies, 'qualifying'],
    [contradicts, 'contradicting'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
  return { words, contradicts };
}
