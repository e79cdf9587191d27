import type { TraitId } from '../ids.ts';
import type { ParticipantTable } from '../participants/participants-contract.ts';
import type { Typology } from '../typologies/typologies-contract.ts';
import type { DisplayStudy } from './displays.ts';
import { NONE_CLEARLY, traitOfTypology, traitOrder, type Trait } from './traits.ts';

/** What cases can be told apart by in a study: its attributes and typologies, each with the words that cases have in it. */
export function studyTraits(
  table: Pick<ParticipantTable, 'attributes' | 'participants'> | undefined,
  typologies: readonly Typology[],
): Pick<DisplayStudy, 'attributes' | 'valuesOf'> {
  const { attributes = [], participants = [] } = table ?? {};
  const traits: Trait[] = [
    ...attributes,
    ...typologies.map(({ id, name, types }) => ({
      id: traitOfTypology(id),
      name,
      type: 'one of' as const,
      types: types.map((type) => type.name),
    })),
  ];
  const wordsIn = (traitId: TraitId): readonly string[] => {
    const typology = typologies.find(({ id }) => traitOfTypology(id) === traitId);
    const attribute = attributes.find(({ id }) => id === traitId);
    if (typology !== undefined) return wordsOfTypology(typology, participants.length);
    if (attribute === undefined) return [];
    return participants.map(({ values }) => values[attribute.id]?.trim() ?? '');
  };
  return {
    attributes: traits,
    valuesOf(traitId) {
      const trait = traits.find(({ id }) => id === traitId);
      if (trait === undefined) return [];
      const distinct = new Map(wordsIn(traitId).map((word) => [word.toLowerCase(), word]));
      return [...distinct.values()].toSorted(traitOrder(trait));
    },
  };
}

/** A type without a case is one all the same: the researcher made it. */
function wordsOfTypology({ types, assignments }: Typology, cases: number): string[] {
  return [
    ...types.map(({ name }) => name),
    ...(assignments.some(({ typeId }) => typeId === null) ? [NONE_CLEARLY] : []),
    ...(assignments.length < cases ? [''] : []),
  ];
}
