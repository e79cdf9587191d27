import { useEffect, type RefObject } from 'react';

const PANES = '.transcript-text, .code-tree, .fragment-list, .selected-coding-memo';

/** F6 goes from the transcript to the codebook, to the coding, and back; Shift+F6 the other way round. */
export function usePanes(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || element === null) return;
      event.preventDefault();
      const panes = [...element.querySelectorAll<HTMLElement>(PANES)];
      const at = panes.findIndex((pane) => pane.contains(document.activeElement));
      panes[(at + (event.shiftKey ? -1 : 1) + panes.length) % panes.length]?.focus();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [frame]);
}
