import { shorten } from '#shared/text/graphemes.ts';
import type { Row } from './merge-sql.ts';
import type { StudyRows } from './study-rows.ts';
import type { TableShape } from './table-shapes.ts';

/** Columns that say what a row is, the best first. */
const TELLING = ['name', 'title', 'code', 'phrase', 'quotation', 'text', 'label', 'source_name'];
const LONGEST = 60;

/** What a row is, in a line for a person; `study` is the project that its references are of. */
export function labelOf(study: StudyRows, shape: TableShape, row: Row): string {
  if (shape.table === 'transcript_version') {
    return `the text of ${labelOfReference(study, shape, row, 'transcript_id')}`;
  }
  const own = shape.rule.anchored === true ? `“${oneLine(wordsOf(study, row))}”` : ownWords(row);
  const about = shape.columns
    .filter((column) => shape.references.has(column))
    .filter((column) => column !== 'parent_id' && (shape.rule.anchored !== true || column !== 'version_id'))
    .filter((column) => typeof row[column] === 'number' && !BESIDE.has(column))
    .map((column) => labelOfReference(study, shape, row, column));
  if (own !== '' && shape.rule.anchored !== true) return own;
  const said = [own, ...about].filter((part) => part !== '').join(' · ');
  return said === '' ? shape.rule.noun : said;
}

/** Who wrote or chose it does not say what it is. */
const BESIDE = new Set(['author_id', 'translator_id', 'sort_column_id', 'instead_id', 'guide_question_id']);

function ownWords(row: Row): string {
  for (const column of TELLING) {
    const value = row[column];
    if (typeof value === 'string' && value.trim() !== '') return oneLine(value);
  }
  return '';
}

function labelOfReference(study: StudyRows, shape: TableShape, row: Row, column: string): string {
  const table = shape.references.get(column);
  const id = row[column];
  if (table === undefined || typeof id !== 'number') return '';
  const target = study.get(table, id);
  return target === undefined ? '' : labelOf(study, study.shape(table), target);
}

/** The words that an anchored row stands on. */
export function wordsOf(study: StudyRows, row: Row): string {
  const version = study.get('transcript_version', Number(row['version_id']));
  return String(version?.['text'] ?? '').slice(Number(row['start']), Number(row['end']));
}

function oneLine(words: string): string {
  return shorten(words.trim().replaceAll(/\s+/g, ' '), LONGEST);
}
