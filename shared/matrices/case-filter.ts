import { z } from 'zod';
import { attributeId, type AttributeId } from '../ids.ts';

/** The cases that count have one of these values; '' stands for no value. Several filters must all hold. */
export const caseFilter = z.object({ attributeId, values: z.array(z.string()).min(1).max(500) });
export type CaseFilter = z.infer<typeof caseFilter>;

const folded = (value: string): string => value.trim().toLowerCase();

/** True when the case passes every filter. */
export function passesFilters(
  values: Readonly<Record<AttributeId, string>>,
  filters: readonly CaseFilter[],
): boolean {
  return filters.every((filter) => {
    const own = folded(values[filter.attributeId] ?? '');
    return filter.values.some((value) => folded(value) === own);
  });
}
