import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  HEADING,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  QUOTE,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { CLEAR_HISTORY_COMMAND } from 'lexical';
import type { Thing } from '#shared/memos/linked-things.ts';
import { linkedUids, sameText, type RichText } from '#shared/memos/rich-text.ts';
import { reportError } from '../../ui/toasts-store.ts';
import { LinkMenu } from './link-menu.tsx';
import { LinkedNamesContext } from './linked-names.ts';
import { $readDocument, $writeDocument } from './memo-document.ts';
import { useMemoKeys } from './memo-keys.ts';
import { memoNodes, memoTheme } from './memo-nodes.ts';
import { MemoToolbar } from './memo-toolbar.tsx';
import './memo-editor.css';

const MARKDOWN = [
  { ...HEADING, regExp: /^(#{1,3})\s/ },
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
];

/** The tag of updates that come from what is stored, and so are not to be saved. */
const STORED = 'stored';

interface MemoEditorProps {
  /** What is stored. When it changes (undone, changed elsewhere), the editor follows. */
  readonly stored: RichText;
  /** What its links point to, as far as it is there. */
  readonly links: readonly Thing[];
  readonly isReadOnly: boolean;
  readonly hasFocusFirst: boolean;
  readonly onChange: (document: RichText) => void;
  readonly onBlur: () => void;
  readonly onOpen: (thing: Thing) => void;
}

export function MemoEditor({
  stored,
  links,
  isReadOnly,
  hasFocusFirst,
  onChange,
  onBlur,
  onOpen,
}: MemoEditorProps) {
  const [justLinked, setJustLinked] = useState<readonly Thing[]>([]);
  const names = useMemo(
    () => ({
      things: new Map([...justLinked, ...links].map((thing) => [thing.uid, thing])),
      lookedUp: new Set(linkedUids(stored).keys()),
      open: onOpen,
    }),
    [justLinked, links, stored, onOpen],
  );
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'memo',
        nodes: memoNodes,
        theme: memoTheme,
        editable: !isReadOnly,
        onError: reportError,
        editorState: () => $writeDocument(stored),
      }}
    >
      <LinkedNamesContext value={names}>
        {!isReadOnly && <MemoToolbar />}
        <div className="memo-page">
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className="memo-text"
                ariaLabel="Text of the memo"
                aria-placeholder={PLACEHOLDER}
                placeholder={<div className="memo-placeholder">{isReadOnly ? '' : PLACEHOLDER}</div>}
                onBlur={onBlur}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
        <HistoryPlugin />
        <ListPlugin />
        <MarkdownShortcutPlugin transformers={MARKDOWN} />
        <LinkMenu onLinked={(thing) => setJustLinked((before) => [...before, thing])} />
        <Keys />
        <FollowStored stored={stored} onChange={onChange} />
        {hasFocusFirst && <FocusFirst />}
      </LinkedNamesContext>
    </LexicalComposer>
  );
}

const PLACEHOLDER = 'Write. @ links to a code, a case, a transcript, a coding, a cell or a memo.';

function Keys() {
  const openLink = useRef<(uid: string) => void>(() => {});
  const { things, open } = useContext(LinkedNamesContext);
  useEffect(() => {
    openLink.current = (uid) => {
      const thing = things.get(uid);
      if (thing !== undefined) open(thing);
    };
  });
  useMemoKeys(useCallback((uid: string) => openLink.current(uid), []));
  return null;
}

function FocusFirst() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.focus(), [editor]);
  return null;
}

/** Tells what was written, and puts in what was changed elsewhere. */
function FollowStored({ stored, onChange }: Pick<MemoEditorProps, 'stored' | 'onChange'>): null {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(STORED) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
        onChange(editorState.read($readDocument));
      }),
    [editor, onChange],
  );
  useEffect(() => {
    if (sameText(editor.getEditorState().read($readDocument), stored)) return;
    editor.update(() => $writeDocument(stored), { tag: STORED });
    // What was typed before is not what is here any more: to undo it would undo what was changed elsewhere.
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  }, [editor, stored]);
  return null;
}
