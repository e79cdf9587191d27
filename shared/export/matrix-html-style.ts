/** How the page of a matrix looks: on a screen, on a phone, on paper, in light and dark. */
export const matrixPageStyle = `
:root { color-scheme: light dark; --line: light-dark(#d9d9d4, #3a3d40); --ground: light-dark(#f6f6f3, #202224); --link: light-dark(#2b5d92, #86b4e4); }
body { margin: 0; padding: 1.5rem; font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 0.5rem; } h3 { font-size: 0.95rem; margin: 1.6rem 0 0.4rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
nav { font-size: 0.85rem; } nav a { margin-right: 1rem; }
.study { margin: 0.2rem 0 0.6rem; }
table { border-collapse: collapse; margin-top: 1rem; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: 0.45rem 0.6rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--ground); z-index: 1; }
tbody th { background: var(--ground); min-width: 5rem; } tbody th[scope=row] { position: sticky; left: 0; }
td { min-width: 11rem; max-width: 26rem; }
td p, figure p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.judged { font-weight: 600; }
small { display: block; font-weight: normal; font-size: 0.78rem; opacity: 0.75; }
.note { font-size: 0.8rem; opacity: 0.9; } td p + .note { margin-top: 0.35rem; }
.group th { text-align: left; }
figure { margin: 0.6rem 0; padding-left: 0.8rem; border-left: 2px solid var(--line); max-width: 46rem; break-inside: avoid; }
blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-family: Georgia, serif; }
figcaption, .memo { font-size: 0.8rem; opacity: 0.8; } .translation { font-style: italic; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.3rem 1rem; font-size: 0.85rem; max-width: 60rem; }
dt { opacity: 0.75; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
:target { outline: 2px solid var(--link); outline-offset: 2px; scroll-margin-top: 4rem; }
@media screen and (max-width: 48rem) {
  body { padding: 1rem; }
  table, tbody, tr, tbody th, td { display: block; min-width: 0; max-width: none; } tbody th[scope=row] { position: static; }
  thead { display: none; }
  tr { margin-bottom: 1.2rem; } th, td { border-width: 0 0 1px; } td.empty { display: none; }
  td::before { content: attr(data-column); display: block; font-size: 0.78rem; font-weight: 600; }
  dl { display: block; } dt { margin-top: 0.6rem; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { padding: 0; font-size: 9pt; } table { font-size: 7.5pt; line-height: 1.3; } .note, small, figcaption, .memo { font-size: 0.9em; } nav { display: none; }
  table { table-layout: fixed; width: 100%; } thead th:first-child { width: 4.5em; }
  thead { display: table-header-group; } thead th, tbody th[scope=row] { position: static; }
  th, td { min-width: 0; max-width: none; padding: 0.2rem 0.3rem; overflow-wrap: anywhere; } tr { break-inside: avoid; }
  #fragments { columns: 2; column-gap: 2rem; } #fragments h2 { margin-top: 0; } h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
