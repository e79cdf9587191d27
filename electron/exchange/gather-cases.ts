import { parseDate, parseNumber } from '#shared/matrices/value-order.ts';
import type { Findings } from '#shared/exchange/findings.ts';
import type {
  ForeignProject,
  ForeignVariable,
  ForeignVariableType,
} from '#shared/exchange/foreign-project.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { attributeRows, participantRows, transcriptRows, valueRows } from './gather-sql.ts';

const TYPES: Readonly<Record<string, ForeignVariableType>> = {
  'whole number': 'whole number',
  decimal: 'decimal',
  date: 'date',
  'yes/no': 'yes/no',
};

/** The value as the type of the standard wants it; null when it cannot be written so. */
function typed(value: string, type: ForeignVariableType): string | null {
  const written = value.trim();
  switch (type) {
    case 'text':
      return value;
    case 'whole number':
      return /^[+-]?\d+$/.test(written) ? written : null;
    case 'decimal': {
      const number = parseNumber(written);
      return number === null ? null : String(number);
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(written) && parseDate(written) !== null ? written : null;
    case 'yes/no':
      return written === 'yes' || written === 'no' ? written : null;
  }
}

/** Participants as cases, attributes as variables of the type that all their values fit. */
export function gatherCases(db: ReadableDb, findings: Findings): Pick<ForeignProject, 'variables' | 'cases'> {
  const values = valueRows(db);
  const byAttribute = Map.groupBy(values, ([, attributeId]) => attributeId);
  const byParticipant = Map.groupBy(values, ([participantId]) => participantId);
  const variables = new Map<number, ForeignVariable>();
  for (const { id, uid, name, type: given } of attributeRows(db)) {
    const wanted = TYPES[given] ?? 'text';
    const fits = (byAttribute.get(id) ?? []).every(([, , value]) => typed(value, wanted) !== null);
    if (!fits)
      findings.add(
        'kept otherwise',
        'Attributes with values that are not of their type are written as text.',
        name,
      );
    if (wanted === 'text' && given !== 'text')
      findings.add(
        'kept otherwise',
        'Attributes of a type that the standard does not have are written as text.',
        name,
      );
    variables.set(id, { guid: uid, name, description: '', type: fits ? wanted : 'text' });
  }
  const textsOf = Map.groupBy(transcriptRows(db), ({ participantId }) => participantId);
  return {
    variables: [...variables.values()],
    cases: participantRows(db).map(({ id, uid, code }) => ({
      guid: uid,
      name: code,
      description: '',
      values: (byParticipant.get(id) ?? []).flatMap(([, attributeId, value]) => {
        const variable = variables.get(attributeId);
        return variable === undefined ? [] : [[variable.guid, typed(value, variable.type) ?? value] as const];
      }),
      textGuids: (textsOf.get(id) ?? []).map((row) => row.uid),
    })),
  };
}
