import type { CodingId } from '#shared/ids.ts';
import type { Bracket, LabelPlace } from '../margin-layout.ts';
import type { ShownCoding } from '../shown-codings.ts';

export interface MarginItem extends Bracket {
  readonly coding: ShownCoding;
  /** The coding began in a block above. */
  readonly fromBefore: boolean;
  /** The coding goes on in the block below. */
  readonly goesOn: boolean;
}

export const LABEL_HEIGHT = 17;

export function bracketElement(
  { coding, top, bottom, fromBefore, goesOn }: MarginItem,
  lane: number,
  selected: CodingId | null,
): HTMLElement {
  const bracket = document.createElement('div');
  bracket.className = 'bracket';
  mark(bracket, coding, selected);
  bracket.toggleAttribute('data-from-before', fromBefore);
  bracket.toggleAttribute('data-goes-on', goesOn);
  bracket.style.setProperty('--lane', String(lane));
  bracket.style.top = `${top}px`;
  bracket.style.height = `${Math.max(bottom - top, 4)}px`;
  return bracket;
}

export function labelElement(
  { coding }: MarginItem,
  { top, lines }: LabelPlace,
  selected: CodingId | null,
): HTMLElement {
  const label = document.createElement('div');
  label.className = 'bracket-label';
  mark(label, coding, selected);
  label.style.top = `${top}px`;
  label.style.setProperty('--label-lines', String(lines));
  label.toggleAttribute('data-one-line', lines === 1);
  if (coding.mark !== null) {
    const coder = document.createElement('span');
    coder.className = 'coder-mark';
    coder.textContent = coding.mark;
    label.append(coder);
  }
  label.append(coding.label);
  return label;
}

function mark(element: HTMLElement, coding: ShownCoding, selected: CodingId | null): void {
  element.dataset['coding'] = String(coding.id);
  element.title = coding.mark === null ? coding.label : `${coding.mark}: ${coding.label}`;
  element.style.setProperty('--code-color', coding.color);
  element.toggleAttribute('data-other', coding.mark !== null);
  element.toggleAttribute('data-selected', coding.id === selected);
}
