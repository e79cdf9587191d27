import { escapeHtml } from '../memos/html.ts';
import type { MatrixColumn, MatrixRow } from '../matrices/matrices-contract.ts';
import { aboutFacts } from './about-sheet.ts';
import { behindCells } from './claims.ts';
import { poleName, type CellFragment } from './fragments-sheet.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { matrixPageStyle } from './matrix-html-style.ts';
import {
  cellFinder,
  cellNote,
  judgedText,
  shownText,
  stateFinder,
  rowAttributes,
  sourceOf,
  type MatrixReport,
} from './matrix-report.ts';

/** A page with more fragments than this is no page any more: then it has those that a summary rests on. */
export const MOST_ON_A_PAGE = 20_000;

/**
 * A page of its own, in pieces: no script, nothing that is loaded from elsewhere (the policy in its head forbids both). On
 * a phone the table becomes one card for each cell; on paper it runs over as many landscape pages as it needs.
 */
export function* matrixHtml(report: MatrixReport): Generator<string> {
  const { matrix, projectTitle } = report.about;
  const title = escapeHtml(matrix.name);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} – ${escapeHtml(projectTitle)}</title>
<style>${matrixPageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="study">${escapeHtml(projectTitle)}</p>
<nav><a href="#fragments">Fragments</a> <a href="#about">How this was made</a></nav>
</header>
`;
  yield* table(report);
  yield* fragmentList(report);
  yield* behindList(report);
  yield about(report);
  yield '</body>\n</html>\n';
}

function* table(report: MatrixReport): Generator<string> {
  const { layout } = report;
  const { columns } = report.about.matrix;
  const find = cellFinder(report);
  const stateOf = stateFinder(report);
  const heads = columns.map(
    ({ title, decisionRule }) => `<th scope="col">${escapeHtml(title)}${small(decisionRule)}</th>`,
  );
  yield `<table>
<thead><tr><th scope="col">Case</th>${heads.join('')}</tr></thead>
<tbody>
`;
  for (const entry of layout.rows) {
    if (entry.kind === 'group') {
      yield `<tr class="group"><th scope="rowgroup" colspan="${columns.length + 1}">${escapeHtml(entry.title)}</th></tr>\n`;
      continue;
    }
    const { row } = entry;
    const cells = columns.map((column) => {
      const cell = find(row, column);
      const note = cellNote(cell, stateOf(row, column));
      const hasFragments = report.plan.firstOf(row.key, column.id) !== undefined;
      const link = hasFragments
        ? `<a href="#f-${placeOf(layout, row, column)}">${escapeHtml(note)}</a>`
        : escapeHtml(note);
      const below = note === '' ? '' : `<p class="note">${link}</p>`;
      const text = shownText(cell);
      const judged = optional('judged', judgedText(cell));
      const summary = text === '' ? judged : `${judged}<p>${escapeHtml(text)}</p>`;
      const isEmpty = summary === '' && below === '' ? ' class="empty"' : '';
      return `<td id="c-${placeOf(layout, row, column)}" data-column="${escapeHtml(column.title)}"${isEmpty}>${summary}${below}</td>`;
    });
    yield `<tr><th scope="row">${escapeHtml(row.code)}${small(rowAttributes(layout, row))}</th>${cells.join('')}</tr>\n`;
  }
  yield '</tbody>\n</table>\n';
}

function* fragmentList({ plan, fragments }: MatrixReport): Generator<string> {
  const onlyEvidence = plan.total > MOST_ON_A_PAGE;
  yield '<section id="fragments">\n<h2>Fragments</h2>\n';
  if (plan.total === 0) yield '<p class="note">Nothing is coded with the codes of these columns.</p>\n';
  if (onlyEvidence)
    yield `<p class="note">The matrix counts ${plan.total.toLocaleString('en')} fragments. This page has those that a summary rests on; the workbook has them all.</p>\n`;
  let place = '';
  for (const item of fragments) {
    if (onlyEvidence && item.stance === null) continue;
    const next = `${item.rowNumber}-${item.column.id}`;
    if (next !== place) {
      place = next;
      yield `<h3 id="f-${place}"><a href="#c-${place}">${escapeHtml(`${item.rowName} × ${item.column.title}`)}</a></h3>\n`;
    }
    yield fragmentHtml(item);
  }
  yield '</section>\n';
}

/** Reasons, cells of other matrices, and what each sentence rests on: those that there are. */
function* behindList({ about: { matrix }, claims, layout }: MatrixReport): Generator<string> {
  const cells = behindCells(matrix, claims);
  if (cells.length === 0) return;
  yield '<section id="behind">\n<h2>What is behind the cells</h2>\n';
  for (const { rowKey, columnId, name, lines } of cells) {
    const place = `${layout.rowOf.get(rowKey) ?? 0}-${columnId}`;
    const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
    yield `<h3><a href="#c-${place}">${escapeHtml(name)}</a></h3>\n<ul>${items}</ul>\n`;
  }
  yield '</section>\n';
}

function fragmentHtml(item: CellFragment): string {
  const { fragment, stance, code, codePath } = item;
  const facts = [codePath, poleName(fragment.weight, code), sourceOf(item), fragment.coderName];
  const evidence = stance === null ? '' : `<strong>${stance}</strong> · `;
  const translator = fragment.translator === null ? '' : ` (translated by ${fragment.translator})`;
  return `<figure>
<blockquote>${escapeHtml(fragment.quotation)}</blockquote>
${optional('translation', fragment.translation, translator)}${optional('memo', fragment.memo)}<figcaption>${evidence}${escapeHtml(facts.filter((fact) => fact !== null).join(' · '))}</figcaption>
</figure>
`;
}

function about(report: MatrixReport): string {
  const facts = aboutFacts(report.about, report.claims).map(
    ([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<section id="about">
<h2>How this was made</h2>
<dl>
${facts.join('\n')}
</dl>
</section>
`;
}

/** A number says which row it is: a key may hold any character. */
function placeOf({ rowOf }: MatrixLayout, { key }: MatrixRow, { id }: MatrixColumn): string {
  return `${rowOf.get(key) ?? 0}-${id}`;
}

function small(text: string): string {
  return text === '' ? '' : `<small>${escapeHtml(text)}</small>`;
}

function optional(name: string, text: string, after = ''): string {
  return text === '' ? '' : `<p class="${name}">${escapeHtml(text)}${escapeHtml(after)}</p>\n`;
}
