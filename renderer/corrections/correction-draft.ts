import { create } from 'zustand';
import type { TranscriptId, VersionId } from '#shared/ids.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { applyChanges, trimmedChange, withEdit, type TextChange } from '#shared/text/text-changes.ts';
import type { TextRange } from '#shared/text/text-range.ts';

/** What is being typed into a transcript and not saved yet. It stays while one looks at another screen. */
export interface CorrectionDraft {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly before: string;
  readonly changes: readonly TextChange[];
  readonly caret: number;
}

interface CorrectionState {
  readonly draft: CorrectionDraft | null;
  readonly asking: 'save' | 'discard' | null;
}

export const useCorrection = create<CorrectionState>(() => ({ draft: null, asking: null }));

export function addEdit(edit: TextChange): void {
  useCorrection.setState(({ draft }) =>
    draft === null
      ? {}
      : { draft: { ...draft, changes: withEdit(draft.changes, edit), caret: edit.start + edit.text.length } },
  );
}

/** The changes that are any: what was typed and taken back is none. */
export function realChanges({ before, changes }: CorrectionDraft): readonly TextChange[] {
  return changes.flatMap((change) => trimmedChange(before, change) ?? []);
}

export function editedText({ before, changes }: CorrectionDraft): string {
  return applyChanges(before, changes);
}

export interface FollowedRanges {
  readonly kept: readonly TextRange[];
  readonly changed: readonly TextRange[];
  readonly lost: number;
}

export function followRanges(draft: CorrectionDraft, ranges: Iterable<TextRange>): FollowedRanges {
  const anchors = new Anchors(draft.before, realChanges(draft));
  const [kept, changed]: [TextRange[], TextRange[]] = [[], []];
  let lost = 0;
  for (const range of ranges) {
    const now = anchors.follow(range);
    if (now.outcome === 'lost') lost += 1;
    else (now.outcome === 'kept' ? kept : changed).push(now);
  }
  return { kept, changed, lost };
}
