import type { CoderId } from '#shared/ids.ts';
import { foldText } from '#shared/search/fold-text.ts';
import { contextOfHit } from '#shared/search/search-context.ts';
import type { SearchField, SearchGroup, SearchHit } from '#shared/search/search-contract.ts';
import { asPhrase, findQuery, type SearchQuery } from '#shared/search/search-query.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { matchOfQuery } from './match-expression.ts';
import { noteColumns } from './note-columns.ts';
import {
  cellNotes,
  codeNotes,
  codingNotes,
  countNotes,
  cueNotes,
  memoNotes,
  narrativeNotes,
} from './notes-sql.ts';

type NoteField = Exclude<SearchField, 'transcripts'>;

/** A text that may answer, before it was read. */
type Note = Pick<SearchHit, 'place' | 'heading' | 'part'> & { readonly text: string };

/** The texts of one field that answer, each with its first occurrence. */
export function findNotes(
  db: ReadableDb,
  coderId: CoderId | null,
  query: SearchQuery,
  field: NoteField,
  limit: number,
): SearchGroup {
  const match = matchOfQuery(query);
  const hits: SearchHit[] = [];
  let more = false;
  for (const note of notesOf(db, coderId, field, match)) {
    const hit = hitIn(note, query);
    if (hit === null) continue;
    if (hits.length < limit) hits.push(hit);
    else more = true;
    if (more) break;
  }
  // The index knows how many texts hold a phrase; whether words are near each other is only known by reading.
  const exact = more && asPhrase(query) !== null;
  const total = exact ? countField(db, coderId, field, match) : hits.length;
  return { field, total, more: more && !exact, things: total, hits };
}

function hitIn({ text, ...note }: Note, query: SearchQuery): SearchHit | null {
  const [range] = findQuery(foldText(text), query, 1);
  if (range === undefined) return null;
  const context = contextOfHit(text, range);
  return {
    ...note,
    context: text.slice(context.start, context.end),
    start: range.start - context.start,
    end: range.end - context.start,
  };
}

function countField(db: ReadableDb, coderId: CoderId | null, field: NoteField, match: string): number {
  return noteColumns
    .filter((column) => column.field === field)
    .reduce((sum, column) => sum + countNotes(db, column, match, coderId), 0);
}

function* notesOf(db: ReadableDb, coderId: CoderId | null, field: NoteField, match: string): Generator<Note> {
  for (const column of noteColumns) {
    if (column.field === field) yield* notesOfColumn(db, coderId, column, match);
  }
}

const CODE_PARTS = {
  name: 'Name',
  definition: 'Definition',
  use_when: 'Use when',
  not_when: 'Do not use when',
} as const;

const CELL_PARTS: Readonly<Record<string, string>> = {
  rationale: 'reason for the judgement',
  note: 'note of a check',
  own_summary: 'own view of a checker',
  answer: 'answer to a check',
  resolution: 'how a difference was settled',
};

/** “Themes”, or “Themes · note of a check, Ben”. */
function partOfCell(
  { matrixName, writer }: { readonly matrixName: string; readonly writer: string | null },
  { table, column }: { readonly table: string; readonly column: string },
): string {
  const what = table === 'cell_confirmation' ? 'still right' : CELL_PARTS[column];
  if (what === undefined) return matrixName;
  return `${matrixName} · ${what}${writer === null ? '' : `, ${writer}`}`;
}

function* notesOfColumn(
  db: ReadableDb,
  coderId: CoderId | null,
  source: (typeof noteColumns)[number],
  match: string,
): Generator<Note> {
  switch (source.table) {
    case 'coding':
      for (const note of codingNotes(db, source.number, source.column, match)) {
        yield {
          place: { kind: 'coding', transcriptId: note.transcriptId, codingId: note.codingId },
          heading: `${headingOf(note)} · ${note.codeName}`,
          part: note.coderName,
          text: note.text,
        };
      }
      return;
    case 'memo':
      for (const { memoId, title, text } of memoNotes(db, source.number, source.column, match)) {
        const heading = title === '' ? 'Memo without a title' : title;
        yield {
          place: { kind: 'memo', memoId },
          heading,
          part: source.column === 'title' ? 'Title' : null,
          text,
        };
      }
      return;
    case 'code':
      for (const { codeId, name, text } of codeNotes(db, source.number, source.column, match)) {
        yield { place: { kind: 'code', codeId }, heading: name, part: CODE_PARTS[source.column], text };
      }
      return;
    case 'cue':
      for (const { codeId, name, text } of cueNotes(db, source.number, match)) {
        yield { place: { kind: 'code', codeId }, heading: name, part: 'Cue', text };
      }
      return;
    case 'matrix_cell':
    case 'cell_check':
    case 'cell_confirmation':
      for (const note of cellNotes(db, source, match, coderId)) {
        const { matrixId, columnId, rowKey } = note;
        yield {
          place: { kind: 'cell', matrixId, columnId, rowKey },
          heading: `${note.rowName} × ${note.columnTitle}`,
          part: partOfCell(note, source),
          text: note.text,
        };
      }
      return;
    case 'case_narrative':
      for (const { participantId, code, text } of narrativeNotes(db, source.number, match)) {
        yield { place: { kind: 'case', participantId }, heading: code, part: 'Narrative', text };
      }
  }
}

/** “T03 · Second interview”, or one of the two where they are the same. */
export function headingOf({
  title,
  participantCode,
}: {
  readonly title: string;
  readonly participantCode: string | null;
}): string {
  return participantCode === null || participantCode === title ? title : `${participantCode} · ${title}`;
}
