import type { CodebookSnapshot, SnapshotCode } from './codebook-snapshot.ts';

export type DifferenceKind = 'added' | 'removed' | 'renamed' | 'moved' | 'changed';

/** One thing that became different about one code. */
export interface CodebookDifference {
  readonly kind: DifferenceKind;
  /** The path of the code, as it is called afterwards: “Costs › Time”. */
  readonly code: string;
  /** What it is that changed: “Definition”. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const FIELDS: readonly { readonly what: string; textOf(code: SnapshotCode): string }[] = [
  { what: 'Definition', textOf: ({ definition }) => definition },
  { what: 'Use when', textOf: ({ useWhen }) => useWhen },
  { what: 'Do not use when', textOf: ({ notWhen }) => notWhen },
  { what: 'Use instead', textOf: ({ instead }) => instead },
  { what: 'Kind', textOf: ({ kind }) => kind },
  { what: 'Poles', textOf: ({ poles }) => poles },
  { what: 'Cues', textOf: ({ cues }) => cues.join(', ') },
  { what: 'Examples', textOf: ({ examples }) => examples.join('\n') },
  { what: 'Exclusive domains', textOf: ({ domains }) => domains.join(', ') },
];

/** What became of the codebook, in the order of the later one; codes that are gone come last. */
export function compareCodebooks(before: CodebookSnapshot, after: CodebookSnapshot): CodebookDifference[] {
  const [old, now] = [byUid(before), byUid(after)];
  const differences = after.codes.flatMap((code) => {
    const earlier = old.get(code.uid);
    const path = pathOf(now, code);
    if (earlier === undefined) {
      return [{ kind: 'added' as const, code: path, what: 'Code', before: '', after: code.definition }];
    }
    return differencesOf(earlier, code, pathOf(old, earlier), path);
  });
  const gone = before.codes
    .filter(({ uid }) => !now.has(uid))
    .map((code) => ({
      kind: 'removed' as const,
      code: pathOf(old, code),
      what: 'Code',
      before: code.definition,
      after: '',
    }));
  return [...differences, ...gone];
}

function differencesOf(
  before: SnapshotCode,
  after: SnapshotCode,
  oldPath: string,
  path: string,
): CodebookDifference[] {
  const found: CodebookDifference[] = [];
  if (before.name !== after.name) {
    found.push({ kind: 'renamed', code: path, what: 'Name', before: before.name, after: after.name });
  }
  if (before.parentUid !== after.parentUid) {
    found.push({ kind: 'moved', code: path, what: 'Place', before: oldPath, after: path });
  }
  for (const { what, textOf } of FIELDS) {
    const [one, other] = [textOf(before), textOf(after)];
    if (one !== other) found.push({ kind: 'changed', code: path, what, before: one, after: other });
  }
  return found;
}

function byUid({ codes }: CodebookSnapshot): ReadonlyMap<string, SnapshotCode> {
  return new Map(codes.map((code) => [code.uid, code]));
}

function pathOf(codes: ReadonlyMap<string, SnapshotCode>, code: SnapshotCode): string {
  const names: string[] = [];
  for (let at: SnapshotCode | undefined = code; at !== undefined;) {
    names.unshift(at.name);
    at = at.parentUid === null ? undefined : codes.get(at.parentUid);
  }
  return names.join(' › ');
}
