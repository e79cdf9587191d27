import type { ParticipantId } from '../ids.ts';
import type { MatrixRow } from '../matrices/matrices-contract.ts';
import { traitLabel, type Trait } from '../matrices/traits.ts';
import type { CellValue, Sheet } from './sheet.ts';

/** Every case with every attribute and its type in every typology, in the order of the matrix. */
export function participantsSheet(
  attributes: readonly Trait[],
  cases: readonly MatrixRow[],
  transcriptsOf: ReadonlyMap<ParticipantId, number>,
): Sheet {
  return {
    name: 'Participants',
    columns: [
      { title: 'Case', width: 12 },
      { title: 'Transcripts', width: 12, numeric: true },
      ...attributes.map((trait) => {
        const title = traitLabel(trait);
        return { title, width: Math.min(40, Math.max(12, title.length + 4)) };
      }),
    ],
    rows: cases.map(({ participantId, code, values }) => ({
      kind: 'plain',
      cells: [
        { value: code },
        { value: (participantId === null ? undefined : transcriptsOf.get(participantId)) ?? 0 },
        ...attributes.map((attribute) => ({ value: attributeCell(attribute, values[attribute.id]) })),
      ],
    })),
    rowCount: cases.length,
    filter: true,
  };
}

/** A number where the attribute is one and is written as one, so that a spreadsheet can reckon with it; else the text. */
export function attributeCell({ type }: Pick<Trait, 'type'>, value: string | undefined): CellValue {
  if (value === undefined || value === '') return null;
  const isNumber = type === 'whole number' || type === 'decimal';
  return isNumber && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value) ? Number(value) : value;
}
