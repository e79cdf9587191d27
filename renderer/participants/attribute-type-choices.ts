import { attributeTypes } from '#shared/participants/participants-contract.ts';

export const attributeTypeChoices = attributeTypes.map((type) => ({ value: type, label: type }));
