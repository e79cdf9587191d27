import { escapeHtml } from '../memos/html.ts';
import type { KnownCopy } from './withdrawal-contract.ts';

export interface Certificate {
  readonly study: string;
  readonly at: string;
  readonly by: string;
  readonly goes: readonly string[];
  readonly cleaned: readonly string[];
  readonly steps: number;
  readonly copies: readonly KnownCopy[];
  readonly version: string;
}

/** A page that says what was erased, and what is still to be done by hand. It names nobody. */
export function certificateHtml(certificate: Certificate): string {
  const { study, at, by, goes, cleaned, steps, copies, version } = certificate;
  const list = (items: readonly string[]): string =>
    items.length === 0
      ? '<p>None.</p>'
      : `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Certificate of withdrawal</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.1em}</style>
</head>
<body>
<h1>Certificate of withdrawal</h1>
<p>A participant of the study “${escapeHtml(study)}” withdrew. On ${escapeHtml(at.slice(0, 10))} at
${escapeHtml(at.slice(11, 16))} UTC everything of this participant was erased from the project file${
    by === '' ? '' : ` by ${escapeHtml(by)}`
  }. The freed space was overwritten, and the file was written anew. It cannot be undone.</p>
<h2>Erased</h2>
${list([...goes, `${steps} ${steps === 1 ? 'step' : 'steps'} of the history`])}
<h2>Kept without the participant’s words</h2>
${list(cleaned)}
<h2>Files that may still hold the participant</h2>
<p>They lie outside the project file. Delete them, or make them anew, wherever they are kept; copies that were sent to
others or put on other machines are not known here.</p>
${list(copies.map(({ name, kind, at: when }) => `${name} (${kind}, ${when.slice(0, 10)})`))}
<p><small>Made by Crosscase ${escapeHtml(version)}.</small></p>
</body>
</html>
`;
}
