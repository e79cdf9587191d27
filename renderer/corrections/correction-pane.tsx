import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { must } from '#shared/assert.ts';
import { runAction } from '../actions/action-registry.ts';
import { useCoding } from '../coding/coding-store.ts';
import { CorrectionEditor } from '../coding/editor/correction-editor.tsx';
import { Button } from '../ui/button.tsx';
import { addEdit, editedText, followRanges, realChanges, type CorrectionDraft } from './correction-draft.ts';
import './corrections.css';

/** Stands in the place of the transcript while its text is being corrected. */
export function CorrectionPane({ draft }: { readonly draft: CorrectionDraft }) {
  const codings = useCoding((state) => state.codings);
  const [start] = useState(() => ({ text: editedText(draft), caret: draft.caret }));
  const calm = useDeferredValue(draft);
  const followed = useMemo(() => followRanges(calm, codings.values()), [calm, codings]);
  const edits = realChanges(calm).length;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = must(frame.current, 'drawn by the time of the effect');
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={frame} className="correction-pane" aria-label={`Correcting ${draft.title}`}>
      <div className="correction-bar">
        <strong>Correcting the text</strong>
        <span className="muted" role="status">
          {describe(edits, followed.changed.length, followed.lost)}
        </span>
        <span className="correction-bar-end">
          <Button onPress={() => runAction('corrections.cancel')}>Cancel</Button>
          <Button tone="primary" isDisabled={edits === 0} onPress={() => runAction('corrections.save')}>
            Save…
          </Button>
        </span>
      </div>
      <div className="correction-frame">
        <CorrectionEditor
          text={start.text}
          caret={start.caret}
          label={`Text of ${draft.title}. Type as in a text editor; Ctrl+S saves, Escape cancels.`}
          onEdit={addEdit}
          marks={followed}
        />
      </div>
    </section>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key === 's') runAction('corrections.save');
  else if (event.key === 'Escape') runAction('corrections.cancel');
  else {
    // Undo and redo here are those of typing; what the program does with these keys elsewhere must wait.
    if (control && ['z', 'y', 'Z'].includes(event.key)) event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function describe(edits: number, changed: number, lost: number): string {
  if (edits === 0) return 'Nothing is changed yet. Labels such as “T01:” are text: type one to split a turn.';
  const parts = [edits === 1 ? '1 edit' : `${edits} edits`];
  if (changed > 0) parts.push(changed === 1 ? '1 coding changes' : `${changed} codings change`);
  if (lost > 0) parts.push(lost === 1 ? '1 coding loses its text' : `${lost} codings lose their text`);
  if (changed + lost === 0) parts.push('all codings keep their words');
  return parts.join(' · ');
}
