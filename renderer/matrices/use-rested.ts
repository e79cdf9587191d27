import { useEffect, useState } from 'react';
import { cellKey, type CellPlace } from './matrix-model.ts';

const REST_MS = 60;

/** The cell on which the person rests: while an arrow key is held down, the cells on the way are not asked for. */
export function useRested(place: CellPlace): CellPlace {
  const [rested, setRested] = useState(place);
  const same = cellKey(rested) === cellKey(place);
  const { columnId, rowKey } = place;
  useEffect(() => {
    if (same) return;
    const rest = setTimeout(() => setRested({ columnId, rowKey }), REST_MS);
    return () => clearTimeout(rest);
  }, [same, columnId, rowKey]);
  return rested;
}
