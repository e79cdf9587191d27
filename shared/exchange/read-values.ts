import type { Findings } from './findings.ts';
import type { ForeignValues, ForeignVariable, ForeignVariableType } from './foreign-project.ts';
import {
  childNamed,
  childrenNamed,
  guidOf,
  targetOf,
  textOf,
  within,
  type XmlElement,
} from './xml-element.ts';

const TYPES: Readonly<Record<string, ForeignVariableType>> = {
  text: 'text',
  boolean: 'yes/no',
  integer: 'whole number',
  float: 'decimal',
  date: 'date',
  datetime: 'text',
};

export function readVariables(root: XmlElement, findings: Findings): readonly ForeignVariable[] {
  return within(root, 'Variables', 'Variable').flatMap((element) => {
    const guid = guidOf(element.attributes['guid']);
    if (guid === null) return [];
    const given = element.attributes['typeOfVariable'] ?? 'Text';
    const name = element.attributes['name']?.trim() || 'Variable without a name';
    if (given.toLowerCase() === 'datetime')
      findings.add('kept otherwise', 'Variables with date and time are kept as text.', name);
    const type = TYPES[given.toLowerCase()] ?? 'text';
    return { guid, name, description: textOf(element, 'Description').trim(), type };
  });
}

/** The values of a case or a text; a value that is empty in the file is no value. */
export function readValues(element: XmlElement): ForeignValues {
  return childrenNamed(element, 'VariableValue').flatMap((value) => {
    const ref = childNamed(value, 'VariableRef');
    const guid = ref === undefined ? null : targetOf(ref);
    const holder = value.children.find(({ name }) => name.endsWith('Value'));
    if (guid === null || holder === undefined || holder.text.trim() === '') return [];
    return [[guid, written(holder)] as const];
  });
}

function written({ name, text }: XmlElement): string {
  const plain = text.trim();
  if (name !== 'BooleanValue') return plain;
  return plain === 'true' || plain === '1' ? 'yes' : 'no';
}
