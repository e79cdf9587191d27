import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isElementNode,
  type EditorState,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { TextRange } from '#shared/text/text-range.ts';

/** The text of an editor that holds one paragraph for each line, and where its caret stands in that text. */
export interface EditedText {
  readonly text: string;
  readonly selected: TextRange;
}

export function readEdited(state: EditorState): EditedText {
  return state.read(() => {
    const lines = $getRoot().getChildren();
    const starts = new Map<string, number>();
    const texts: string[] = [];
    let position = 0;
    for (const line of lines) {
      const text = line.getTextContent();
      starts.set(line.getKey(), position);
      texts.push(text);
      position += text.length + 1;
    }
    const selection = $getSelection();
    const text = texts.join('\n');
    if (!$isRangeSelection(selection)) return { text, selected: { start: 0, end: 0 } };
    const [anchor, focus] = [selection.anchor, selection.focus].map((point) =>
      $positionOf(point, starts),
    ) as [number, number];
    return { text, selected: { start: Math.min(anchor, focus), end: Math.max(anchor, focus) } };
  });
}

function $positionOf(point: PointType, starts: ReadonlyMap<string, number>): number {
  const node = point.getNode();
  const line = node.getTopLevelElement();
  if (line === null) {
    // Before, between or behind the lines.
    const child = $isElementNode(node) ? node.getChildAtIndex(point.offset) : null;
    return child === null ? 0 : (starts.get(child.getKey()) ?? 0);
  }
  const start = starts.get(line.getKey()) ?? 0;
  if ($isElementNode(node)) {
    return start + lengthOf(node.getChildren().slice(0, point.offset));
  }
  return start + lengthOf(node.getPreviousSiblings()) + point.offset;
}

function lengthOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, node) => sum + node.getTextContentSize(), 0);
}
