import { z } from 'zod';
import { mutation, query } from '../contract/method.ts';
import { typing } from '../contract/typing.ts';
import {
  participantId,
  typeId,
  typologyId,
  type ParticipantId,
  type TypeId,
  type TypologyId,
} from '../ids.ts';

/** One group of cases that are alike in what the typology is about. */
export interface TypeOfCases {
  readonly id: TypeId;
  readonly name: string;
  readonly definition: string;
  /** Why it has to be looked at again; empty when it need not. */
  readonly stale: '' | 'withdrawn';
  readonly cases: number;
}

/** The place of a case in a typology. A case without one was not looked at yet. */
export interface TypeAssignment {
  readonly participantId: ParticipantId;
  /** Null: it was looked at, and fits no type clearly. */
  readonly typeId: TypeId | null;
  readonly rationale: string;
  readonly assignedBy: string;
  readonly at: string;
}

export interface Typology {
  readonly id: TypologyId;
  readonly name: string;
  /** What it rests on, and how it was come by. */
  readonly basis: string;
  readonly types: readonly TypeOfCases[];
  readonly assignments: readonly TypeAssignment[];
}

const words = z.string().max(10_000);

/** Types of cases, as an analysis ends in them: each with a definition, and each case with a reason to be where it is. */
export const typologiesContract = {
  list: query(z.object({})).returns<readonly Typology[]>(),
  create: mutation(
    'Make a typology',
    z.object({ name: z.string(), types: z.array(z.string()).max(50).default([]) }),
  ).returns<TypologyId>(),
  change: mutation(
    'Change a typology',
    z.object({ id: typologyId, name: z.string().optional(), basis: words.optional(), typing }),
  ).returns<void>(),
  /** Its types and the places of all cases go with it. */
  remove: mutation('Remove a typology', z.object({ id: typologyId })).returns<void>(),
  addType: mutation('Add a type', z.object({ typologyId, name: z.string() })).returns<TypeId>(),
  /** Another definition is a look at the type: it is not stale any more. */
  changeType: mutation(
    'Change a type',
    z.object({ id: typeId, name: z.string().optional(), definition: words.optional(), typing }),
  ).returns<void>(),
  /** Its cases are unassigned. */
  removeType: mutation('Remove a type', z.object({ id: typeId })).returns<void>(),
  /** A type that was stale still holds. */
  stillRight: mutation('Confirm a type', z.object({ id: typeId })).returns<void>(),
  /** Null: the cases fit no type clearly. What was said of the reason stays, unless another is given. */
  assign: mutation(
    'Assign cases to a type',
    z.object({
      typologyId,
      participantIds: z.array(participantId).min(1).max(10_000),
      typeId: typeId.nullable(),
      rationale: words.optional(),
      typing,
    }),
  ).returns<void>(),
  unassign: mutation(
    'Take cases out of a typology',
    z.object({ typologyId, participantIds: z.array(participantId).min(1).max(10_000) }),
  ).returns<void>(),
};
