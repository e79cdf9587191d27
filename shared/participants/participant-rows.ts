/** A table as it stands in a file: every row as long as the header. */
export interface SourceTable {
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RowProblem {
  readonly line: number;
  readonly message: string;
}

export interface ParticipantRow {
  readonly line: number;
  readonly code: string;
  /** By name of the column; the key column is not among them, and neither are empty values. */
  readonly values: ReadonlyMap<string, string>;
}

const KEY_NAMES = (
  'participant,participants,participant_code,participant_id,code,pseudonym,pseudoniem,id,respondent,respondent_id,' +
  'deelnemer,case,name,naam,interviewee,teacher'
).split(',');

/** The column that most likely names the participant. */
export function guessKeyColumn({ header, rows }: SourceTable): string {
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(/[ -]+/g, '_'));
  const named = KEY_NAMES.map((name) => names.indexOf(name)).find((index) => index !== -1);
  const index = named ?? header.findIndex((_, column) => isKey(rows.map(({ cells }) => cells[column] ?? '')));
  return header[Math.max(0, index)] ?? '';
}

function isKey(values: readonly string[]): boolean {
  const written = values.map((value) => value.trim().toLowerCase());
  return written.every((value) => value !== '') && new Set(written).size === written.length;
}

/** One participant per row; rows without a participant, or with one that was there before, are set apart. */
export function participantRows(
  { header, rows }: SourceTable,
  keyColumn: string,
): { readonly rows: readonly ParticipantRow[]; readonly problems: readonly RowProblem[] } {
  const key = header.indexOf(keyColumn);
  const lineOfCode = new Map<string, number>();
  const taken: ParticipantRow[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of rows) {
    const code = cells[key]?.trim() ?? '';
    const before = lineOfCode.get(code.toLowerCase());
    if (code === '') problems.push({ line, message: `There is no value for “${keyColumn}”.` });
    else if (before !== undefined) {
      problems.push({ line, message: `“${code}” is on line ${before} already.` });
    } else {
      lineOfCode.set(code.toLowerCase(), line);
      taken.push({ line, code, values: valuesOf(header, cells, key) });
    }
  }
  return { rows: taken, problems };
}

function valuesOf(
  header: readonly string[],
  cells: readonly string[],
  key: number,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  header.forEach((name, column) => {
    const value = cells[column]?.trim() ?? '';
    if (column !== key && value !== '') values.set(name, value);
  });
  return values;
}
