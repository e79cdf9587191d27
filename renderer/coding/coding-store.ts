import { create } from 'zustand';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, LayerId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import type { Block } from './transcript-blocks.ts';

export interface OpenTranscript {
  readonly transcript: Transcript;
  readonly blocks: readonly Block[];
}

/** Why the code picker is open: to code the selection, or to pin a code to a digit. */
export type Picking = { readonly for: 'selection' } | { readonly for: 'pin'; readonly slot: number };

export interface CodingState {
  readonly open: OpenTranscript | null;
  /** All layers of the transcript that is open, in no order. */
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly layers: readonly Layer[];
  readonly shownLayers: ReadonlySet<LayerId>;
  readonly onlyCode: CodeId | null;
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
