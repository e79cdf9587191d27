import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ratings, symbolsOf, type CellSymbol, type Rating } from '#shared/matrices/cell-kinds.ts';
import { SYMBOL_KEYS } from '#shared/matrices/judgement-keys.ts';
import { ratingName, symbolSigns } from '#shared/matrices/judgement-names.ts';
import type { CellDetail, MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { TextField } from '../ui/text-field.tsx';
import type { CellPlace } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

interface JudgementFieldProps {
  readonly place: CellPlace;
  readonly detail: Pick<CellDetail, 'rating' | 'symbol' | 'rationale'>;
  readonly column: JudgedColumn;
}

type JudgedColumn = Pick<MatrixColumn, 'kind' | 'poleLow' | 'poleHigh'>;

/** The judgement that the column asks for, and why it is given. */
export function JudgementField({ place, detail, column }: JudgementFieldProps) {
  return (
    <section className="matrix-judge" aria-label="Judgement">
      {column.kind === 'rating' ? (
        <RatingChoice place={place} rating={detail.rating} column={column} />
      ) : (
        <SymbolChoice place={place} symbol={detail.symbol} column={column} />
      )}
      <Rationale key={`${place.columnId} ${place.rowKey}`} place={place} stored={detail.rationale} />
    </section>
  );
}

function RatingChoice({
  place,
  rating,
  column,
}: {
  readonly place: CellPlace;
  readonly rating: Rating | null;
  readonly column: JudgedColumn;
}) {
  const poles = [column.poleLow, column.poleHigh];
  return (
    <>
      <ToggleButtonGroup
        className="matrix-scale"
        aria-label="Rating"
        selectionMode="single"
        selectedKeys={rating === null ? [] : [rating]}
        onSelectionChange={(keys) => {
          const next = ratings.find((one) => keys.has(one)) ?? null;
          runSafely(api.matrices.judge({ ...place, rating: next }));
        }}
      >
        {ratings.map((one) => (
          <ToggleButton key={one} id={one} className="matrix-scale-step">
            {ratingName(one)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {poles.some((pole) => pole !== '') && (
        <p className="matrix-poles muted">
          <span>−2 {column.poleLow}</span>
          <span>+2 {column.poleHigh}</span>
        </p>
      )}
    </>
  );
}

function SymbolChoice({
  place,
  symbol,
  column,
}: {
  readonly place: CellPlace;
  readonly symbol: CellSymbol | null;
  readonly column: JudgedColumn;
}) {
  const choices = symbolsOf(column.kind);
  return (
    <ToggleButtonGroup
      className="matrix-scale"
      aria-label={column.kind === 'verdict' ? 'Verdict' : 'Symbol'}
      selectionMode="single"
      selectedKeys={symbol === null ? [] : [symbol]}
      onSelectionChange={(keys) => {
        const next = choices.find((one) => keys.has(one)) ?? null;
        runSafely(api.matrices.judge({ ...place, symbol: next }));
      }}
    >
      {choices.map((one) => (
        <ToggleButton key={one} id={one} className="matrix-scale-step">
          <span aria-hidden>{symbolSigns[one]}</span> {one}{' '}
          <kbd aria-hidden>{SYMBOL_KEYS[one].toUpperCase()}</kbd>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Rationale({ place, stored }: { readonly place: CellPlace; readonly stored: string }) {
  const [text, setText] = useState<string | null>(null);
  const save = (): void => {
    if (text !== null && text.trim() !== stored)
      runSafely(api.matrices.judge({ ...place, rationale: text }).then(() => setText(null)));
    else setText(null);
  };
  return (
    <TextField
      label="Because"
      rows={2}
      value={text ?? stored}
      onChange={setText}
      onBlur={save}
      placeholder="Why this judgement, in a sentence"
    />
  );
}
