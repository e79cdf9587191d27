/** A guide as text: a line that begins with `#` is a part, every other line a question. */
export function writeGuide(
  parts: readonly { readonly title: string; readonly questions: readonly { readonly text: string }[] }[],
): string {
  return parts
    .map(({ title, questions }) => [`# ${title}`, ...questions.map(({ text }) => text)].join('\n'))
    .join('\n\n');
}

/** Questions before the first part belong to one without a name. */
export function readGuide(written: string): { title: string; questions: string[] }[] {
  const parts: { title: string; questions: string[] }[] = [];
  for (const line of written.split('\n').map((text) => text.trim())) {
    const title = /^#+\s*(.*)$/.exec(line)?.[1];
    if (title !== undefined) parts.push({ title: title === '' ? 'Part' : title, questions: [] });
    else if (line !== '') {
      if (parts.length === 0) parts.push({ title: 'Questions', questions: [] });
      // Lists are often pasted with their signs and numbers.
      parts.at(-1)?.questions.push(line.replace(/^(?:[-*•–]|\d{1,3}[.)]|[a-z][.)])\s+/i, ''));
    }
  }
  return parts;
}
