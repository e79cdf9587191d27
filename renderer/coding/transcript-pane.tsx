import { useCallback, useState } from 'react';
import type { CodeId, CodingId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import { carriesCode, droppedCode } from '../codebook/code-drag.ts';
import { CodePicker } from '../codebook/code-picker.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { applyCode, clickText, selectCoding } from './coding-actions.ts';
import { onTranscriptKey } from './coding-keys.ts';
import { typeTextAhead } from './coding-panel-store.ts';
import { isOwn, selectedCoding, useCoding, type OpenTranscript, type Picking } from './coding-store.ts';
import { setCurrentView } from './current-view.ts';
import { TranscriptEditor } from './editor/transcript-editor.tsx';
import type { TranscriptView } from './editor/transcript-view.ts';
import { copyTo, moveEdgesTo, recodeTo } from './reshape-actions.ts';
import { pinCode } from './pins-store.ts';
import { selectSentence } from './selection-steps.ts';
import { unitAt } from './unit-steps.ts';
import { useReveal } from './use-reveal.ts';
import { useShown } from './use-shown.ts';

/** The transcript that is open, with the popup that asks for a code. */
export function TranscriptPane({ open }: { readonly open: OpenTranscript }) {
  const shown = useShown();
  const selectedId = useCoding((state) => state.selected);
  const picking = useCoding((state) => state.picking);
  const [view, setView] = useState<TranscriptView | null>(null);
  const onView = useCallback((next: TranscriptView | null) => {
    setCurrentView(next);
    setView(next);
  }, []);
  useReveal(open, view);
  const canMove = useCoding((state) => {
    const coding = selectedCoding(state);
    return coding !== null && isOwn(state, coding);
  });

  return (
    <>
      <TranscriptEditor
        open={open}
        shown={shown}
        selected={shown.find(({ id }) => id === selectedId) ?? null}
        label={`Transcript ${open.transcript.title}. Arrow keys move, Shift selects, Enter codes, question mark shows all keys.`}
        onView={onView}
        onSelection={onSelection}
        onClickText={clickText}
        onPressCoding={(id) => pressCoding(id, view)}
        onMoveEdges={(id, range) => void moveEdgesTo(id, range).catch(reportError)}
        canMoveEdges={canMove}
        onKey={onTranscriptKey}
        onText={typeTextAhead}
        accepts={carriesCode}
        onDropAt={(data, position) => dropCode(data, position, open, view)}
      />
      {picking !== null && view !== null && <Picker picking={picking} view={view} />}
    </>
  );
}

const PICKER_LABELS = {
  selection: 'Code this passage',
  recode: 'Recode to',
  copy: 'Code as another code too',
} as const;

function answer(picking: Picking, id: CodeId): Promise<void> {
  switch (picking.for) {
    case 'recode':
      return recodeTo(picking.id, id);
    case 'copy':
      return copyTo(picking.id, id);
    case 'selection':
      return applyCode(id);
    case 'pin': {
      pinCode(picking.slot, id);
      const { range } = useCoding.getState();
      return range.start < range.end ? applyCode(id) : Promise.resolve();
    }
  }
}

function Picker({ picking, view }: { readonly picking: Picking; readonly view: TranscriptView }) {
  const [anchor] = useState(() => {
    const { left, top, width, height } = view.rectOf(useCoding.getState().range);
    return { left, top, width, height };
  });
  return (
    <CodePicker
      label={picking.for === 'pin' ? `Code for the key ${picking.slot + 1}` : PICKER_LABELS[picking.for]}
      anchor={anchor}
      onClose={() => {
        useCoding.setState({ picking: null });
        view.focus();
      }}
      onPick={(id) => void answer(picking, id).catch(reportError)}
      {...(picking.for === 'selection' ? { onAdd: (id) => void applyCode(id).catch(reportError) } : {})}
    />
  );
}

function onSelection(range: TextRange): void {
  useCoding.setState({ range });
}

/** Selects the coding and puts the caret at its beginning, so that the keys go on from there. */
function pressCoding(id: CodingId, view: TranscriptView | null): void {
  const coding = useCoding.getState().codings.get(id);
  if (coding === undefined) return;
  selectCoding(id);
  view?.select({ start: coding.start, end: coding.start });
}

/** A code dropped on the selection codes it; dropped elsewhere it codes the unit, or the sentence, that it was dropped on. */
function dropCode(
  data: DataTransfer,
  position: number,
  open: OpenTranscript,
  view: TranscriptView | null,
): void {
  const codeId = droppedCode(data);
  if (codeId === null) return;
  const { range } = useCoding.getState();
  const onSelected = range.start <= position && position <= range.end && range.start < range.end;
  if (!onSelected) {
    const caret = { start: position, end: position };
    view?.select(
      unitAt(open.units?.units ?? [], position) ?? selectSentence(open.transcript.text, open.blocks, caret),
    );
  }
  applyCode(codeId).catch(reportError);
  view?.focus();
}
