import * as fc from 'fast-check';
import { createEditor } from 'lexical';
import { expect, test } from 'vitest';
import { normalised, type RichText } from '#shared/memos/rich-text.ts';
import { $readDocument, $writeDocument } from '#renderer/memos/editor/memo-document.ts';
import { memoNodes } from '#renderer/memos/editor/memo-nodes.ts';
import { anyRichText } from './any-rich-text.ts';

function throughTheEditor(document: RichText): RichText {
  const editor = createEditor({
    nodes: memoNodes,
    onError(error) {
      throw error;
    },
  });
  editor.update(() => $writeDocument(document), { discrete: true });
  return editor.getEditorState().read($readDocument);
}

const BLANK: RichText = [{ type: 'paragraph', children: [] }];

test('what is stored comes out of the editor as it went in', () => {
  fc.assert(
    fc.property(anyRichText, (any) => {
      const document = normalised(any);
      fc.pre(JSON.stringify(document) !== JSON.stringify(BLANK));
      expect(throughTheEditor(document)).toEqual(document);
    }),
  );
});

test('an editor in which nothing is written holds nothing', () => {
  expect(throughTheEditor([])).toEqual([]);
  expect(throughTheEditor(BLANK)).toEqual([]);
});
