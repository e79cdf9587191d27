import { must } from '#shared/assert.ts';
import { codePaths } from '#shared/export/code-paths.ts';
import { contextAround, type ContextSize } from '#shared/retrieval/fragment-context.ts';
import type { ExportedFragment } from '#shared/retrieval/fragment-export.ts';
import type { Grouping } from '#shared/retrieval/fragment-query.ts';
import type { FragmentGroup } from '#shared/retrieval/retrieval-contract.ts';
import type { VersionId } from '#shared/ids.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';
import { listCodes } from '#electron/codebook/codebook-sql.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import { turnsOfVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readFound } from './read-found.ts';
import type { QueryResult } from './run-query.ts';

/** Read at a time: enough that each transcript is opened seldom, and few enough for the memory. */
const PAGE = 1000;

interface Wanted {
  readonly groupBy: Grouping;
  readonly context: ContextSize;
}

/** What was found, page by page, each with the text around it. */
export function* exportedFragments(
  db: ReadableDb,
  { found, groups }: QueryResult,
  { groupBy, context }: Wanted,
  onDone: (done: number) => void,
): Generator<ExportedFragment> {
  const codes = listCodes(db);
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  const paths = codePaths(codes);
  const titles = groupBy.by === 'none' ? null : groupTitles(groups);
  for (let from = 0; from < found.length; from += PAGE) {
    const texts = new Map<VersionId, OpenText>();
    for (const fragment of readFound(db, found.slice(from, from + PAGE))) {
      const { text, turns } = openText(db, texts, fragment.versionId, context);
      yield {
        fragment,
        code: must(codeOf.get(fragment.codeId), 'a coding refers to a code'),
        codePath: paths.get(fragment.codeId) ?? '',
        group: titles === null ? null : (titles.next().value ?? null),
        ...contextAround(text, turns, fragment, context),
      };
    }
    onDone(Math.min(found.length, from + PAGE));
  }
}

/** The title of the group of each fragment: they come in the order of the groups. */
function* groupTitles(groups: readonly FragmentGroup[]): Generator<string, undefined> {
  for (const { title, fragments } of groups) for (let count = 0; count < fragments; count += 1) yield title;
  return undefined;
}

interface OpenText {
  readonly text: string;
  readonly turns: readonly Turn[];
}

const CLOSED: OpenText = { text: '', turns: [] };

function openText(
  db: ReadableDb,
  texts: Map<VersionId, OpenText>,
  versionId: VersionId,
  context: ContextSize,
): OpenText {
  if (context.by === 'none') return CLOSED;
  let open = texts.get(versionId);
  if (open === undefined) {
    const text = must(textOfVersion(db, versionId), 'a coding refers to a version');
    open = { text, turns: turnsOfVersion(db, versionId) };
    texts.set(versionId, open);
  }
  return open;
}
