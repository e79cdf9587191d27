import { create } from 'zustand';
import type { AttributeId, CodeId, CodingId } from '#shared/ids.ts';

interface CompareState {
  /** Cases are grouped by it; null: not grouped. */
  readonly groupBy: AttributeId | null;
  /** The fragment that was taken to be compared, in place of the one that is selected in the text. */
  readonly chosen: { readonly codeId: CodeId; readonly codingId: CodingId } | null;
  /** The fragment that was just found not to fit. */
  readonly misfit: CodingId | null;
  /** What a screen reader says next. */
  readonly announcement: string;
  /** Grows when the panel should take the focus. */
  readonly asked: number;
}

export const useCompare = create<CompareState>(() => ({
  groupBy: null,
  chosen: null,
  misfit: null,
  announcement: '',
  asked: 0,
}));

/** Compares this fragment with the others of its code. */
export function chooseSubject(codeId: CodeId, codingId: CodingId | null): void {
  useCompare.setState({ chosen: codingId === null ? null : { codeId, codingId }, misfit: null });
}
