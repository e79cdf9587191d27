import { useEffect, useRef } from 'react';
import type { LayerId, TranscriptId } from '#shared/ids.ts';
import { useNavigation } from '../app/navigation.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';
import { selectCoding } from './coding-actions.ts';
import { NO_FILTER } from './coding-filter.ts';
import { useCoding, type OpenTranscript } from './coding-store.ts';
import type { TranscriptView } from './editor/transcript-view.ts';

/** Where each transcript was left. The core keeps it for the next time; until it has, this is the newest. */
const leftAt = new Map<TranscriptId, number>();

/** Brings the place that was navigated to into view; without one, the place where the transcript was left. */
export function useReveal(open: OpenTranscript, view: TranscriptView | null): void {
  const place = useNavigation((state) => state.place);
  const revealedIn = useRef<TranscriptView | null>(null);
  const codingId = place.screen === 'coding' ? place.codingId : undefined;
  const position = place.screen === 'coding' ? place.position : undefined;
  const end = place.screen === 'coding' ? place.end : undefined;

  useEffect(() => {
    if (view === null) return;
    const isNew = revealedIn.current !== view;
    // Whoever walks through fragments by key goes on there: showing one must not take the focus to the text.
    const walking = document.activeElement?.closest<HTMLElement>('[data-keeps-focus]') ?? null;
    revealedIn.current = view;
    if (isNew && open.kept !== null) {
      view.putSelection(open.kept);
      view.scrollToTop(leftAt.get(open.transcript.id) ?? open.readAt ?? 0);
      return;
    }
    const coding = codingId === undefined ? undefined : useCoding.getState().codings.get(codingId);
    if (coding !== undefined) {
      if (!isNew && useCoding.getState().selected === coding.id) return;
      showLayer(coding.layerId);
      selectCoding(coding.id);
      view.select({ start: coding.start, end: coding.start });
      view.reveal(coding);
    } else if (position !== undefined) {
      const range = { start: position, end: end ?? position };
      view.select(range);
      view.reveal(range);
    } else if (isNew) {
      view.scrollToTop(leftAt.get(open.transcript.id) ?? open.readAt ?? 0);
    }
    if (walking !== null) walking.focus({ preventScroll: true });
    else if (isNew) view.focus();
  }, [view, codingId, position, end, open]);

  useEffect(() => {
    if (view === null) return;
    const { id } = open.transcript;
    return view.onScrollEnd((top) => {
      if (leftAt.get(id) === top) return;
      leftAt.set(id, top);
      api.coding.rememberPosition({ transcriptId: id, position: top }).catch(reportError);
    });
  }, [view, open]);
}

function showLayer(id: LayerId): void {
  useCoding.setState(({ shownLayers }) => ({
    shownLayers: new Set([...shownLayers, id]),
    onlyCode: null,
    filter: NO_FILTER,
  }));
}
