import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { newTypingMark } from '../ui/typing-mark.ts';
import type { Spot } from './grid-keys.ts';
import { isSameProject, projectMark, saveSummary } from './cell-saving.ts';
import { dropDraft, setDraft, useMatrices } from './matrices-store.ts';
import { cellKey, type CellPlace } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

interface CellEditorProps {
  readonly place: CellPlace;
  readonly stored: string;
  readonly leastHeight: number;
  /** Called when the person leaves by a key, with the step to take. */
  readonly onLeave: (step: Spot) => void;
}

const PAUSE_MS = 900;
const STAY: Spot = { row: 0, column: 0 };

/** The text field over a cell. What is typed is stored at every pause and however the person leaves. */
export function CellEditor({ place, stored, leastHeight, onLeave }: CellEditorProps) {
  const key = cellKey(place);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => useMatrices.getState().drafts[key]?.text ?? stored);
  // What the cell held when editing began, and what of it is on its way to the disk.
  const session = useRef({ original: stored, sent: stored, text, project: projectMark(), isDone: false });
  const [typing] = useState(newTypingMark);

  const save = (): void => {
    const { current } = session;
    if (current.sent === current.text) {
      if (useMatrices.getState().drafts[key]?.state === 'typing') dropDraft(key);
      return;
    }
    current.sent = current.text;
    runSafely(saveSummary(place, current.text, typing));
  };
  const leave = (step: Spot): void => {
    save();
    session.current.isDone = true;
    onLeave(step);
  };
  const cancel = (): void => {
    const { current } = session;
    current.text = current.original;
    // Stored at a pause already: the old text is stored again.
    if (current.sent === current.original) dropDraft(key);
    else save();
    current.isDone = true;
    onLeave(STAY);
  };

  useLayoutEffect(() => {
    const end = session.current.text.length;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(end, end);
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.max(leastHeight, field.current.scrollHeight + 2)}px`;
  });
  useEffect(() => {
    const pause = setTimeout(() => {
      if (session.current.sent !== session.current.text) save();
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  });
  // Torn away (another screen, another matrix) with something unsaved: it is saved, unless the project went with it.
  const saveAtEnd = useRef(save);
  useEffect(() => {
    saveAtEnd.current = save;
  });
  useEffect(() => {
    const { current } = session;
    return () => {
      if (!current.isDone && isSameProject(current.project)) saveAtEnd.current();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Tab') leave({ row: 0, column: event.shiftKey ? -1 : 1 });
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave({ row: 1, column: 0 });
    else if (event.key === 'F2') leave(STAY);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    save();
    // The window lost the focus, not the field: the person comes back to where they were typing.
    if (session.current.isDone || document.activeElement === field.current) return;
    session.current.isDone = true;
    useMatrices.setState({ editing: null });
  };

  return (
    <textarea
      ref={field}
      className="matrix-editor"
      aria-label="Summary"
      value={text}
      maxLength={32_000}
      spellCheck
      onChange={(event) => {
        session.current.text = event.target.value;
        setText(event.target.value);
        setDraft(key, { text: event.target.value, state: 'typing' });
      }}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
