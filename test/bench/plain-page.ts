import type { EditorStudy } from './editor-study.ts';

/**
 * The least that a page can do: the same turns as paragraphs of a contenteditable, the same highlights, and two keys:
 * O shows the text, 1 tints the selection. It loads nothing and saves nothing.
 */
export function plainPage({ text, codings, colors }: EditorStudy): string {
  const rules = colors
    .map(
      (color, index) =>
        `::highlight(code-${index + 1}) { background: color-mix(in srgb, ${color} 25%, transparent); }`,
    )
    .join('\n');
  const data = JSON.stringify({ text, codings }).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><style>
    html, body { height: 100%; margin: 0; }
    #scroller { height: 100%; overflow: auto; }
    #plain { max-width: 70ch; margin: 0 auto; font: 17px/1.6 serif; white-space: pre-wrap; }
    ${rules}
    ::highlight(code-new) { background: #ffcc0066; }
  </style>
  <div id="scroller"><div id="plain" contenteditable="true" tabindex="0"></div></div>
  <script>(${showPlain.toString()})(${data});</script>`;
}

/** Runs in the page. */
function showPlain({ text, codings }: Pick<EditorStudy, 'text' | 'codings'>): void {
  const root = document.getElementById('plain') as HTMLElement;
  const added = new Highlight();
  const open = (): void => {
    root.textContent = '';
    CSS.highlights.clear();
    const places: { readonly node: Node; readonly start: number }[] = [];
    let start = 0;
    for (const paragraph of text.split('\n\n')) {
      const box = document.createElement('p');
      box.dataset['lexicalText'] = 'true';
      box.textContent = paragraph;
      if (box.firstChild !== null) places.push({ node: box.firstChild, start });
      root.append(box);
      start += paragraph.length + 2;
    }
    for (const { code, start: from, end: to } of codings) {
      const name = `code-${code}`;
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      CSS.highlights.set(name, highlight);
      const first = places.findLast((place) => place.start <= from);
      const last = places.findLast((place) => place.start < to);
      if (first === undefined || last === undefined) continue;
      highlight.add(
        new StaticRange({
          startContainer: first.node,
          startOffset: Math.min(from - first.start, first.node.textContent?.length ?? 0),
          endContainer: last.node,
          endOffset: Math.min(to - last.start, last.node.textContent?.length ?? 0),
        }),
      );
    }
    CSS.highlights.set('code-new', added);
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'o') open();
    if (event.key === '1') {
      const range = document.getSelection()?.getRangeAt(0);
      if (range !== undefined) added.add(new StaticRange(range));
    }
    if (event.key.length === 1) event.preventDefault();
  });
}
