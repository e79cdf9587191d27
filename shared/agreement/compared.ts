import type { TextRange } from '../text/text-range.ts';
import type { OverlapRule } from './unit-rules.ts';

/** A coding, on the flat text (see FlatText), trimmed of white space. */
export interface ComparedSpan extends TextRange {
  /** Place in the list of codes. */
  readonly code: number;
  /** The pole; null when none was marked. */
  readonly weight: number | null;
}

export interface ComparedTranscript {
  /** Length of the flat text. */
  readonly length: number;
  /** On the flat text; empty when free spans are compared. */
  readonly units: readonly TextRange[];
  /** By coder; null for one who has not finished this transcript. */
  readonly coders: readonly (readonly ComparedSpan[] | null)[];
}

export type VariableKind = 'code' | 'parent' | 'domain' | 'any code';

/**
 * One thing that coders agree on or not. A code is its own yes/no variable; a code with others below it is one at the
 * level of the parent as well; a domain of exclusive codes is one with as many values as it has codes.
 */
export interface Variable {
  readonly kind: VariableKind;
  readonly name: string;
  /** For each value the codes that stand for it; a yes/no variable has one value. */
  readonly values: readonly ReadonlySet<number>[];
}

export interface Compared {
  /** How many coders there are. */
  readonly coders: number;
  readonly transcripts: readonly ComparedTranscript[];
  readonly variables: readonly Variable[];
  readonly hasUnits: boolean;
  readonly overlap: OverlapRule;
  readonly seed: number;
  /** The figures of three coders or more also rest on transcripts that only two of them finished. */
  readonly allowMissing: boolean;
}
