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
import { $getRoot, $getSelection, $setSelection, CLEAR_HISTORY_COMMAND } from 'lexical';
import type { BrokenLink, Thing } from '#shared/memos/linked-things.ts';
import { sameText, type RichText } from '#shared/memos/rich-text.ts';
import { reportError } from '../../ui/toasts-store.ts';
import type { MemoDraft } from '../memo-draft.ts';
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

/** The tag of updates that come from the draft, and so are not to be written into it. */
const FROM_DRAFT = 'from-draft';

interface MemoEditorProps {
  /** What is written goes there; when it changes otherwise (undone, changed elsewhere), the editor follows. */
  readonly draft: MemoDraft;
  /** What its links point to, as far as it is there. */
  readonly links: readonly Thing[];
  readonly brokenLinks: readonly BrokenLink[];
  readonly isReadOnly: boolean;
  readonly hasFocusFirst: boolean;
  readonly onOpen: (thing: Thing) => void;
}

export function MemoEditor({
  draft,
  links,
  brokenLinks,
  isReadOnly,
  hasFocusFirst,
  onOpen,
}: MemoEditorProps) {
  const [justLinked, setJustLinked] = useState<readonly Thing[]>([]);
  const names = useMemo(
    () => ({
      things: new Map([...justLinked, ...links].map((thing) => [thing.uid, thing])),
      removed: new Map(brokenLinks.map(({ uid, name }) => [uid, name])),
      open: onOpen,
    }),
    [justLinked, links, brokenLinks, onOpen],
  );
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'memo',
        nodes: memoNodes,
        theme: memoTheme,
        editable: !isReadOnly,
        onError: reportError,
        editorState: () => $writeDocument(draft.body()),
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
                onBlur={draft.flush}
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
        <FollowDraft draft={draft} />
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

/** Writes into the draft what is typed, and puts into the editor what the draft got from elsewhere. */
function FollowDraft({ draft }: Pick<MemoEditorProps, 'draft'>): null {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const here = (): RichText => editor.getEditorState().read($readDocument);
    const stopWriting = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (tags.has(FROM_DRAFT) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
      const body = here();
      if (!sameText(body, draft.body())) draft.edit({ body });
    });
    const follow = (): void => {
      if (sameText(here(), draft.body())) return;
      editor.update(() => $replaceDocument(draft.body()), { tag: FROM_DRAFT, discrete: true });
      // What was typed before is not what is here any more: to undo it would undo what was changed elsewhere.
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
    };
    follow();
    const stopFollowing = draft.subscribe(follow);
    return () => {
      stopWriting();
      stopFollowing();
    };
  }, [editor, draft]);
  return null;
}

/** The caret, if it was in the text, goes to its end: where it was may not exist any more. */
function $replaceDocument(document: RichText): void {
  const hadCaret = $getSelection() !== null;
  $setSelection(null);
  $writeDocument(document);
  if (hadCaret) $getRoot().selectEnd();
}
