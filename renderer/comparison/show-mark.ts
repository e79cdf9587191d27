/** Scrolls a text, and nothing around it, to its first mark. */
export function showMark(scroller: HTMLElement | null): void {
  const mark = scroller?.querySelector<HTMLElement>('[data-marked]');
  if (scroller === null || mark === null || mark === undefined) return;
  const below = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += below - scroller.clientHeight / 3;
}

/** Scrolls a list, and nothing around it, until a row of it is seen. */
export function showRow(scroller: HTMLElement | null, row: HTMLElement | null): void {
  if (scroller === null || row === null) return;
  const [box, at] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (at.top < box.top) scroller.scrollTop -= box.top - at.top;
  else if (at.bottom > box.bottom) scroller.scrollTop += at.bottom - box.bottom;
}
