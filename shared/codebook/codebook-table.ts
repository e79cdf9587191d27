import { codePaths } from '../export/code-paths.ts';
import type { Sheet } from '../export/sheet.ts';
import type { ExclusiveDomain } from './code-depth-contract.ts';
import type { Code, CountedCode } from './codebook-contract.ts';

const COLUMNS = [
  { title: 'Code', width: 28 },
  { title: 'Path', width: 44 },
  { title: 'Kind', width: 14 },
  { title: 'Definition', width: 60 },
  { title: 'Use when', width: 44 },
  { title: 'Do not use when', width: 44 },
  { title: 'Use instead', width: 28 },
  { title: 'Low pole', width: 18 },
  { title: 'High pole', width: 18 },
  { title: 'Cues', width: 36 },
  { title: 'Examples', width: 60 },
  { title: 'Near misses', width: 60 },
  { title: 'See also', width: 36 },
  { title: 'Exclusive domains', width: 24 },
  { title: 'Colour', width: 10 },
  { title: 'Codings', width: 10, numeric: true as const },
];

/** Between the names of a path; a name may hold a slash or a comma, but hardly this. */
export const PATH_SIGN = ' › ';

/** The whole codebook as one sheet, in the order of the tree: what can be read back, and what people read. */
export function wholeCodebookSheet(
  codes: readonly CountedCode[],
  domains: readonly ExclusiveDomain[],
): Sheet {
  const paths = codePaths(codes);
  const pathOf = (id: Code['id'] | null): string => (id === null ? '' : (paths.get(id) ?? ''));
  return {
    name: 'Codebook',
    columns: COLUMNS,
    rows: codes.map((code) => ({
      kind: 'plain',
      cells: [
        { value: code.name },
        { value: pathOf(code.id) },
        { value: code.kind },
        { value: code.definition },
        { value: code.useWhen },
        { value: code.notWhen },
        { value: pathOf(code.insteadId) },
        { value: code.poleLow },
        { value: code.poleHigh },
        { value: code.cues.map((cue) => cueText(cue, code.cueLanguages)).join('; ') },
        { value: examplesOf(code, 'example') },
        { value: examplesOf(code, 'near miss') },
        { value: code.seeAlso.map(pathOf).join('; ') },
        { value: domainsOf(code, domains).join('; ') },
        { value: code.color, swatch: code.color },
        { value: code.codings },
      ],
    })),
    rowCount: codes.length,
    filter: true,
  };
}

export function cueText(cue: string, languages: Readonly<Record<string, string>>): string {
  const language = languages[cue];
  return language === undefined ? cue : `${cue} [${language}]`;
}

export function domainsOf({ id }: Code, domains: readonly ExclusiveDomain[]): readonly string[] {
  return domains.filter(({ codeIds }) => codeIds.includes(id)).map(({ name }) => name);
}

/** One example on a line: “words” — source. */
function examplesOf({ examples }: Code, wanted: string): string {
  return examples
    .filter(({ kind }) => kind === wanted)
    .map(({ quotation, source }) => exampleText(quotation, source))
    .join('\n');
}

export function exampleText(quotation: string, source: string): string {
  const words = `“${quotation.replaceAll(/\s*\n\s*/g, ' ')}”`;
  return source === '' ? words : `${words} — ${source}`;
}

/** What a table or an outline says of one code, in words; `codebookOf` makes a codebook of it. */
export interface WrittenCode {
  readonly path: readonly string[];
  /** By the title of the column, in small letters. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Codes by the title of their column: Code is needed; Path or Parent, when there, say where it belongs. */
export function codesOfTable(header: readonly string[], rows: readonly (readonly string[])[]): WrittenCode[] {
  const titles = header.map((title) => title.trim().toLowerCase());
  return rows.flatMap((cells) => {
    const fields = Object.fromEntries(titles.map((title, index) => [title, (cells[index] ?? '').trim()]));
    const name = fields['code'] ?? fields['name'] ?? '';
    const path = fields['path'] ?? '';
    const parent = fields['parent'] ?? '';
    if (name === '' && path === '') return [];
    if (path !== '') return [{ path: path.split(PATH_SIGN).map((part) => part.trim()), fields }];
    return [{ path: parent === '' ? [name] : [...parent.split(PATH_SIGN), name], fields }];
  });
}

/** The form that parseCodebook reads and checks; parents that are only named in a path are made. */
export function codebookOf(name: string, written: readonly WrittenCode[]): unknown {
  const codes = new Map<string, Record<string, unknown>>();
  const exclusive = new Map<string, string[]>();
  for (const { path, fields } of written) {
    path.forEach((part, depth) => {
      const id = path.slice(0, depth + 1).join(PATH_SIGN);
      const parent = depth === 0 ? null : path.slice(0, depth).join(PATH_SIGN);
      if (!codes.has(id)) codes.set(id, { id, parent, name: part });
    });
    const id = path.join(PATH_SIGN);
    codes.set(id, { ...codes.get(id), ...fieldsOf(fields) });
    for (const domain of listed(fields['exclusive domains'])) {
      exclusive.set(domain, [...(exclusive.get(domain) ?? []), id]);
    }
  }
  return {
    name,
    codes: [...codes.values()],
    exclusive: [...exclusive].map(([domain, ids]) => ({ name: domain, codes: ids })),
  };
}

function fieldsOf(fields: WrittenCode['fields']): Record<string, unknown> {
  const text = (title: string): string => fields[title] ?? '';
  const cues = listed(text('cues')).map((cue) => /^(.*?)(?:\s*\[([\w-]+)\])?$/s.exec(cue) ?? [cue, cue]);
  const kind = text('kind').toLowerCase();
  const color = text('colour') === '' ? text('color') : text('colour');
  return {
    ...(kind === '' ? {} : { kind }),
    definition: text('definition'),
    useWhen: text('use when'),
    notWhen: text('do not use when'),
    instead: text('use instead') === '' ? null : text('use instead'),
    ...(text('low pole') === '' ? {} : { poles: [text('low pole'), text('high pole')] }),
    phrases: cues.map(([, phrase = '']) => phrase),
    languages: Object.fromEntries(
      cues.flatMap(([, phrase = '', language]) => (language === undefined ? [] : [[phrase, language]])),
    ),
    examples: [...examplesIn(text('examples'), 'example'), ...examplesIn(text('near misses'), 'near miss')],
    seeAlso: listed(text('see also')),
    ...(color === '' ? {} : { color }),
  };
}

function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function examplesIn(text: string, kind: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, quotation = line.trim(), source = ''] = /^\s*“(.*)”(?:\s+—\s+(.*))?$/.exec(line) ?? [];
      return { kind, quotation, source };
    });
}
