import { escapeHtml, toHtml } from './html.ts';
import { describeAbout } from './linked-things.ts';
import { escapeMarkdown, toMarkdown } from './markdown.ts';
import type { Memo, MemoFormat } from './memos-contract.ts';
import { presentNames } from './rich-text.ts';

export interface MemosFile {
  readonly studyTitle: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly memos: readonly Memo[];
}

/** All memos as one file that reads well without Crosscase. */
export function memosFile(file: MemosFile, format: MemoFormat): string {
  return format === 'md' ? markdownFile(file) : htmlFile(file);
}

function markdownFile({ studyTitle, exportedAt, memos }: MemosFile): string {
  const head = `# Memos of ${escapeMarkdown(studyTitle)}\n\n${describeCount(memos)}, exported ${day(exportedAt)}.\n`;
  const sections = memos.map((memo) => {
    const body = toMarkdown(memo.body, presentNames(memo));
    const facts = factsOf(memo).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`);
    return `\n---\n\n## ${escapeMarkdown(memo.heading)}\n\n${facts.join('\n')}\n\n${body}\n`;
  });
  return head + sections.join('');
}

function htmlFile({ studyTitle, exportedAt, memos }: MemosFile): string {
  const title = `Memos of ${escapeHtml(studyTitle)}`;
  const sections = memos.map((memo) => {
    const facts = factsOf(memo).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
    const body = toHtml(memo.body, presentNames(memo), 3);
    return `<article>\n<h2>${escapeHtml(memo.heading)}</h2>\n<dl>${facts.join('')}</dl>\n${body}\n</article>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${describeCount(memos)}, exported ${day(exportedAt)}.</p>
${sections.join('\n')}
</body>
</html>
`;
}

function factsOf(memo: Memo): readonly (readonly [string, string])[] {
  const comparison = memo.comparison === null ? '' : `, ${memo.comparison}`;
  return [
    ['Class', memo.class + comparison],
    ['About', describeAbout(memo.about)],
    ['Written by', memo.authorName],
    ['Written', day(memo.createdAt)],
    ['Last changed', day(memo.updatedAt)],
  ];
}

function describeCount({ length }: readonly Memo[]): string {
  return length === 1 ? '1 memo' : `${length} memos`;
}

function day(at: string): string {
  return at.slice(0, 10);
}

const STYLE = `
body { max-width: 70ch; margin: 3rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; }
article { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #bbb; break-inside: avoid-page; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font: 0.85rem/1.5 sans-serif; color: #555; }
dd { margin: 0; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #bbb; }
.link { font-weight: 600; }
`;
