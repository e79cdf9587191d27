import { childrenByParent } from './code-tree.ts';
import type { CodeId } from '../ids.ts';
import type { ExclusiveDomain } from './code-depth-contract.ts';
import type { Code } from './codebook-contract.ts';
import { PATH_SIGN, cueText, domainsOf, exampleText, type WrittenCode } from './codebook-table.ts';

/** A heading of a document, or a paragraph under it, with the label that it begins with. */
export type OutlineLine =
  | { readonly kind: 'code'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly label: string; readonly text: string };

/** Word knows headings 1 to 6, and the title of the document takes none of them. */
const DEEPEST = 6;

/** The codebook as a document to be read: a heading for each code, and paragraphs of what is known of it. */
export function outlineOf(
  codes: readonly Code[],
  domains: readonly ExclusiveDomain[],
): readonly OutlineLine[] {
  const children = childrenByParent<CodeId, Code>(codes);
  const byId = new Map(codes.map((code) => [code.id, code]));
  const nameOf = (id: CodeId): string => byId.get(id)?.name ?? '';
  const lines: OutlineLine[] = [];
  const visit = (code: Code, level: number): void => {
    lines.push({ kind: 'code', level: Math.min(level, DEEPEST), text: code.name });
    for (const [label, text] of paragraphsOf(code, domains, nameOf)) {
      if (text !== '') lines.push({ kind: 'text', label, text });
    }
    for (const child of children.get(code.id) ?? []) visit(child, level + 1);
  };
  for (const code of children.get(null) ?? []) visit(code, 1);
  return lines;
}

function paragraphsOf(
  code: Code,
  domains: readonly ExclusiveDomain[],
  nameOf: (id: CodeId) => string,
): readonly (readonly [label: string, text: string])[] {
  const examples = (wanted: string): string =>
    code.examples
      .filter(({ kind }) => kind === wanted)
      .map(({ quotation, source }) => exampleText(quotation, source))
      .join('\n');
  return [
    ['', code.definition],
    ['Kind', code.kind === 'code' ? '' : code.kind],
    ['Poles', code.poleLow === null ? '' : `${code.poleLow} – ${code.poleHigh}`],
    ['Use when', code.useWhen],
    ['Do not use when', code.notWhen],
    ['Use instead', code.insteadId === null ? '' : nameOf(code.insteadId)],
    ['Cues', code.cues.map((cue) => cueText(cue, code.cueLanguages)).join('; ')],
    ['Examples', examples('example')],
    ['Near misses', examples('near miss')],
    ['See also', code.seeAlso.map(nameOf).join('; ')],
    ['Exclusive domains', domainsOf(code, domains).join('; ')],
  ];
}

const LABEL =
  /^(Kind|Poles|Use when|Do not use when|Use instead|Cues|Examples|Near misses|See also|Exclusive domains):\s*/i;

/**
 * Codes of a document: every heading is a code, below the last heading of a higher rank; what stands under it is its
 * definition, but for the paragraphs that begin with a label. Names of other codes are found wherever they stand.
 */
export function codesOfOutline(text: string): WrittenCode[] {
  const found: { path: string[]; fields: Record<string, string> }[] = [];
  const above: { readonly level: number; readonly name: string }[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const heading = /^(#{1,6}) +(.+)$/s.exec(paragraph.trim());
    if (heading !== null) {
      const [, marks = '', name = ''] = heading;
      while ((above.at(-1)?.level ?? 0) >= marks.length) above.pop();
      above.push({ level: marks.length, name: name.trim() });
      found.push({ path: above.map((code) => code.name), fields: {} });
    } else {
      const fields = found.at(-1)?.fields;
      if (fields !== undefined) addParagraph(fields, paragraph.trim());
    }
  }
  return withPaths(found);
}

function addParagraph(fields: Record<string, string>, paragraph: string): void {
  const label = LABEL.exec(paragraph);
  const title = label?.[1]?.toLowerCase() ?? 'definition';
  const text = label === null ? paragraph : paragraph.slice(label[0].length);
  if (title === 'poles') {
    const [low = '', high = ''] = text.split(' – ');
    fields['low pole'] = low;
    fields['high pole'] = high;
  } else fields[title] = fields[title] === undefined ? text : `${fields[title]}\n\n${text}`;
}

/** A document names other codes as people do; a codebook file knows them by their path. */
function withPaths(codes: readonly WrittenCode[]): WrittenCode[] {
  const paths = new Map(codes.map(({ path }) => [path.at(-1)?.toLowerCase(), path.join(PATH_SIGN)]));
  const resolved = (text: string | undefined): string =>
    (text ?? '')
      .split(';')
      .map((name) => paths.get(name.trim().toLowerCase()) ?? '')
      .filter((path) => path !== '')
      .join('; ');
  return codes.map(({ path, fields }) => ({
    path,
    fields: {
      ...fields,
      'use instead': resolved(fields['use instead']),
      'see also': resolved(fields['see also']),
    },
  }));
}
