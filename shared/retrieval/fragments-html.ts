import { escapeHtml } from '../memos/html.ts';
import { crossedTables, type CrossedTable } from './crossed-sheets.ts';
import {
  factsAsLines,
  percent,
  placeOf,
  poleOf,
  type ExportedFragment,
  type ExportFacts,
} from './fragment-export.ts';

/** A page of its own, in pieces: no script, nothing that is loaded from elsewhere. */
export function* fragmentsHtml(facts: ExportFacts, fragments: Iterable<ExportedFragment>): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(facts.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(facts.title)}</h1>
<dl>
${factsAsLines(facts)
  .map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`)
  .join('\n')}
</dl>
${countsTable(facts)}
${crossedTables(facts).map(crossedHtml).join('\n')}
`;
  let group: string | null = null;
  for (const exported of fragments) {
    if (exported.group !== group && exported.group !== null) yield `<h2>${escapeHtml(exported.group)}</h2>\n`;
    ({ group } = exported);
    yield fragmentHtml(exported);
  }
  yield '</body>\n</html>\n';
}

function fragmentHtml(exported: ExportedFragment): string {
  const { fragment, before, after, codePath } = exported;
  const pole = poleOf(exported);
  const source = [codePath, pole, placeOf(exported), fragment.coderName].filter((part) => part !== null);
  return `<section>
<blockquote>${context(before)}<mark>${escapeHtml(fragment.quotation)}</mark>${context(after)}</blockquote>
${optional('translation', fragment.translation)}${optional('memo', fragment.memo)}<p class="source">${escapeHtml(source.join(' · '))}</p>
</section>
`;
}

function context(text: string): string {
  return text === '' ? '' : `<span>${escapeHtml(text)}</span>`;
}

function optional(name: string, text: string): string {
  return text === '' ? '' : `<p class="${name}">${escapeHtml(text)}</p>\n`;
}

function countsTable({ groups, total }: ExportFacts): string {
  if (groups.length < 2) return '';
  const rows = groups.map(
    ({ title, fragments, cases, casesInScope }) =>
      `<tr><th scope="row">${escapeHtml(title)}</th><td>${fragments}</td><td>${percent(fragments, total) ?? ''}</td><td>${cases} of ${casesInScope}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Group</th><th scope="col">Fragments</th><th scope="col">%</th><th scope="col">Cases</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function crossedHtml({ name, header, rows }: CrossedTable): string {
  const head = header.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const body = rows.map(
    ({ title, counts }) =>
      `<tr><th scope="row">${escapeHtml(title)}</th>${counts.map((value) => `<td>${value}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table>
<caption>${escapeHtml(name)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 Georgia, serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; }
dl, table, .source, .memo { font-family: system-ui, sans-serif; font-size: 0.8rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; } dt { opacity: 0.7; } dd { margin: 0; }
table { border-collapse: collapse; margin-top: 1rem; } caption { text-align: left; font-weight: 600; } .wide { overflow-x: auto; } th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; border-bottom: 1px solid #8886; }
td { text-align: right; font-variant-numeric: tabular-nums; }
section { margin: 1rem 0; padding-bottom: 0.8rem; border-bottom: 1px solid #8886; break-inside: avoid; }
blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; } blockquote span { opacity: 0.65; }
mark { background: light-dark(#fff3c4, #4d4312); color: inherit; }
p { margin: 0.3rem 0 0; white-space: pre-wrap; } .translation { font-style: italic; } .source { opacity: 0.75; }
`;
