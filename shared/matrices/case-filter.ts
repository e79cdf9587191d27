import { z } from 'zod';
import { traitId, typologyId, type TraitId } from '../ids.ts';
import { isTypology, partsOfTrait, traitOfTypology, type Trait } from './traits.ts';

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

/** “role is teacher or head, and Coping is not placed”. */
export function filtersInWords(filters: readonly CaseFilter[], traits: readonly Trait[]): string {
  return filters
    .map(({ attributeId, values }) => {
      const trait = traits.find(({ id }) => id === attributeId);
      const none = trait !== undefined && isTypology(trait) ? 'not placed' : 'without a value';
      const words = values.map((value) => (value === '' ? none : value)).join(' or ');
      return `${trait?.name ?? 'an attribute that was removed'} is ${words}`;
    })
    .join(', and ');
}
