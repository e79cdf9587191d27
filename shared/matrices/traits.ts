import type { AttributeId, TraitId, TypologyId } from '../ids.ts';
import type { AttributeType } from '../participants/participants-contract.ts';
import { groupRow } from './row-keys.ts';
import { valueOrder, type Compare } from './value-order.ts';

/**
 * What sets cases apart in a matrix: an attribute, or a typology. Both give a case one word, and both can group cases, be a
 * column, filter and sort, so the engine knows no difference; only where they are stored is it two things. Why it is so:
 * `docs/decisions/0019-traits-of-cases.md`.
 */
export interface Trait {
  readonly id: TraitId;
  readonly name: string;
  readonly type: AttributeType;
  /** Of a typology: the names of its types, in the order that they were given. Attributes have none. */
  readonly types?: readonly string[];
}

/** The word of a case that was looked at and fits no type clearly. A case without a place has no word. */
export const NONE_CLEARLY = 'none clearly';

/** The only places where the number of a typology becomes that of a trait, and back. */
export const traitOfTypology = (id: TypologyId): TraitId => (0 - id) as TraitId;

export function partsOfTrait(id: TraitId | null): {
  readonly attributeId: AttributeId | null;
  readonly typologyId: TypologyId | null;
} {
  if (id === null) return { attributeId: null, typologyId: null };
  return id > 0
    ? { attributeId: id as number as AttributeId, typologyId: null }
    : { attributeId: null, typologyId: (0 - id) as TypologyId };
}

export const isTypology = ({ types }: Pick<Trait, 'types'>): boolean => types !== undefined;

/** As it is called where attributes and typologies stand in one list. */
export function traitLabel(trait: Pick<Trait, 'name' | 'types'>): string {
  return isTypology(trait) ? `${trait.name} (types)` : trait.name;
}

/** What the cases are called that have no word of this trait. */
export function withoutTrait(trait: Pick<Trait, 'name' | 'types'>): string {
  return isTypology(trait) ? `Not placed in ${trait.name}` : `No ${trait.name}`;
}

/** A word of a case as it is shown; in a typology a case without one has no place yet. */
export function wordLabel(trait: Pick<Trait, 'types'> | undefined, value: string): string {
  if (value !== '') return value;
  return trait !== undefined && isTypology(trait) ? 'not placed' : 'no value';
}

/** How the words of a trait follow each other: types in their own order, then “none clearly”, then cases without a place. */
export function traitOrder({ type, types }: Pick<Trait, 'type' | 'types'>): Compare<string> {
  const natural = valueOrder(type);
  if (types === undefined) return natural;
  const places = new Map([...types, NONE_CLEARLY].map((name, place) => [groupRow(name), place]));
  const placeOf = (value: string): number => places.get(groupRow(value)) ?? places.size;
  return (a, b) =>
    a.trim() === '' || b.trim() === '' ? natural(a, b) : placeOf(a) - placeOf(b) || natural(a, b);
}
