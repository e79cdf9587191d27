import { ChevronDown } from 'lucide-react';
import { shownKinds, type ShownKind } from '#shared/matrices/cell-kinds.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { canBeLookedFor } from '#shared/matrices/patterns.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { changeView } from './matrices-actions.ts';
import { openDialog } from './matrices-store.ts';
import { changeReading, useReading } from './reading-store.ts';
import { writePatternMemo } from './pattern-memo.ts';
import { runSafely } from './run-safely.ts';

const SHOWN: Readonly<Record<ShownKind, string>> = {
  summary: 'summaries',
  quotations: 'quotations',
  count: 'counts',
  rating: 'ratings',
  symbol: 'symbols',
};

/** What helps to read across: which cases count, what cells show, what contradicts, and a memo on chosen cells. */
export function ReadingMenu({ matrix }: { readonly matrix: Matrix }) {
  const { heat, chosen, pins, ...reading } = useReading((state) => state);
  const pattern =
    reading.pattern !== null && canBeLookedFor(matrix, reading.pattern) ? reading.pattern : null;
  const { shows, filters } = matrix.view;
  const isCases = matrix.rowKind === 'cases';
  const toggleShown = (kind: ShownKind): void => {
    const next = shownKinds.filter((one) => (one === kind ? !shows.includes(one) : shows.includes(one)));
    runSafely(changeView(matrix.id, { shows: next }));
  };
  const active = [
    ...(filters.length > 0 ? [`${matrix.hiddenCases} cases left out`] : []),
    ...(pattern === null ? [] : ['a pattern']),
    ...(chosen.size === 0 ? [] : [`${chosen.size} chosen`]),
  ];
  return (
    <Menu
      label="Read across"
      trigger={
        <Button tone="quiet">
          Read across{active.length > 0 && <span className="muted">{active.join(', ')}</span>}
          <ChevronDown aria-hidden />
        </Button>
      }
      choices={[
        { id: 'filter', label: 'Which cases count…', run: () => openDialog({ kind: 'filter' }) },
        {
          id: 'heat',
          label: heat ? 'No shading by counts' : 'Shade cells by counts',
          run: () => changeReading({ heat: !heat }),
        },
        ...(isCases
          ? [
              {
                id: 'pattern',
                label: 'What contradicts a pattern…',
                run: () => openDialog({ kind: 'pattern' }),
              },
            ]
          : []),
        {
          id: 'memo',
          label:
            chosen.size === 0
              ? 'Memo on chosen cells (Ctrl+click chooses)'
              : `Memo on ${chosen.size} chosen cells`,
          isDisabled: chosen.size === 0,
          run: () => runSafely(writePatternMemo(matrix, [...chosen.values()])),
        },
        {
          id: 'unpin',
          label: 'Unpin all rows',
          isDisabled: pins.length === 0,
          run: () => changeReading({ pins: [] }),
        },
        ...Object.entries(SHOWN).map(([kind, name]) => ({
          id: kind,
          label: shows.includes(kind as ShownKind) ? `Hide ${name}` : `Show ${name}`,
          run: () => toggleShown(kind as ShownKind),
        })),
      ]}
    />
  );
}
