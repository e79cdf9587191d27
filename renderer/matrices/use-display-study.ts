import { useMemo } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { DisplayStudy } from '#shared/matrices/displays.ts';
import { studyTraits } from '#shared/matrices/study-traits.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';

/** What displays are set up from: the codebook, and the attributes and typologies with their values. */
export function useDisplayStudy(codes: readonly Code[]): DisplayStudy {
  const { value: table } = useLive(
    () => api.participants.table({}),
    ['participant', 'attribute', 'attribute_value'],
    [],
  );
  const { value: typologies } = useLive(
    () => api.typologies.list({}),
    ['typology', 'type', 'type_assignment'],
    [],
  );
  return useMemo(() => ({ codes, ...studyTraits(table, typologies ?? []) }), [codes, table, typologies]);
}
