import { useId } from 'react';
import { wordDiff } from '#shared/codebook/word-diff.ts';
import type { ReturnedCell } from '#shared/read-back/read-back-contract.ts';
import { choose, tick, useReadBack } from './read-back-store.ts';

const STATES: Readonly<Record<ReturnedCell['state'], string>> = {
  edited: '',
  conflict: 'Changed on both sides',
  several: 'Says several things',
};

/** One cell: what it says now, what the sheet says, and whether to take that. */
export function ReturnedCellRow({ cell }: { readonly cell: ReturnedCell }) {
  const isTicked = useReadBack((state) => state.ticked.has(cell));
  const chosen = useReadBack((state) => state.chosen.get(cell));
  const { rowName, columnTitle, field, before, options, state, notes } = cell;
  const name = useId();
  const place = `${rowName} × ${columnTitle}${field === 'summary' ? '' : ` (${field})`}`;
  return (
    <li className="returned-cell" data-state={state}>
      <label className="returned-cell-head">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={(event) => {
            if (event.target.checked && options.length > 1) choose(cell, options[0]?.address ?? '');
            else tick(cell, event.target.checked);
          }}
        />
        <span className="returned-cell-place">{place}</span>
        {STATES[state] !== '' && <span className="returned-cell-state">{STATES[state]}</span>}
        <span className="muted">{options.map(({ address }) => address).join(', ')}</span>
      </label>
      {options.length === 1 ? (
        <Difference before={before} after={options[0]?.text ?? ''} />
      ) : (
        options.map(({ address, text }) => (
          <label key={address} className="returned-option">
            <input
              type="radio"
              name={name}
              checked={isTicked && chosen === address}
              onChange={() => choose(cell, address)}
            />
            <span>
              <span className="muted">{address}</span>
              <Difference before={before} after={text} />
            </span>
          </label>
        ))
      )}
      {notes.map((note) => (
        <p key={note} className="returned-note">
          {note}
        </p>
      ))}
    </li>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className="returned-text">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        // The pieces never change places: a diff is drawn once.
        const key = `${index}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </p>
  );
}
