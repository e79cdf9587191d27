import { freeColor, type ColoredCode } from '#shared/codebook/code-colors.ts';
import { foldedName } from '#shared/codebook/code-tree.ts';
import type { ForeignCode, ForeignProject } from '#shared/exchange/foreign-project.ts';
import type { CodeId } from '#shared/ids.ts';
import { insertLink, linksOfCode } from '#electron/codebook/code-guidance-sql.ts';
import {
  insertCode,
  listCodes,
  NO_GUIDANCE,
  nextPosition,
  updateCode,
  type CodeRow,
} from '#electron/codebook/codebook-sql.ts';
import { freeNameAmong, type Taking } from './taking.ts';

/** The tree of codes. A code is known by its guid; failing that, by its name at the same place in the tree. */
export function takeCodes(taking: Taking, { codes, links }: Pick<ForeignProject, 'codes' | 'links'>): void {
  const present: CodeRow[] = listCodes(taking.context.db);
  for (const code of codes) takeCode(taking, code, present);
  takeSeeAlso(taking, links);
}

function takeCode(taking: Taking, code: ForeignCode, present: CodeRow[]): void {
  const { context, known, tally, findings } = taking;
  const byUid = known.codes.get(code.guid);
  if (byUid !== undefined) {
    taking.codes.set(code.guid, byUid);
    tally.add('codes', 'present');
    return;
  }
  const parentId = code.parentGuid === null ? null : (taking.codes.get(code.parentGuid) ?? null);
  const siblings = present.filter((row) => row.parentId === parentId);
  const twin = siblings.find(({ name }) => foldedName(name) === foldedName(code.name));
  if (twin !== undefined) taking.met.push({ kind: 'codes', name: code.name });
  if (twin !== undefined && taking.sameNames === 'join') {
    taking.codes.set(code.guid, twin.id);
    tally.add('codes', 'joined');
    joinDefinition(taking, twin, code);
    return;
  }
  const name = freeNameAmong(code.name, (candidate) =>
    siblings.some((row) => foldedName(row.name) === foldedName(candidate)),
  );
  if (name !== code.name)
    findings.add('kept otherwise', 'Codes whose name is taken here got a number behind it.', name);
  const row: Omit<CodeRow, 'id'> = {
    ...NO_GUIDANCE,
    parentId,
    key: null,
    kind: code.isCodable ? 'code' : 'group',
    name,
    definition: code.description,
    color: code.color ?? freeColor({ parentId, kind: 'code' }, present satisfies readonly ColoredCode[]),
    poleLow: null,
    poleHigh: null,
  };
  const id = insertCode(context.db, code.guid, row, nextPosition(context.db, parentId));
  present.push({ ...row, id });
  taking.codes.set(code.guid, id);
  tally.add('codes', 'added');
}

/** Ours stays as it is; an empty one takes theirs; two that differ are told. */
function joinDefinition({ context, findings }: Taking, ours: CodeRow, theirs: ForeignCode): void {
  if (theirs.description === '' || theirs.description === ours.definition.trim()) return;
  if (ours.definition.trim() === '') updateCode(context.db, { ...ours, definition: theirs.description });
  else
    findings.add(
      'left out',
      'Definitions of codes that have another definition here: ours was kept.',
      `${theirs.name}: ${theirs.description}`,
    );
}

/** A link between two codes is a “see also”. */
function takeSeeAlso({ context, codes }: Taking, links: ForeignProject['links']): void {
  const pairs = new Map<CodeId, Set<CodeId>>();
  for (const { fromGuid, toGuid } of links) {
    const from = codes.get(fromGuid);
    const to = codes.get(toGuid);
    if (from === undefined || to === undefined || from === to) continue;
    const others = pairs.get(from) ?? new Set(linksOfCode(context.db, from));
    pairs.set(from, others);
    if (others.has(to) || pairs.get(to)?.has(from) === true) continue;
    insertLink(context.db, from, to);
    others.add(to);
  }
}
