import { useMemo } from 'react';
import { useShallow } from 'zustand/shallow';
import { useCodebook } from '../codebook/codebook-store.ts';
import { useCoding } from './coding-store.ts';
import { shownCodings, type ShownCoding } from './shown-codings.ts';

/** The codings that are on screen now. */
export function useShown(): readonly ShownCoding[] {
  const codes = useCodebook((state) => state.byId);
  const { codings, layers, shownLayers, onlyCode, filter, open } = useCoding(
    useShallow((state) => ({
      codings: state.codings,
      layers: state.layers,
      shownLayers: state.shownLayers,
      onlyCode: state.onlyCode,
      filter: state.filter,
      open: state.open,
    })),
  );
  return useMemo(
    () => shownCodings({ codings, codes, layers, shownLayers, onlyCode, filter, open }),
    [codings, codes, layers, shownLayers, onlyCode, filter, open],
  );
}
