import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type {
  ComparedText,
  SessionDifference,
  SessionDifferences,
} from '#shared/comparison/comparison-contract.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import { codeNames, colorOf } from './difference-words.ts';
import { showMark } from './show-mark.ts';
import { pieceMarks, piecesOf, turnsAround, type Piece } from './difference-pieces.ts';
import type { NewSpan } from './settle-actions.ts';

interface DifferenceTextProps {
  readonly all: SessionDifferences;
  readonly compared: ComparedText;
  readonly difference: SessionDifference;
  readonly span: NewSpan | null;
  readonly onSelect: (start: number, end: number) => void;
}

interface Bracket {
  readonly key: string;
  readonly side: 'left' | 'right';
  readonly label: string;
  readonly color: string;
  readonly top: number;
  readonly height: number;
  readonly lane: number;
  readonly isNew: boolean;
  /** How far its label stands below its top, so that labels do not lie on each other. */
  readonly labelShift: number;
}

/** The turns around a difference; the first coder's brackets stand in the left margin, those of the others in the right. */
export function DifferenceText({ all, compared, difference, span, onSelect }: DifferenceTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [brackets, setBrackets] = useState<readonly Bracket[]>([]);
  const turns = turnsAround(compared.turns, difference, compared.text.length);
  const marks = pieceMarks(difference, span);

  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const measure = (): void => setBrackets(measured(box, all, difference, span));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [all, difference, span]);

  useLayoutEffect(() => {
    showMark(frame.current?.parentElement ?? null);
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="difference-text" tabIndex={0} role="region" aria-label="Text of the difference">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only listens to what was selected; keys do the same */}
      <div className="difference-frame" ref={frame} onMouseUp={() => selected(onSelect)}>
        <div className="difference-names" aria-hidden>
          <span>{all.coders[0]}</span>
          <span>{all.coders.slice(1).join(' · ')}</span>
        </div>
        {turns.map((turn) => (
          <p key={turn.number} className="difference-turn" data-role={turn.role}>
            {turn.speaker !== null && <span className="difference-speaker">{turn.speaker}</span>}
            {piecesOf(compared.text, turn, marks).map((piece) => (
              <TextPiece key={piece.start} piece={piece} />
            ))}
          </p>
        ))}
        {brackets.map((bracket) => (
          <span
            key={bracket.key}
            className="difference-bracket"
            data-side={bracket.side}
            data-new={bracket.isNew || undefined}
            style={{
              top: bracket.top,
              height: bracket.height,
              borderColor: bracket.color,
              [bracket.side === 'left' ? 'right' : 'left']:
                `calc(100% - var(--difference-margin) + ${4 + bracket.lane * 10}px)`,
            }}
          >
            <span
              className="difference-bracket-label"
              style={bracket.labelShift === 0 ? undefined : { top: bracket.labelShift }}
            >
              {bracket.label}
            </span>
          </span>
        ))}
      </div>
      <p className="visually-hidden">{spoken(all, compared, difference)}</p>
    </div>
  );
}

function TextPiece({ piece }: { readonly piece: Piece }): ReactNode {
  const { start, end, words, places, isNew } = piece;
  if (places.length === 0 && !isNew) {
    return (
      <span data-start={start} data-end={end}>
        {words}
      </span>
    );
  }
  return (
    <mark
      data-start={start}
      data-end={end}
      data-marked
      data-new={isNew || undefined}
      data-first={places.includes(0) || undefined}
      data-others={places.some((place) => place > 0) || undefined}
    >
      {words}
    </mark>
  );
}

function measured(
  box: HTMLElement,
  all: SessionDifferences,
  difference: SessionDifference,
  span: NewSpan | null,
): readonly Bracket[] {
  const origin = box.getBoundingClientRect().top;
  const pieces = [...box.querySelectorAll<HTMLElement>('[data-start]')];
  const place = ({ start, end }: TextRange) => {
    const inside = pieces.filter(
      (piece) => Number(piece.dataset['start']) < end && Number(piece.dataset['end']) > start,
    );
    const [first, last] = [
      inside.at(0)?.getClientRects()[0],
      [...(inside.at(-1)?.getClientRects() ?? [])].at(-1),
    ];
    if (first === undefined || last === undefined) return null;
    return { top: first.top - origin, height: Math.max(12, last.bottom - first.top) };
  };
  const ofCoders = difference.sides.flatMap((side, coder) =>
    side.flatMap((coding, index): readonly Bracket[] => {
      const at = place(coding);
      if (at === null) return [];
      const name = codeNames(all, [coding.codeUid]);
      return [
        {
          key: `${coder} ${coding.uid}`,
          side: coder === 0 ? 'left' : 'right',
          label: all.coders.length > 2 && coder > 0 ? `${name} (${all.coders[coder] ?? ''})` : name,
          color: colorOf(all, coding.codeUid),
          ...at,
          lane: coder === 0 ? index % 3 : (coder - 1 + index) % 4,
          isNew: false,
          labelShift: 0,
        },
      ];
    }),
  );
  const at = span === null ? null : place(span);
  if (span === null || at === null) return withLabelsApart(ofCoders);
  return [
    ...withLabelsApart(ofCoders),
    {
      key: 'new',
      side: 'right',
      label: `new: ${codeNames(all, [span.codeUid])}`,
      color: 'var(--accent)',
      ...at,
      lane: 4,
      isNew: true,
      labelShift: 0,
    },
  ];
}

const LABEL_HEIGHT = 34;

function withLabelsApart(brackets: readonly Bracket[]): readonly Bracket[] {
  const below = { left: 0, right: 0 };
  return brackets
    .toSorted((a, b) => a.top - b.top)
    .map((bracket) => {
      const labelTop = Math.max(bracket.top, below[bracket.side]);
      below[bracket.side] = labelTop + LABEL_HEIGHT;
      return { ...bracket, labelShift: labelTop - bracket.top };
    });
}

/** What was selected with the mouse, as positions of the transcript. */
function selected(onSelect: (start: number, end: number) => void): void {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    positionOf(range.startContainer, range.startOffset),
    positionOf(range.endContainer, range.endOffset),
  ];
  if (start !== null && end !== null && end > start) onSelect(start, end);
}

function positionOf(node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (node.nodeType !== Node.TEXT_NODE || piece === null || piece === undefined) return null;
  return Number(piece.dataset['start']) + offset;
}

function spoken(all: SessionDifferences, { text }: ComparedText, { sides }: SessionDifference): string {
  return sides
    .map((side, place) => {
      const name = all.coders[place] ?? '';
      if (side.length === 0) return `${name} gave nothing here.`;
      return side
        .map(
          ({ codeUid, start, end }) =>
            `${name} gave ${codeNames(all, [codeUid])} to: ${text.slice(start, end)}.`,
        )
        .join(' ');
    })
    .join(' ');
}
