import type { SourceTable } from '../participants/participant-rows.ts';

/** Which column of a table of coded segments holds what; null for what it does not hold. */
export interface SegmentColumns {
  readonly source: string;
  readonly code: string;
  readonly quotation: string;
  readonly memo: string | null;
}

export interface SegmentRow {
  readonly line: number;
  readonly source: string;
  /** `Parent › Child`, `Parent\Child` and `Parent/Child` name a place in the tree. */
  readonly code: string;
  readonly quotation: string;
  readonly memo: string;
}

const NAMES: Readonly<Record<keyof SegmentColumns, readonly string[]>> = {
  source: [
    'case',
    'participant',
    'document',
    'document name',
    'transcript',
    'source',
    'file',
    'respondent',
    'interview',
    'pseudonym',
    'deelnemer',
    'casus',
  ],
  code: ['code', 'codes', 'tag', 'label', 'theme', 'code name', 'category', 'thema'],
  quotation: [
    'quotation',
    'quote',
    'segment',
    'fragment',
    'text',
    'coded text',
    'excerpt',
    'citaat',
    'passage',
    'content',
    'seltext',
  ],
  memo: ['memo', 'comment', 'note', 'opmerking'],
};

/** Guesses the columns from their names; for the quotation, failing that, from their length. */
export function guessSegmentColumns({ header, rows }: SourceTable): SegmentColumns {
  const folded = header.map((name) => name.trim().toLowerCase().replaceAll(/[_-]+/g, ' '));
  const named = (kind: keyof SegmentColumns): number =>
    NAMES[kind].map((name) => folded.indexOf(name)).find((index) => index !== -1) ?? -1;
  const lengths = header.map((_, column) =>
    rows.reduce((sum, { cells }) => sum + (cells[column] ?? '').length, 0),
  );
  const longest = lengths.indexOf(Math.max(0, ...lengths));
  const at = (index: number, fallback: number): string => header[index === -1 ? fallback : index] ?? '';
  const memo = named('memo');
  return {
    source: at(named('source'), 0),
    code: at(named('code'), 1),
    quotation: at(named('quotation'), longest),
    memo: memo === -1 ? null : (header[memo] ?? null),
  };
}

export function segmentRows({ header, rows }: SourceTable, columns: SegmentColumns): readonly SegmentRow[] {
  const index = (name: string | null): number => (name === null ? -1 : header.indexOf(name));
  const [source, code, quotation, memo] = [columns.source, columns.code, columns.quotation, columns.memo].map(
    index,
  );
  const cell = (cells: readonly string[], column: number | undefined): string =>
    cells[column ?? -1]?.trim() ?? '';
  return rows.map(({ line, cells }) => ({
    line,
    source: cell(cells, source),
    code: cell(cells, code),
    quotation: cell(cells, quotation),
    memo: cell(cells, memo),
  }));
}

/** `Exchange › Cost` as its parts. A slash with spaces around it, or a backslash, separates too. */
export function codePathOf(code: string): readonly string[] {
  return code
    .split(/\s*(?:›|>|\\)\s*|\s+\/\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
