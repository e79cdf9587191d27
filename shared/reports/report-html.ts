import { escapeHtml } from '../memos/html.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9d9d4, #3a3d40); --ground: light-dark(#f6f6f3, #202224); }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 0.4rem; } h3 { font-size: 1rem; margin: 1.6rem 0 0.3rem; } h4 { font-size: 0.92rem; margin: 1.2rem 0 0.2rem; }
p { margin: 0.3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
figure { margin: 0.7rem 0; padding-left: 0.8rem; border-left: 2px solid var(--line); break-inside: avoid; }
blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-family: Georgia, serif; }
figcaption { font-size: 0.8rem; opacity: 0.85; } .translation { font-style: italic; }
table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; font-size: 0.88rem; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--ground); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; font-size: 0.85rem; opacity: 0.85; } dd { margin: 0; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; } h2, h3, h4 { break-after: avoid; } }
`;

/** A page of its own, in pieces: no script, and nothing that is loaded from elsewhere. */
export function* reportHtml({ title, studyTitle, facts, blocks }: ReportDocument): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} – ${escapeHtml(studyTitle)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(studyTitle)}</p>
<dl>${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
`;
  for (const block of blocks) yield `${blockHtml(block)}\n`;
  yield '</body>\n</html>\n';
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quotation': {
      const { text, translation, source, note } = block;
      const translated = translation === '' ? '' : `<p class="translation">${escapeHtml(translation)}</p>`;
      const caption = [source, note]
        .filter((part) => part !== '')
        .map(escapeHtml)
        .join(' · ');
      return `<figure><blockquote>${escapeHtml(text)}</blockquote>${translated}<figcaption>${caption}</figcaption></figure>`;
    }
    case 'table':
      return `<table><thead>${row(block.header, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`;
  }
}

function row(cells: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
}
