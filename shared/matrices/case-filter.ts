import { z } from 'zod';
import { traitId, typologyId, type TraitId } from '../ids.ts';
import { partsOfTrait, traitOfTypology } from './traits.ts';

/** The cases that count have one of these values; '' stands for no value. Several filters must all hold. */
export const caseFilter = z.object({ attributeId: traitId, values: z.array(z.string()).min(1).max(500) });
export type CaseFilter = z.infer<typeof caseFilter>;

/** As a file keeps it: what is a typology is called so, and its number found when studies are merged. */
export const storedFilter = z.union([
  caseFilter,
  z
    .object({ typologyId, values: caseFilter.shape.values })
    .transform(({ typologyId: id, values }): CaseFilter => ({ attributeId: traitOfTypology(id), values })),
]);

export function storableFilter({ attributeId, values }: CaseFilter): object {
  const { typologyId: id } = partsOfTrait(attributeId);
  return id === null ? { attributeId, values } : { typologyId: id, values };
}

const folded = (value: string): string => value.trim().toLowerCase();

/** True when the case passes every filter. */
export function passesFilters(
  values: Readonly<Record<TraitId, string>>,
  filters: readonly CaseFilter[],
): boolean {
  return filters.every((filter) => {
    const own = folded(values[filter.attributeId] ?? '');
    return filter.values.some((value) => folded(value) === own);
  });
}
