export interface NumberMark {
  readonly label: string;
  /** The middle of its line, from the top of the block. */
  readonly top: number;
}

/** Numbers beside the text, drawn block by block when a block comes near the view. */
export interface BesideNumbers {
  /** Null when nothing moved since the last time. */
  measure(index: number, metrics: string): readonly NumberMark[] | null;
  write(index: number, marks: readonly NumberMark[]): void;
}

export function writeMarks(part: HTMLElement, marks: readonly NumberMark[]): void {
  part.replaceChildren(
    ...marks.map(({ label, top }) => {
      const element = document.createElement('span');
      element.textContent = label;
      element.style.top = `${top}px`;
      return element;
    }),
  );
}
