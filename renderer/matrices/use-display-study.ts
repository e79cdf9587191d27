import { useMemo } from 'react';
import type { Code } from '#shared/codebook/codebook-contract.ts';
import type { DisplayStudy } from '#shared/matrices/displays.ts';
import { valueOrder } from '#shared/matrices/value-order.ts';
import type { AttributeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';

/** What displays are set up from: the codebook, and the attributes with their values. */
export function useDisplayStudy(codes: readonly Code[]): DisplayStudy {
  const { value: table } = useLive(
    () => api.participants.table({}),
    ['participant', 'attribute', 'attribute_value'],
    [],
  );
  return useMemo(() => {
    const attributes = table?.attributes ?? [];
    const valuesOf = (attributeId: AttributeId): readonly string[] => {
      const attribute = attributes.find(({ id }) => id === attributeId);
      if (attribute === undefined) return [];
      const written = (table?.participants ?? []).map(({ values }) => values[attributeId]?.trim() ?? '');
      const distinct = new Map(written.map((value) => [value.toLowerCase(), value]));
      return [...distinct.values()].toSorted(valueOrder(attribute.type));
    };
    return { codes, attributes, valuesOf };
  }, [codes, table]);
}
