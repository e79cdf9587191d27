import { expect, test } from 'vitest';
import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type { Participant, ParticipantTable } from '#shared/participants/participants-contract.ts';
import { inOrder, sortParticipants } from '#renderer/participants/participant-columns.ts';

const age = 1 as AttributeId;

function table(...rows: readonly (readonly [code: string, age: string])[]): ParticipantTable {
  return {
    attributes: [{ id: age, name: 'Age', type: 'decimal', rangeMin: '', rangeMax: '', choices: [] }],
    sites: [],
    participants: rows.map(([code, value], index) => ({
      id: (index + 1) as ParticipantId,
      code,
      site: null,
      consent: null,
      transcripts: 0,
      values: value === '' ? {} : { [age]: value },
    })),
  };
}

const codes = (participants: readonly Participant[]): readonly string[] =>
  participants.map(({ code }) => code);

test('sorts values as their type says, with the empty ones last whichever way round', () => {
  const people = table(['T10', '9,5'], ['T2', ''], ['t1', '34'], ['T3', 'unknown']);
  expect(codes(sortParticipants(people, age, false))).toEqual(['T10', 't1', 'T3', 'T2']);
  expect(codes(sortParticipants(people, age, true))).toEqual(['T3', 't1', 'T10', 'T2']);
  expect(codes(sortParticipants(people, 'code', false))).toEqual(['t1', 'T2', 'T3', 'T10']);
});

test('keeps the order that was asked for; who came later stands at the end', () => {
  const { participants } = table(['A', ''], ['B', ''], ['C', '']);
  const ids = [3, 1].map((id) => id as ParticipantId);
  expect(codes(inOrder(participants, { ids }))).toEqual(['C', 'A', 'B']);
  expect(codes(inOrder(participants, null))).toEqual(['A', 'B', 'C']);
});
