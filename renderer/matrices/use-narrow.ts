import { useSyncExternalStore } from 'react';

const NARROW = window.matchMedia('(max-width: 900px)');

/** A small window, or a large one at 200 %: the matrix gets the room, and the panel comes when it is called. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow);
}

export function isNarrow(): boolean {
  return NARROW.matches;
}

function follow(onChange: () => void): () => void {
  NARROW.addEventListener('change', onChange);
  return () => NARROW.removeEventListener('change', onChange);
}
