import { attributeCell } from '../export/participants-sheet.ts';
import type { Sheet } from '../export/sheet.ts';
import type { ParticipantTable } from './participants-contract.ts';

/** The table of participants as it would come in again: the code, the site, the attributes. */
export function participantTableSheet({ attributes, participants }: ParticipantTable): Sheet {
  const taken = new Set(['participant', ...attributes.map(({ name }) => name.toLowerCase())]);
  const free = (title: string): string => (taken.has(title.toLowerCase()) ? `${title} (Crosscase)` : title);
  const hasSites = participants.some(({ site }) => site !== null);
  const hasConsent = participants.some(({ consent }) => consent !== null);
  return {
    name: 'Participants',
    columns: [
      { title: 'Participant', width: 14 },
      ...(hasSites ? [{ title: free('Site'), width: 12 }] : []),
      ...attributes.map(({ name }) => ({ title: name, width: Math.min(40, Math.max(12, name.length + 4)) })),
      ...(hasConsent
        ? [
            { title: free('Principal approved on'), width: 22 },
            { title: free('Information given on'), width: 22 },
          ]
        : []),
    ],
    rows: participants.map(({ code, site, values, consent }) => ({
      kind: 'plain',
      cells: [
        { value: code },
        ...(hasSites ? [{ value: site }] : []),
        ...attributes.map((attribute) => ({ value: attributeCell(attribute, values[attribute.id]) })),
        ...(hasConsent
          ? [{ value: consent?.principalApprovedOn || null }, { value: consent?.informationGivenOn || null }]
          : []),
      ],
    })),
    rowCount: participants.length,
    filter: true,
  };
}
