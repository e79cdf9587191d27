import type { Figure } from './figure.ts';
import type { Interval } from './intervals.ts';
import type { Jackknife } from './jackknife.ts';
import type { VariableKind } from './compared.ts';

/** A figure with how sure one can be of it. */
export interface Estimate {
  readonly figure: Figure;
  readonly interval: Interval;
}

export interface ValueFigures {
  readonly name: string;
  /** (k)uα */
  readonly figure: Figure;
  /** The share of the text with this value on which it rests. */
  readonly coverage: Figure;
}

/** What two or more coders agree on about one code, parent or domain. */
export interface VariableAgreement {
  readonly kind: VariableKind;
  readonly name: string;
  /** The code itself, for a code and a parent; otherwise null. */
  readonly code: number | null;
  /** By coder: units, spans and characters that got the code, or any code of the domain. */
  readonly unitsCoded: readonly number[];
  readonly spansCoded: readonly number[];
  readonly textCoded: readonly number[];
  /** Two coders, yes or no: [[neither, only the second], [only the first, both]]. */
  readonly table: readonly (readonly number[])[] | null;
  /** Units to which all of the coders gave it, and to which some but not all did. */
  readonly unitsAll: number;
  readonly unitsSome: number;
  /** Share of all judgements that are “coded”: of units, or of text where there are no units. */
  readonly prevalence: number | null;

  readonly percent: Estimate;
  readonly alpha: Estimate;
  readonly ac1: Estimate;
  /** Cohen's for two coders, Fleiss' for more. */
  readonly kappa: Estimate;
  /** |uα */
  readonly binaryU: Estimate;
  /** uα and cuα say more than |uα where there is more than one value. */
  readonly u: Estimate | null;
  readonly cu: Estimate | null;
  readonly kU: readonly ValueFigures[];
  readonly kappaMax: Figure;
  readonly pi: Figure;
  readonly brennanPrediger: Figure;
  readonly holsti: Figure;
  /** Ordinal α of the poles, over units in which two coders marked one; null for what has no poles. */
  readonly poles: { readonly figure: Figure; readonly units: number } | null;
  /** Of α, over transcripts. */
  readonly jackknife: Jackknife | null;
  /** Units to which a coder gave two codes of an exclusive domain. */
  readonly contested: number;
  /** In words, why the figures say different things; null when they do not. */
  readonly explanation: string | null;
}

export interface TranscriptAgreement {
  /** Place in the list of transcripts that were asked for. */
  readonly transcript: number;
  readonly units: number;
  /** Of all codes together: every unit × code counts alike. */
  readonly percent: Figure;
  readonly alpha: Figure;
  readonly ac1: Figure;
  /** Of any code against none. */
  readonly binaryU: Figure;
  /** Of each code that somebody gave in it; not there in results that were kept before there was this. */
  readonly codes?: readonly CodeInTranscript[];
}

export interface CodeInTranscript {
  /** Place of the code. */
  readonly code: number;
  readonly percent: Figure;
  readonly alpha: Figure;
  readonly ac1: Figure;
  readonly binaryU: Figure;
}

/** The agreement of some of the coders: of all, or of a pair. */
export interface GroupAgreement {
  /** Places in the list of coders. */
  readonly coders: readonly number[];
  /** Places in the list of transcripts: those that count for these coders. */
  readonly transcripts: readonly number[];
  readonly units: number;
  /** Characters in scope. */
  readonly characters: number;
  readonly variables: readonly VariableAgreement[];
  /** All codes pooled: every unit × code counts alike, so frequent codes weigh more. */
  readonly pooled: PooledAgreement;
  readonly byTranscript: readonly TranscriptAgreement[];
}

export interface PooledAgreement {
  readonly percent: Estimate;
  readonly alpha: Estimate;
  readonly ac1: Estimate;
  readonly kappa: Estimate;
  /** Of the α of the codes that have one: every code counts alike. */
  readonly meanAlpha: number | null;
  readonly codesWithAlpha: number;
}

export interface AgreementResult {
  readonly groups: readonly GroupAgreement[];
  readonly resamples: number;
  readonly seed: number;
}
