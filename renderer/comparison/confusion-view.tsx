import { useState, type CSSProperties } from 'react';
import { confusionOf } from '#shared/comparison/confusion.ts';
import type { SessionDifferences, SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { showDifferences, type DifferenceFilter } from './comparison-store.ts';
import { DIFFERENCE_TABLES } from './difference-tables.ts';

/** Which code stands against which: a cell leads to its passages. */
export function ConfusionView({ session }: { readonly session: SessionSummary }) {
  const { value: all } = useLive(() => api.comparison.differences({ id: session.id }), DIFFERENCE_TABLES, [
    session.id,
  ]);
  return all === undefined ? null : <ConfusionTable all={all} />;
}

function ConfusionTable({ all }: { readonly all: SessionDifferences }) {
  const pairs = all.coders.flatMap((first, i) =>
    all.coders.slice(i + 1).map((second, j) => ({ first, second, places: [i, i + 1 + j] as const })),
  );
  const [index, setIndex] = useState(0);
  const pair = pairs[index] ?? pairs[0];
  if (pair === undefined) return null;
  const { first, second, places } = pair;
  const { codeUids, counts, most } = confusionOf(
    all.differences,
    all.agreedByCode,
    all.codes.map(({ uid }) => uid),
    ...places,
  );
  if (codeUids.length === 0) {
    return <EmptyState title="No codes are confused">On every passage both gave the same code.</EmptyState>;
  }
  const codes = codeUids.flatMap((uid) => all.codes.filter((code) => code.uid === uid));
  const names = [...codes.map(({ name }) => name), 'nothing'];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="confusion" tabIndex={0} role="region" aria-label="Confusion of codes">
      <div className="agreement-choices">
        {pairs.length > 1 && (
          <Select
            label="Coders"
            hideLabel
            choices={pairs.map((each, place) => ({
              value: place,
              label: `${each.first} and ${each.second}`,
            }))}
            value={index}
            onChange={setIndex}
          />
        )}
        <p className="muted">
          Passages, with the code that {first} gave (rows) against that of {second} (columns). On the diagonal
          both gave the same. A number leads to its passages.
        </p>
      </div>
      <table className="confusion-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Code</span>
            </th>
            {names.map((name, column) => (
              <th key={codeUids[column] ?? 'nothing'} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, i) => (
            <tr key={codeUids[i] ?? 'nothing'}>
              <th scope="row">{names[i]}</th>
              {row.map((count, j) => (
                <td
                  key={codeUids[j] ?? 'nothing'}
                  data-same={i === j || undefined}
                  style={heatStyle(count, most, i === j || i >= codeUids.length || j >= codeUids.length)}
                >
                  {count === 0 ? null : i === j ? (
                    count
                  ) : (
                    <button
                      type="button"
                      aria-label={`${count} times ${names[i] ?? ''} of ${first} against ${names[j] ?? ''} of ${second}: show`}
                      onClick={() => showDifferences(filterOf(codeUids[i], codeUids[j], places))}
                    >
                      {count}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function heatStyle(count: number, most: number, isPlain: boolean): CSSProperties {
  const share = isPlain || most === 0 ? 0 : Math.round((count / most) * 70);
  return { background: `color-mix(in srgb, var(--warning) ${share}%, transparent)` };
}

function filterOf(
  row: string | undefined,
  column: string | undefined,
  [first, second]: readonly [number, number],
): Partial<DifferenceFilter> {
  if (row !== undefined && column !== undefined)
    return { codeUid: row, otherUid: column, kind: 'other code' };
  return row === undefined
    ? { codeUid: column ?? null, coder: second, kind: 'only some' }
    : { codeUid: row, coder: first, kind: 'only some' };
}
