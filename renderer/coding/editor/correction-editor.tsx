import { useEffect, useRef } from 'react';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  PASTE_COMMAND,
} from 'lexical';
import { editBetween, type TextChange } from '#shared/text/text-changes.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import { reportError } from '../../ui/toasts-store.ts';
import { readEdited } from './edited-lines.ts';
import { lineRanges } from './line-ranges.ts';
import './correction-editor.css';

export interface CorrectionMarks {
  readonly kept: readonly TextRange[];
  readonly changed: readonly TextRange[];
}

interface CorrectionEditorProps {
  readonly text: string;
  /** Where the caret stands at the beginning. */
  readonly caret: number;
  readonly label: string;
  /** One edit, in the text as it was just before it. */
  readonly onEdit: (edit: TextChange) => void;
  readonly marks: CorrectionMarks;
}

/** The transcript as a text to write in: a line is a line, labels are text, and nothing has a format. */
export function CorrectionEditor({ text, caret, label, onEdit, marks }: CorrectionEditorProps) {
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'correction',
        onError: reportError,
        editorState: () => $writeLines(text),
      }}
    >
      <div className="correction-scroller">
        <RichTextPlugin
          contentEditable={<ContentEditable className="correction-text" ariaLabel={label} spellCheck />}
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin />
      <PlainText />
      <Edits onEdit={onEdit} />
      <Marks marks={marks} />
      <StartAt position={caret} />
    </LexicalComposer>
  );
}

function $writeLines(text: string): void {
  $getRoot()
    .clear()
    .append(
      ...text.split('\n').map((line) => {
        const paragraph = $createParagraphNode();
        if (line !== '') paragraph.append($createTextNode(line));
        return paragraph;
      }),
    );
}

/** Refuses formats and whatever else is no text. */
function PlainText() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const stops = [
      editor.registerCommand(FORMAT_TEXT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(DROP_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(
        INSERT_LINE_BREAK_COMMAND,
        () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent)) return true;
          event.preventDefault();
          $insertLines(event.clipboardData?.getData('text/plain') ?? '');
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [editor]);
  return null;
}

function $insertLines(text: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) selection.insertParagraph();
    if (line !== '' || index === 0) selection.insertText(line);
  });
}

/** Tells each edit as it was made, so that a passage is known from another one that reads the same. */
function Edits({ onEdit }: Pick<CorrectionEditorProps, 'onEdit'>) {
  const [editor] = useLexicalComposerContext();
  const latest = useRef(onEdit);
  useEffect(() => {
    latest.current = onEdit;
  });
  useEffect(() => {
    let before = readEdited(editor.getEditorState());
    return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      const now = readEdited(editorState);
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        const edit = editBetween(before.text, now.text, {
          selected: before.selected,
          caret: now.selected.end,
        });
        if (edit !== null) latest.current(edit);
      }
      before = now;
    });
  }, [editor]);
  return null;
}

const KEPT = 'correction-kept';
const CHANGED = 'correction-changed';

/** Shows what is coded, and whose words are not what they were. Painted over the page: the text itself stays plain. */
function Marks({ marks }: Pick<CorrectionEditorProps, 'marks'>) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null) return;
    CSS.highlights.set(KEPT, new Highlight(...lineRanges(root, marks.kept)));
    CSS.highlights.set(CHANGED, new Highlight(...lineRanges(root, marks.changed)));
  }, [editor, marks]);
  useEffect(
    () => () => {
      CSS.highlights.delete(KEPT);
      CSS.highlights.delete(CHANGED);
    },
    [],
  );
  return null;
}

function StartAt({ position }: { readonly position: number }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    editor.update(
      () => {
        let left = position;
        for (const line of $getRoot().getChildren()) {
          const { length } = line.getTextContent();
          if (left <= length) {
            const first = line.selectStart();
            first.anchor.set(first.anchor.key, first.anchor.type === 'text' ? left : 0, first.anchor.type);
            first.focus.set(first.focus.key, first.focus.type === 'text' ? left : 0, first.focus.type);
            break;
          }
          left -= length + 1;
        }
      },
      { onUpdate: () => editor.focus() },
    );
    // Only once: the caret is the person's from then on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [editor]);
  return null;
}
