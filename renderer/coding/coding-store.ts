import { create } from 'zustand';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { UnitsToCode } from '#shared/comparison/comparison-contract.ts';
import type { CodeId, CodingId, LayerId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { NO_FILTER, type CodingFilter } from './coding-filter.ts';
import type { Block } from './transcript-blocks.ts';

export interface OpenTranscript {
  readonly transcript: Transcript;
  readonly blocks: readonly Block[];
  /** Where each numbered line of the text begins. */
  readonly lineStarts: readonly number[];
  /** The passages that it is to be coded in, for a session that compares coders; null for none. */
  readonly units: UnitsToCode | null;
  /** Where this machine was reading it the last time; null for the first time. */
  readonly readAt: number | null;
  /** What was selected when the same text was opened again, because its parts changed; null when it was just opened. */
  readonly kept: TextRange | null;
}

/** Why the code picker is open: to code the selection, to pin a code to a digit, or to give a coding another code. */
export type Picking =
  | { readonly for: 'selection' }
  | { readonly for: 'pin'; readonly slot: number }
  | { readonly for: 'recode' | 'copy'; readonly id: CodingId };

export interface CodingState {
  readonly open: OpenTranscript | null;
  /** All layers of the transcript that is open, in no order. */
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly layers: readonly Layer[];
  readonly shownLayers: ReadonlySet<LayerId>;
  readonly onlyCode: CodeId | null;
  readonly filter: CodingFilter;
  /** The caret, or what is selected. */
  readonly range: TextRange;
  readonly selected: CodingId | null;
  readonly picking: Picking | null;
  /** What a screen reader says next. */
  readonly announcement: string;
}

export const nothingOpen: CodingState = {
  open: null,
  codings: new Map(),
  layers: [],
  shownLayers: new Set(),
  onlyCode: null,
  filter: NO_FILTER,
  range: { start: 0, end: 0 },
  selected: null,
  picking: null,
  announcement: '',
};

export const useCoding = create<CodingState>(() => nothingOpen);

export function selectedCoding(state: CodingState): Coding | null {
  return state.selected === null ? null : (state.codings.get(state.selected) ?? null);
}

export function isOwn({ layers }: Pick<CodingState, 'layers'>, coding: Coding): boolean {
  return layers.some(({ id, own }) => own && id === coding.layerId);
}

/** A screen reader reads it out; the same words twice are told apart by a space it does not speak. */
export function announce(text: string): void {
  useCoding.setState(({ announcement }) => ({
    announcement: announcement === text ? `${text}\u00a0` : text,
  }));
}
