import type { Finding } from './findings.ts';
import type { PositionDecision } from './decide-positions.ts';

/** What became of the things of one kind. Every one of the file is in exactly one of the four. */
export interface KindCount {
  readonly kind: TakenKind;
  readonly inFile: number;
  readonly added: number;
  /** Here already, with the same identity: from an earlier import, or exported from here. */
  readonly present: number;
  /** Taken for something here that has the same name, or (texts, codings) the same content. */
  readonly joined: number;
  /** Not taken over; the findings say why. */
  readonly leftOut: number;
}

export const takenKinds = [
  'coders',
  'codes',
  'attributes',
  'participants',
  'transcripts',
  'codings',
  'memos',
] as const;
export type TakenKind = (typeof takenKinds)[number];

export interface TextReport {
  readonly title: string;
  readonly decision: PositionDecision;
  /** Passages by how they found their place. */
  readonly byPosition: number;
  readonly byWords: number;
  readonly doubtful: number;
  readonly nowhere: number;
}

/** A name that stands in the file and here for two things that are not known to be the same. */
export interface SameName {
  readonly kind: TakenKind;
  readonly name: string;
}

export interface ImportReport {
  readonly program: string;
  readonly name: string;
  readonly counts: readonly KindCount[];
  readonly texts: readonly TextReport[];
  readonly sameNames: readonly SameName[];
  /** What Crosscase had put into the file beside what the standard knows, and what is new of it: matrices, checks … */
  readonly restored: readonly { readonly noun: string; readonly count: number }[];
  readonly findings: readonly Finding[];
}

/** Counts while an import goes on. */
export class Tally {
  readonly #counts = new Map<
    TakenKind,
    { added: number; present: number; joined: number; leftOut: number }
  >();

  add(kind: TakenKind, fate: 'added' | 'present' | 'joined' | 'leftOut'): void {
    const count = this.#counts.get(kind) ?? { added: 0, present: 0, joined: 0, leftOut: 0 };
    count[fate] += 1;
    this.#counts.set(kind, count);
  }

  list(): readonly KindCount[] {
    return takenKinds.flatMap((kind) => {
      const count = this.#counts.get(kind);
      if (count === undefined) return [];
      const { added, present, joined, leftOut } = count;
      return { kind, inFile: added + present + joined + leftOut, ...count };
    });
  }
}
