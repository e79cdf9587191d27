import type { CellValue } from '../export/sheet.ts';
import { escapeHtml } from '../memos/html.ts';
import type { ReportTable, SessionReport } from './session-report.ts';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:1200px;margin:2rem auto;padding:0 1rem;color:#1c1d1f}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}.study,caption{color:#5c6066}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.4rem}th,td{border-bottom:1px solid #e2e2dd;padding:3px 8px;text-align:left;vertical-align:top}
td.n,th.n{text-align:right}@media(prefers-color-scheme:dark){body{background:#1b1c1e;color:#e7e6e3}th,td{border-color:#2f3235}}`;

/** One page that needs nothing else. Whatever a person wrote is escaped. */
export function reportHtml({ title, study, paragraphs, tables }: SessionReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} – ${escapeHtml(study)}</title>
<style>${STYLE}</style>
</head>
<body>
<p class="study">${escapeHtml(study)}</p>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${tables.map(tableHtml).join('\n')}
</body>
</html>
`;
}

function tableHtml({ name, caption, columns, rows }: ReportTable): string {
  const cls = (index: number): string => (columns[index]?.numeric === true ? ' class="n"' : '');
  return `<h2>${escapeHtml(name)}</h2>
<div class="wide"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${columns.map(({ title }, index) => `<th scope="col"${cls(index)}>${escapeHtml(title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((value, index) => `<td${cls(index)}>${escapeHtml(cellText(value))}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;
}

export function cellText(value: CellValue): string {
  return value === null ? '' : String(value);
}
