import { agreement, findWords } from '#shared/exchange/quoted-words.ts';
import { Findings } from '#shared/exchange/findings.ts';
import type {
  ForeignCode,
  ForeignPassage,
  ForeignProject,
  ForeignText,
} from '#shared/exchange/foreign-project.ts';
import {
  offsetsOf,
  rangeIn,
  STANDARD,
  type PositionConvention,
} from '#shared/exchange/position-convention.ts';
import { parentsFirst } from '#shared/exchange/read-codes.ts';
import { snapOutwards } from '#shared/text/graphemes.ts';
import { trimRange } from '#shared/text/text-range.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { derivedGuid } from './derived-guid.ts';
import {
  taguetteDocuments,
  taguetteHighlights,
  taguetteHighlightTags,
  taguetteProjects,
  taguetteTags,
} from './foreign-tables-sql.ts';
import { htmlText } from './html-text.ts';

/** Taguette counts bytes of UTF-8 in the text nodes of its HTML. */
const CONVENTION: PositionConvention = { ...STANDARD, unit: 'UTF-8 bytes' };

type GuidFor = (kind: string, ...parts: readonly (string | number | null)[]) => string;

/**
 * Reads a database of Taguette. One file may hold several projects: all are read, each with its codes below one of its own
 * name. Who highlighted is not kept there.
 */
export function readTaguette(db: ReadableDb, fileName: string): ForeignProject {
  const findings = new Findings();
  const projects = taguetteProjects(db);
  const codes: ForeignCode[] = [];
  const texts: ForeignText[] = [];
  for (const project of projects) {
    const guidFor: GuidFor = (kind, ...parts) =>
      derivedGuid('taguette', project.id, project.name, project.created, kind, ...parts);
    const top: ForeignCode | null =
      projects.length < 2
        ? null
        : {
            guid: guidFor('project'),
            parentGuid: null,
            name: project.name,
            description: project.description?.trim() ?? '',
            color: null,
            isCodable: false,
          };
    if (top !== null) codes.push(top);
    codes.push(...readTags(db, project.id, top?.guid ?? null, guidFor));
    for (const document of taguetteDocuments(db, project.id)) {
      const text = readDocument(db, document, guidFor);
      if (text === null) findings.add('left out', 'Documents without any words.', document.name);
      else texts.push(text);
    }
  }
  if (projects.length > 1)
    for (const { name } of projects)
      findings.add(
        'kept otherwise',
        'Several projects in one file: their codes stand below the name of each.',
        name,
      );
  return {
    program: 'Taguette',
    name: projects.length === 1 ? (projects[0]?.name ?? fileName) : fileName,
    description: projects.length === 1 ? (projects[0]?.description?.trim() ?? '') : '',
    users: [],
    codes: parentsFirst(codes),
    variables: [],
    cases: [],
    texts,
    notes: [],
    sets: [],
    links: [],
    findings: findings.list(),
  };
}

/** Tags are nested by their names: `motives.joy` lies below `motives`, which need not be a tag itself. */
function readTags(
  db: ReadableDb,
  projectId: number,
  top: string | null,
  guidFor: GuidFor,
): readonly ForeignCode[] {
  const tags = taguetteTags(db, projectId);
  const byPath = new Map(tags.map(({ path, id }) => [path, guidFor('tag', id)]));
  const above: ForeignCode[] = [];
  const parentOf = (path: string): string | null => {
    const at = path.lastIndexOf('.');
    if (at <= 0 || at === path.length - 1) return top;
    const parentPath = path.slice(0, at);
    const known = byPath.get(parentPath);
    if (known !== undefined) return known;
    const guid = guidFor('path', parentPath);
    byPath.set(parentPath, guid);
    above.push({
      guid,
      parentGuid: parentOf(parentPath),
      name: leaf(parentPath),
      description: '',
      color: null,
      isCodable: false,
    });
    return guid;
  };
  const own = tags.map(({ id, path, description }) => ({
    guid: guidFor('tag', id),
    parentGuid: parentOf(path),
    name: leaf(path),
    description: description?.trim() ?? '',
    color: null,
    isCodable: true,
  }));
  return [...above, ...own];
}

function leaf(path: string): string {
  const at = path.lastIndexOf('.');
  return at <= 0 || at === path.length - 1 ? path : path.slice(at + 1);
}

function readDocument(
  db: ReadableDb,
  document: ReturnType<typeof taguetteDocuments>[number],
  guidFor: GuidFor,
): ForeignText | null {
  const { counted, text, offsets } = htmlText(document.contents);
  if (text.trim() === '') return null;
  const bytes = offsetsOf(counted, CONVENTION);
  const tags = Map.groupBy(taguetteHighlightTags(db, document.id), ({ highlightId }) => highlightId);
  let matched = 0;
  const highlights = taguetteHighlights(db, document.id);
  const passages = highlights.map(({ id, start, end, snippet }): ForeignPassage => {
    const words = snippet === null ? '' : htmlText(snippet).text.trim();
    const found = rangeIn(bytes, CONVENTION, start, end);
    const range =
      found === null
        ? null
        : trimRange(text, { start: offsets[found.start] ?? 0, end: offsets[found.end] ?? 0 });
    const isThere = range !== null && range.end > range.start;
    const agrees = isThere && agreement(text.slice(range.start, range.end), words) > 0;
    matched += Number(agrees);
    const byWords = agrees || words === '' ? null : findWords(text, words, range?.start ?? 0);
    return {
      guid: guidFor('highlight', id),
      range: byWords !== null ? snapOutwards(text, byWords) : isThere ? snapOutwards(text, range) : null,
      placing:
        byWords !== null ? 'words' : !isThere ? 'nowhere' : agrees || words === '' ? 'position' : 'doubtful',
      words,
      description: '',
      codings: (tags.get(id) ?? []).map(({ tagId }) => ({
        guid: guidFor('coding', id, tagId),
        codeGuid: guidFor('tag', tagId),
        userGuid: null,
        at: null,
      })),
    };
  });
  return {
    guid: guidFor('document', document.id),
    name: document.name,
    description: document.description?.trim() ?? '',
    text,
    values: [],
    passages,
    decision: {
      convention: CONVENTION,
      evidence: 'quoted words',
      certainty: 'certain',
      quoted: passages.filter(({ words }) => words !== '').length,
      matched,
      passages: passages.length,
    },
  };
}
