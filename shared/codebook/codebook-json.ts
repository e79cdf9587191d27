import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import { foldedName } from './code-tree.ts';
import { distinctCues } from './cues.ts';
import { exampleKind, type ExclusiveDomain } from './code-depth-contract.ts';
import { codeColor, codeKind, codeKinds, type Code } from './codebook-contract.ts';
import { jsonErrorLine } from './json-error-line.ts';

const text = z.string().transform((value) => value.trim());

/** One code as a codebook file writes it. `id` is the file's own: it ties a code to its parent and to codings. */
const fileCode = z.object({
  id: z.string().min(1),
  parent: z.string().nullable().default(null),
  kind: codeKind.default('code'),
  name: text.pipe(z.string().min(1, 'it has no name')),
  definition: z.string().default(''),
  color: codeColor.toLowerCase().optional(),
  poles: z
    .tuple([text.pipe(z.string().min(1)), text.pipe(z.string().min(1))])
    .nullable()
    .default(null),
  phrases: z.array(z.string()).transform(distinctCues).default([]),
  /** The language of a phrase, where it has one: a tag such as `nl`. */
  languages: z.record(z.string(), z.string()).default({}),
  useWhen: z.string().default(''),
  notWhen: z.string().default(''),
  instead: z.string().nullable().default(null),
  seeAlso: z.array(z.string()).default([]),
  examples: z
    .array(z.object({ kind: exampleKind, quotation: z.string().min(1), source: z.string().default('') }))
    .default([]),
});

const fileCodebook = z.object({
  name: z.string().default(''),
  source: z.string().default(''),
  codes: z.array(z.unknown()),
  /** Sets of codes of which at most one applies to a passage. */
  exclusive: z
    .array(z.object({ name: text.pipe(z.string().min(1)), codes: z.array(z.string()) }))
    .default([]),
});

export type FileCode = z.infer<typeof fileCode>;

/** A codebook that holds together: every parent is there, above its children in the list, and no name is double. */
export interface ParsedCodebook {
  readonly name: string;
  readonly source: string;
  /** In the order of the tree. */
  readonly codes: readonly FileCode[];
  readonly exclusive: readonly { readonly name: string; readonly codes: readonly string[] }[];
}

/** How many problems one message lists before it only counts the rest. */
const MOST_PROBLEMS = 8;

/** Throws `codebook-invalid` with every problem of the file, named so that it can be found and mended. */
export function parseCodebook(fileName: string, json: string): ParsedCodebook {
  const refuse = (problems: readonly string[]): never => {
    const more = problems.length - MOST_PROBLEMS;
    const listed = problems.slice(0, MOST_PROBLEMS);
    throw new AppError('codebook-invalid', {
      name: fileName,
      problems: more > 0 ? [...listed, `And ${more} more.`] : listed,
    });
  };
  const line = jsonErrorLine(json);
  if (line !== null) return refuse([`It stops being JSON at line ${line}.`]);
  const file = fileCodebook.safeParse(JSON.parse(json));
  if (!file.success) return refuse([shapeProblem(file.error)]);
  if (file.data.codes.length === 0) return refuse(['Its list of codes is empty.']);

  const parsed = file.data.codes.map((code, index) => parseCode(code, index));
  const broken = parsed.flatMap(({ problems }) => problems);
  if (broken.length > 0) return refuse(broken);
  const codes = parsed.flatMap(({ code }) => (code === null ? [] : [code]));
  const loose = problemsOfTree(codes);
  if (loose.length > 0) return refuse(loose);
  const { name, source, exclusive } = file.data;
  return { name, source, exclusive, codes: parentsFirst(codes) };
}

function shapeProblem({ issues }: z.core.$ZodError): string {
  return issues[0]?.path[0] === 'exclusive'
    ? 'Its list “exclusive” does not hold sets with a name and codes.'
    : 'It is JSON, but it has no list “codes”.';
}

export interface CodebookFacts {
  readonly name: string;
  readonly source: string;
  readonly domains?: readonly ExclusiveDomain[];
}

/** The form that parseCodebook reads: nothing is lost on the way out and back. */
export function codebookToJson(
  codes: readonly Code[],
  { name, source, domains = [] }: CodebookFacts,
): string {
  const ids = fileIds(codes);
  const written = codes.map((code) => ({
    id: ids.get(code.id),
    parent: code.parentId === null ? null : ids.get(code.parentId),
    kind: code.kind,
    name: code.name,
    definition: code.definition,
    color: code.color,
    ...(code.poleLow !== null && code.poleHigh !== null ? { poles: [code.poleLow, code.poleHigh] } : {}),
    ...(code.cues.length > 0 ? { phrases: code.cues } : {}),
    ...guidanceInFile(code, ids),
  }));
  const exclusive = domains.map((domain) => ({
    name: domain.name,
    codes: domain.codeIds.map((id) => ids.get(id)),
  }));
  const file = { name, source, codes: written, ...(exclusive.length > 0 ? { exclusive } : {}) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Only what there is: a codebook without guidance stays a short file. */
function guidanceInFile(
  code: Code,
  ids: ReadonlyMap<number, string>,
): Partial<Record<keyof FileCode, unknown>> {
  const examples = code.examples.map(({ kind, quotation, source }) => ({ kind, quotation, source }));
  return {
    ...(Object.keys(code.cueLanguages).length > 0 ? { languages: code.cueLanguages } : {}),
    ...(code.useWhen === '' ? {} : { useWhen: code.useWhen }),
    ...(code.notWhen === '' ? {} : { notWhen: code.notWhen }),
    ...(code.insteadId === null ? {} : { instead: ids.get(code.insteadId) }),
    ...(code.seeAlso.length > 0 ? { seeAlso: code.seeAlso.map((id) => ids.get(id)) } : {}),
    ...(examples.length > 0 ? { examples } : {}),
  };
}

function parseCode(
  value: unknown,
  index: number,
): { readonly code: FileCode | null; readonly problems: readonly string[] } {
  const result = fileCode.safeParse(value);
  if (result.success) return { code: result.data, problems: [] };
  const problems = result.error.issues.map(
    (issue) => `${nameInFile(value, index)}: ${describe(issue, value)}.`,
  );
  return { code: null, problems };
}

/** How to find a broken code again in the file. */
function nameInFile(value: unknown, index: number): string {
  const id = field(value, 'id');
  return typeof id === 'string' && id !== '' ? `Code “${id}”` : `Code number ${index + 1}`;
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.path[0]) {
    case 'id':
      return 'it has no id';
    case 'kind':
      return `“${String(field(value, 'kind'))}” is not a kind of code; a kind is ${codeKinds.join(', ')}`;
    case 'poles':
      return 'poles are two texts: the low one and the high one';
    case 'name':
      return 'it has no name';
    case undefined:
      return 'it is not an object with id and name';
    default:
      return `${issue.path.join('.')}: ${issue.message}`;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function problemsOfTree(codes: readonly FileCode[]): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const problems: string[] = [];
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const { id, parent, name } of codes) {
    if (ids.has(id)) problems.push(`The id “${id}” is given to more than one code.`);
    ids.add(id);
    if (parent !== null && !byId.has(parent))
      problems.push(`Code “${id}”: its parent “${parent}” is not in the file.`);
    else if (parent !== null && isBelowItself(id, byId)) problems.push(`Code “${id}” lies inside itself.`);
    const place = JSON.stringify([parent, foldedName(name)]);
    if (names.has(place)) problems.push(`Code “${id}”: there is already a code “${name}” at that place.`);
    names.add(place);
  }
  return problems;
}

function isBelowItself(id: string, byId: ReadonlyMap<string, FileCode>): boolean {
  const seen = new Set<string>();
  let above = byId.get(id)?.parent ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === id) return true;
    seen.add(above);
    above = byId.get(above)?.parent ?? null;
  }
  return false;
}

/** A file may list a child before its parent. Siblings keep the order of the file. */
function parentsFirst(codes: readonly FileCode[]): FileCode[] {
  const children = Map.groupBy(codes, ({ parent }) => parent);
  const ordered: FileCode[] = [];
  const visit = (parent: string | null): void => {
    for (const code of children.get(parent) ?? []) {
      ordered.push(code);
      visit(code.id);
    }
  };
  visit(null);
  return ordered;
}

/** The id that each code came with, or one of our own where it has none or shares it with another. */
function fileIds(codes: readonly Code[]): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const ids = new Map<number, string>();
  for (const { id, key } of codes) {
    let fileId = key ?? `code-${id}`;
    while (taken.has(fileId)) fileId = `${fileId}-${id}`;
    taken.add(fileId);
    ids.set(id, fileId);
  }
  return ids;
}
