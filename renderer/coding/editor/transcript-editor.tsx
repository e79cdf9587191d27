import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { must } from '#shared/assert.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { OpenTranscript } from '../coding-store.ts';
import type { ShownCoding } from '../shown-codings.ts';
import { TranscriptView, type ViewEvents } from './transcript-view.ts';
import './transcript-editor.css';

interface TranscriptEditorProps extends ViewEvents {
  readonly open: OpenTranscript;
  readonly shown: readonly ShownCoding[];
  readonly selected: ShownCoding | null;
  /** Whether the selected coding can be changed. */
  readonly canMoveEdges: boolean;
  readonly label: string;
  /** The view lives as long as the transcript is open; null when it goes. */
  readonly onView: (view: TranscriptView | null) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Text that came without a key of its own: from an input method, a dead key, a program that types. */
  readonly onText: (text: string) => void;
  /** Something was dropped at a position of the text. */
  readonly onDropAt: (data: DataTransfer, position: number) => void;
  readonly accepts: (data: DataTransfer | null) => boolean;
}

const MOST_SPEAKER_SIGNS = 12;

/** How many signs of a speaker's label the column beside the text has room for. */
function speakerSigns({ transcript }: OpenTranscript): number {
  const longest = Math.max(2, ...transcript.turns.map(({ speaker }) => speaker?.length ?? 0));
  return Math.min(longest, MOST_SPEAKER_SIGNS);
}

/** Of the longest mark of units: “14–16”. */
function unitSigns({ units }: OpenTranscript): number {
  return units === null ? 0 : String(units.units.length).length * 2 + 1;
}

/** React's side of the transcript. All that is drawn in it is drawn by TranscriptView. */
export function TranscriptEditor(props: TranscriptEditorProps) {
  const { open, shown, selected, canMoveEdges, label } = props;
  const latest = useRef(props);
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<TranscriptView | null>(null);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const made = new TranscriptView({
      root: must(root.current, 'drawn by the time of the effect'),
      scroller: must(scroller.current, 'drawn by the time of the effect'),
      text: open.transcript.text,
      blocks: open.blocks,
      lineStarts: open.lineStarts,
      units: open.units?.units ?? [],
      excluded: open.transcript.spans.filter(({ kind }) => kind === 'excluded'),
      events: {
        onSelection: (range: TextRange) => latest.current.onSelection(range),
        onClickText: (position) => latest.current.onClickText(position),
        onPressCoding: (id) => latest.current.onPressCoding(id),
        onMoveEdges: (id, range) => latest.current.onMoveEdges(id, range),
      },
    });
    setView(made);
    latest.current.onView(made);
    return () => {
      made.dispose();
      latest.current.onView(null);
    };
  }, [open]);

  useLayoutEffect(() => view?.show(shown), [view, shown]);
  useLayoutEffect(() => view?.emphasise(selected, canMoveEdges), [view, selected, canMoveEdges]);

  useEffect(() => {
    const element = must(root.current, 'drawn by the time of the effect');
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('keydown', (event) => latest.current.onKey(event), { signal });
    element.addEventListener(
      'beforeinput',
      ({ inputType, data }) => {
        if (inputType === 'insertText' && data !== null) latest.current.onText(data);
      },
      { signal },
    );
    element.addEventListener(
      'dragover',
      (event) => {
        if (latest.current.accepts(event.dataTransfer)) event.preventDefault();
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      (event) => {
        const position = view?.positionAt(event.clientX, event.clientY) ?? null;
        if (event.dataTransfer === null || position === null || !latest.current.accepts(event.dataTransfer))
          return;
        event.preventDefault();
        latest.current.onDropAt(event.dataTransfer, position);
      },
      { signal },
    );
    return () => stop.abort();
  }, [view]);

  return (
    <div
      ref={scroller}
      className="transcript-scroller" // React's type of a style knows no custom properties.
      style={
        {
          '--speaker-signs': speakerSigns(open),
          '--line-signs': String(open.lineStarts.length).length,
          '--unit-signs': unitSigns(open),
        } as CSSProperties
      }
    >
      <div
        ref={root}
        className="transcript-text"
        aria-label={label}
        data-units={open.units === null ? undefined : ''}
      />
    </div>
  );
}
