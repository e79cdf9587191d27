import path from 'node:path';
import { freeColor } from '#shared/codebook/code-colors.ts';
import { foldedName } from '#shared/codebook/code-tree.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SegmentFound, SegmentsPreview } from '#shared/exchange/exchange-contract.ts';
import { QuotationFinder, type Located } from '#shared/exchange/locate-quotation.ts';
import {
  codePathOf,
  guessSegmentColumns,
  segmentRows,
  type SegmentColumns,
  type SegmentRow,
} from '#shared/exchange/segment-table.ts';
import type { CodeId, VersionId } from '#shared/ids.ts';
import type { SourceTable } from '#shared/participants/participant-rows.ts';
import { contextOf } from '#shared/text/words.ts';
import {
  insertCode,
  listCodes,
  NO_GUIDANCE,
  nextPosition,
  type CodeRow,
} from '#electron/codebook/codebook-sql.ts';
import { layerOfCoder } from '#electron/coding/coding-sql.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import type { MutationContext, QueryContext } from '#electron/core/handlers.ts';
import { readSourceFile } from '#electron/import/source-file.ts';
import { readTableFile } from '#electron/import/table-formats.ts';
import { readXlsxRows } from '#electron/import/xlsx-rows.ts';
import { codingKeys } from './exchange-sql.ts';
import { participantRows, transcriptRows, type TranscriptRow } from './gather-sql.ts';

const CONTEXT = 40;

/** The first sheet of an `.xlsx`, or a `.csv`. */
export async function readSegmentTable(file: StoredFile): Promise<SourceTable> {
  if (path.extname(file.name).toLowerCase() !== '.xlsx') return readTableFile(file);
  const [header, ...rows] = await readXlsxRows(await readSourceFile(file), file.name);
  if (header === undefined || rows.length === 0) throw new AppError('csv-no-rows', { name: file.name });
  return {
    header: header.map((name, column) => (name.trim() === '' ? `Column ${column + 1}` : name.trim())),
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  };
}

export function previewSegments(
  { db, coderId }: QueryContext,
  fileName: string,
  table: SourceTable,
  given: SegmentColumns | null,
): SegmentsPreview {
  const columns = given ?? guessSegmentColumns(table);
  const lookUp = new LookUp(db);
  const codes = listCodes(db);
  const newCodes = new Set<string>();
  const layerId = coderId === null ? null : layerOfCoder(db, coderId);
  const rows = segmentRows(table, columns).map((row): SegmentFound => {
    const plain = { line: row.line, source: row.source, code: row.code, quotation: row.quotation };
    const nothing = { ...plain, transcript: null, found: null, places: 0, likeness: 0 };
    if (row.code === '' || row.quotation === '') return { ...nothing, outcome: 'empty' };
    const codeId = findCode(codes, codePathOf(row.code));
    if (codeId === null) newCodes.add(codePathOf(row.code).join(' › '));
    const located = lookUp.locate(row);
    if (located === null) return { ...nothing, outcome: 'no source' };
    const { transcript: row2, place } = located;
    const transcript = { id: row2.id, title: row2.title };
    if (place.how === 'nowhere') return { ...nothing, transcript, outcome: 'nowhere' };
    const { start, end } = place.range;
    const isPresent =
      codeId !== null && layerId !== null && lookUp.isCoded(row2.versionId, start, end, codeId, layerId);
    return {
      ...plain,
      transcript,
      outcome: isPresent ? 'present' : place.how,
      found: { ...contextOf(row2.text, place.range, CONTEXT), words: row2.text.slice(start, end) },
      places: place.how === 'several' ? place.places : 1,
      likeness: place.how === 'near' ? place.likeness : 1,
    };
  });
  return { fileName, header: table.header, columns, rows, newCodes: [...newCodes] };
}

export function importSegments(
  context: MutationContext,
  table: SourceTable,
  columns: SegmentColumns,
  lines: ReadonlySet<number>,
): { readonly added: number; readonly present: number; readonly notFound: number } {
  const { db } = context;
  const layerId = layerOfCoder(db, context.requireCoder());
  const lookUp = new LookUp(db);
  const codes = listCodes(db);
  const count = { added: 0, present: 0, notFound: 0 };
  for (const row of segmentRows(table, columns)) {
    if (!lines.has(row.line) || row.code === '' || row.quotation === '') continue;
    const located = lookUp.locate(row);
    if (located === null || located.place.how === 'nowhere') {
      count.notFound += 1;
      continue;
    }
    const { versionId } = located.transcript;
    const { start, end } = located.place.range;
    const codeId = ensureCode(context, codes, codePathOf(row.code));
    if (lookUp.isCoded(versionId, start, end, codeId, layerId)) {
      count.present += 1;
      continue;
    }
    storeCoding(context, { layerId, versionId, codeId, start, end, memo: row.memo });
    lookUp.nowCoded(versionId, start, end, codeId, layerId);
    count.added += 1;
  }
  context.label(`Import ${count.added} coded segments`);
  return count;
}

interface Placed {
  readonly transcript: TranscriptRow;
  readonly place: Located;
}

/** Finds the transcript that a row means, and its words in it; every text is prepared once. */
class LookUp {
  readonly #db: QueryContext['db'];
  readonly #byName = new Map<string, TranscriptRow[]>();
  readonly #finders = new Map<VersionId, QuotationFinder>();
  readonly #coded = new Map<VersionId, Set<string>>();

  constructor(db: QueryContext['db']) {
    this.#db = db;
    const codes = new Map(participantRows(db).map(({ id, code }) => [id, code]));
    for (const transcript of transcriptRows(db)) {
      const code = transcript.participantId === null ? '' : (codes.get(transcript.participantId) ?? '');
      for (const name of new Set([foldedName(transcript.title), foldedName(code)])) {
        if (name === '') continue;
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [transcript]);
        else known.push(transcript);
      }
    }
  }

  /** In the transcripts of that title or of that participant: where it stands best. Null when there is none of them. */
  locate({ source, quotation }: SegmentRow): Placed | null {
    const withoutExtension = source.replace(/\.(?:txt|docx|odt|rtf|pdf|md|html?)$/i, '');
    const candidates =
      this.#byName.get(foldedName(source)) ?? this.#byName.get(foldedName(withoutExtension)) ?? [];
    const placed = candidates.map((transcript) => ({
      transcript,
      place: this.#finder(transcript).locate(quotation),
    }));
    const order = ['exact', 'several', 'near', 'nowhere'];
    return placed.toSorted((a, b) => order.indexOf(a.place.how) - order.indexOf(b.place.how))[0] ?? null;
  }

  isCoded(versionId: VersionId, start: number, end: number, codeId: number, layerId: number): boolean {
    return this.#keys(versionId).has(`${start} ${end} ${codeId} ${layerId}`);
  }

  nowCoded(versionId: VersionId, start: number, end: number, codeId: number, layerId: number): void {
    this.#keys(versionId).add(`${start} ${end} ${codeId} ${layerId}`);
  }

  #keys(versionId: VersionId): Set<string> {
    let keys = this.#coded.get(versionId);
    if (keys === undefined) {
      keys = new Set(codingKeys(this.#db, versionId).keys());
      this.#coded.set(versionId, keys);
    }
    return keys;
  }

  #finder({ versionId, text }: TranscriptRow): QuotationFinder {
    let finder = this.#finders.get(versionId);
    if (finder === undefined) {
      finder = new QuotationFinder(text);
      this.#finders.set(versionId, finder);
    }
    return finder;
  }
}

/** By its path from the top; a name alone is a code anywhere, when only one is called so. */
function findCode(codes: readonly CodeRow[], names: readonly string[]): CodeId | null {
  const isCalled = (code: CodeRow, name: string): boolean => foldedName(code.name) === foldedName(name);
  let parent: CodeId | null = null;
  for (const [depth, name] of names.entries()) {
    const found: CodeRow | undefined = codes.find((code) => code.parentId === parent && isCalled(code, name));
    if (found === undefined) {
      const anywhere = codes.filter((code) => isCalled(code, name));
      return depth === 0 && names.length === 1 && anywhere.length === 1 ? (anywhere[0]?.id ?? null) : null;
    }
    parent = found.id;
  }
  return parent;
}

function ensureCode(context: MutationContext, codes: CodeRow[], names: readonly string[]): CodeId {
  const known = findCode(codes, names);
  if (known !== null) return known;
  let parentId: CodeId | null = null;
  let last: CodeId | null = null;
  for (const [depth, name] of names.entries()) {
    const found = findCode(codes, names.slice(0, depth + 1));
    if (found === null) {
      const row: Omit<CodeRow, 'id'> = {
        ...NO_GUIDANCE,
        parentId,
        key: null,
        kind: 'code',
        name,
        definition: '',
        color: freeColor({ parentId, kind: 'code' }, codes),
        poleLow: null,
        poleHigh: null,
      };
      const id: CodeId = insertCode(context.db, context.newUid(), row, nextPosition(context.db, parentId));
      codes.push({ ...row, id });
      last = id;
    } else last = found;
    parentId = last;
  }
  if (last === null) throw new AppError('name-empty', { what: 'code' });
  return last;
}
