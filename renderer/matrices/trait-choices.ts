import { traitLabel, type Trait } from '#shared/matrices/traits.ts';
import type { Choice } from '../ui/select.tsx';

/** Attributes and typologies to choose from. */
export function traitChoices(traits: readonly Trait[]): Choice<number>[] {
  return traits.map((trait) => ({ value: trait.id, label: traitLabel(trait) }));
}
