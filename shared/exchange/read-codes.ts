import type { Findings } from './findings.ts';
import type { ForeignCode, ForeignSet } from './foreign-project.ts';
import { childrenNamed, guidOf, noteRefs, targetOf, textOf, within, type XmlElement } from './xml-element.ts';

export interface ReadCodes {
  readonly codes: readonly ForeignCode[];
  /** Which notes belong to which code. */
  readonly noteRefs: ReadonlyMap<string, readonly string[]>;
}

/** Separators that programs put into names instead of nesting: Taguette writes `a\b`. */
const NESTED_NAME = /^[^\\]+(?:\\[^\\]+)+$/;

/**
 * The codes of a `<CodeBook>` (of a `.qdc` or inside a `.qde`), parents before children. Codes without a name or a guid
 * get one, names that spell out a path are nested, and what was mended is said.
 */
export function readCodes(codebook: XmlElement, findings: Findings, newGuid: () => string): ReadCodes {
  const codes: ForeignCode[] = [];
  const refs = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const walk = (element: XmlElement, parentGuid: string | null): void => {
    const guid = freshGuid(element, seen, findings, newGuid);
    const name = element.attributes['name']?.trim() ?? '';
    if (name === '')
      findings.add('repaired', 'Codes without a name: they are called “Code” and a number.', guid);
    codes.push({
      guid,
      parentGuid,
      name: name === '' ? `Code ${codes.length + 1}` : name,
      description: textOf(element, 'Description').trim(),
      color: readColor(element.attributes['color']),
      isCodable: element.attributes['isCodable'] !== 'false',
    });
    refs.set(guid, noteRefs(element));
    for (const child of childrenNamed(element, 'Code')) walk(child, guid);
  };
  for (const element of within(codebook, 'Codes', 'Code')) walk(element, null);
  return { codes: nestByName(codes, findings, newGuid), noteRefs: refs };
}

function freshGuid(
  element: XmlElement,
  seen: Set<string>,
  findings: Findings,
  newGuid: () => string,
): string {
  const given = guidOf(element.attributes['guid']);
  if (given !== null && !seen.has(given)) {
    seen.add(given);
    return given;
  }
  findings.add(
    'repaired',
    given === null
      ? 'Codes without a guid got one.'
      : 'Codes with the guid of another code got one of their own.',
    element.attributes['name'] ?? '',
  );
  const made = newGuid();
  seen.add(made);
  return made;
}

/** #rgb and #rrggbb, in lower case and in full. */
export function readColor(value: string | undefined): string | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value?.trim() ?? '')?.[1]?.toLowerCase();
  if (hex === undefined) return null;
  return hex.length === 6 ? `#${hex}` : `#${hex.replaceAll(/./g, '$&$&')}`;
}

/** `a\b` becomes b below a, when every code that has such a name stands at the top. */
function nestByName(
  codes: readonly ForeignCode[],
  findings: Findings,
  newGuid: () => string,
): readonly ForeignCode[] {
  const isPath = ({ name, parentGuid }: ForeignCode): boolean =>
    parentGuid === null && NESTED_NAME.test(name);
  if (!codes.some(isPath)) return codes;
  const byPath = new Map(
    codes.filter(({ parentGuid }) => parentGuid === null).map(({ name, guid }) => [name, guid]),
  );
  const above: ForeignCode[] = [];
  const parentOf = (path: readonly string[]): string | null => {
    if (path.length === 0) return null;
    const whole = path.join('\\');
    const known = byPath.get(whole);
    if (known !== undefined) return known;
    const parentGuid = parentOf(path.slice(0, -1));
    const guid = newGuid();
    byPath.set(whole, guid);
    above.push({
      guid,
      parentGuid,
      name: path.at(-1) ?? whole,
      description: '',
      color: null,
      isCodable: false,
    });
    return guid;
  };
  const nested = codes.map((code) => {
    if (!isPath(code)) return code;
    findings.add('repaired', 'Names with a backslash became a code below another one.', code.name);
    const path = code.name.split('\\').map((part) => part.trim());
    return { ...code, name: path.at(-1) ?? code.name, parentGuid: parentOf(path.slice(0, -1)) };
  });
  return parentsFirst([...above, ...nested]);
}

/** Parents before their children, siblings in their order. A code whose parent is not there stands at the top. */
export function parentsFirst(codes: readonly ForeignCode[]): readonly ForeignCode[] {
  const known = new Set(codes.map(({ guid }) => guid));
  const children = Map.groupBy(codes, ({ parentGuid }) =>
    parentGuid !== null && known.has(parentGuid) ? parentGuid : null,
  );
  const ordered: ForeignCode[] = [];
  const placed = new Set<string>();
  const walk = (parentGuid: string | null): void => {
    for (const code of children.get(parentGuid) ?? []) {
      if (placed.has(code.guid)) continue;
      placed.add(code.guid);
      ordered.push({ ...code, parentGuid });
      walk(code.guid);
    }
  };
  walk(null);
  // A ring of parents has no top: its codes are kept, side by side.
  const ring = codes.filter(({ guid }) => !placed.has(guid));
  return [...ordered, ...ring.map((code) => ({ ...code, parentGuid: null }))];
}

/** `<Sets>`: members are named `targetGUID` in one schema and `guid` in the other. An empty list is no set. */
export function readSets(root: XmlElement): readonly ForeignSet[] {
  return within(root, 'Sets', 'Set').flatMap((element) => {
    const guid = guidOf(element.attributes['guid']);
    if (guid === null) return [];
    const members = (name: string): readonly string[] =>
      childrenNamed(element, name).flatMap((member) => targetOf(member) ?? []);
    return {
      guid,
      name: element.attributes['name']?.trim() || 'Set without a name',
      description: textOf(element, 'Description').trim(),
      codeGuids: members('MemberCode'),
      textGuids: members('MemberSource'),
      noteGuids: members('MemberNote'),
    };
  });
}
