import type { CodingId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';

export interface EdgeHandlesOf {
  readonly scroller: HTMLElement;
  readonly root: HTMLElement;
  rangeOf(range: TextRange): Range | null;
  positionAt(x: number, y: number): number | null;
  /** While an edge is dragged; null when it is let go. */
  onDrag(range: TextRange | null): void;
  onDrop(id: CodingId, range: TextRange): void;
}

type Edge = 'start' | 'end';

/** A handle at both ends of the selected coding: dragging one moves that edge. By key: [ ] { }. */
export class EdgeHandles {
  readonly #of: EdgeHandlesOf;
  readonly #handles: Readonly<Record<Edge, HTMLElement>>;
  readonly #stop = new AbortController();
  readonly #resizes: ResizeObserver;
  #coding: (TextRange & { readonly id: CodingId }) | null = null;
  #dragged: TextRange | null = null;
  #frame = 0;

  constructor(of: EdgeHandlesOf) {
    this.#of = of;
    this.#handles = { start: this.#make('start'), end: this.#make('end') };
    of.scroller.addEventListener('scroll', () => this.#placeSoon(), {
      signal: this.#stop.signal,
      passive: true,
    });
    this.#resizes = new ResizeObserver(() => this.#placeSoon());
    this.#resizes.observe(of.root);
  }

  /** Null for none, and for codings of others, whose edges stay where they are. */
  show(coding: (TextRange & { readonly id: CodingId; readonly color: string }) | null): void {
    // Shown anew for another reason (a count, a colour), it may be under somebody's hand.
    if (coding?.id !== this.#coding?.id) this.#dragged = null;
    this.#coding = coding;
    for (const handle of Object.values(this.#handles))
      handle.style.setProperty('--code-color', coding?.color ?? '');
    this.#placeSoon();
  }

  dispose(): void {
    this.#stop.abort();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
    for (const handle of Object.values(this.#handles)) handle.remove();
  }

  #make(edge: Edge): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'edge-handle';
    handle.dataset['edge'] = edge;
    handle.ariaHidden = 'true';
    handle.hidden = true;
    const { signal } = this.#stop;
    handle.addEventListener('pointerdown', (event) => this.#press(event, handle), { signal });
    handle.addEventListener('pointermove', (event) => this.#drag(event, edge), { signal });
    handle.addEventListener('pointerup', () => this.#letGo(), { signal });
    handle.addEventListener('pointercancel', () => this.#cancel(), { signal });
    this.#of.scroller.append(handle);
    return handle;
  }

  #press(event: PointerEvent, handle: HTMLElement): void {
    if (event.button !== 0 || this.#coding === null) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const { start, end } = this.#coding;
    this.#dragged = { start, end };
  }

  #drag(event: PointerEvent, edge: Edge): void {
    if (this.#dragged === null || this.#coding === null) return;
    const position = this.#positionUnder(event);
    if (position === null) return;
    const { start, end } = this.#dragged;
    const next = edge === 'start' ? { start: position, end } : { start, end: position };
    if (next.start >= next.end) return;
    this.#dragged = next;
    this.#of.onDrag(next);
    this.#place();
  }

  /** The handle itself lies above the text: it must not be what is found under the pointer. */
  #positionUnder({ clientX, clientY }: PointerEvent): number | null {
    for (const handle of Object.values(this.#handles)) handle.style.pointerEvents = 'none';
    const position = this.#of.positionAt(clientX, clientY);
    for (const handle of Object.values(this.#handles)) handle.style.pointerEvents = '';
    return position;
  }

  #letGo(): void {
    const [coding, range] = [this.#coding, this.#dragged];
    this.#cancel();
    if (coding === null || range === null) return;
    if (range.start !== coding.start || range.end !== coding.end) this.#of.onDrop(coding.id, range);
  }

  #cancel(): void {
    this.#dragged = null;
    this.#of.onDrag(null);
    this.#placeSoon();
  }

  #placeSoon(): void {
    if (this.#coding === null) for (const handle of Object.values(this.#handles)) handle.hidden = true;
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#place());
  }

  #place(): void {
    this.#frame = 0;
    const shown = this.#dragged ?? this.#coding;
    const rects = shown === null ? [] : [...(this.#of.rangeOf(shown)?.getClientRects() ?? [])];
    const [first, last] = [rects[0], rects.at(-1)];
    this.#put(this.#handles.start, first, first?.left ?? 0);
    this.#put(this.#handles.end, last, last?.right ?? 0);
  }

  #put(handle: HTMLElement, line: DOMRect | undefined, x: number): void {
    handle.hidden = line === undefined;
    if (line === undefined) return;
    const { scroller } = this.#of;
    const frame = scroller.getBoundingClientRect();
    const [left, top] = [x - frame.left + scroller.scrollLeft, line.top - frame.top + scroller.scrollTop];
    const place = `left: ${Math.round(left)}px; top: ${Math.round(top)}px; height: ${line.height}px`;
    // Scrolling moves it with the text: nothing is written then, so that nothing is laid out again.
    if (handle.dataset['place'] === place) return;
    handle.dataset['place'] = place;
    handle.style.left = `${Math.round(left)}px`;
    handle.style.top = `${Math.round(top)}px`;
    handle.style.height = `${line.height}px`;
  }
}
