import { placeKey, type ExportedState } from './exported-state.ts';
import type { ReturnedEntry, ValueKind } from './returned-sheet.ts';
import type { ReturnedField } from './sheet-marks.ts';

/** A cell as the project has it now. */
export interface CurrentCell {
  readonly text: string;
  readonly rowName: string;
  readonly columnTitle: string;
}

export interface ReturnedPlace {
  readonly rowKey: string;
  readonly columnUid: string;
  readonly field: ReturnedField;
}

export interface ReturnedOption {
  readonly address: string;
  readonly text: string;
}

/** A cell that the sheet would change. */
export interface ReturnedChange extends ReturnedPlace {
  readonly rowName: string;
  readonly columnTitle: string;
  readonly before: string;
  /** What the sheet says; several when copies of the row or column say different things. */
  readonly options: readonly ReturnedOption[];
  /**
   * `edited`: only the sheet was changed since the export. `conflict`: the project was changed meanwhile too, or nobody
   * knows. `several`: the sheet says different things.
   */
  readonly state: 'edited' | 'conflict' | 'several';
  /** What to look at before taking it. */
  readonly notes: readonly string[];
  /** Whether to take it unless somebody decides otherwise. */
  readonly isSuggested: boolean;
}

/** What cannot be taken, with the text, so that it can be kept by hand. */
export interface ReturnedProblem {
  readonly address: string;
  readonly message: string;
  readonly text: string;
}

export interface ReturnedDifference {
  readonly changes: readonly ReturnedChange[];
  readonly problems: readonly ReturnedProblem[];
  /** Cells that say what was exported, or what the project says by now. */
  readonly unchanged: number;
}

export interface ComparedWith {
  /** Null when what was exported is not known. */
  readonly exported: ExportedState | null;
  /** Undefined when the row or the column is no longer in the matrix. */
  readonly currentAt: (place: ReturnedPlace) => CurrentCell | undefined;
  readonly hashOf: (text: string) => string;
  /** How the text would come out of an export: then line ends and signs that a sheet cannot hold make no difference. */
  readonly asExported: (text: string) => string;
  /** Rows and columns whose name in the sheet is that of another one, with the sentence that says so. */
  readonly mistaken: (place: ReturnedPlace) => string | undefined;
  /** A sentence why the text cannot be taken; undefined when it can. */
  readonly refuse: (place: ReturnedPlace, text: string) => string | undefined;
}

/** Cell by cell: what the sheet says, what the project says now, and what was exported. Decides nothing. */
export function compareReturned(entries: readonly ReturnedEntry[], given: ComparedWith): ReturnedDifference {
  const changes: ReturnedChange[] = [];
  const problems: ReturnedProblem[] = [];
  let unchanged = 0;
  const byPlace = Map.groupBy(entries, ({ rowKey, columnUid, field }) => placeKey(rowKey, columnUid, field));
  const origins = given.exported === null ? null : originsOf(given.exported);
  for (const [key, all] of byPlace) {
    const exportedHash = given.exported?.hashes.get(key);
    const isAsExported = (text: string): boolean =>
      given.exported !== null &&
      (exportedHash === undefined ? text === '' : given.hashOf(text) === exportedHash);
    const [place] = all;
    if (place === undefined) continue;
    const edited = distinct(
      all
        .filter(({ text }) => !isAsExported(normalised(text)))
        .map((entry) => ({ ...entry, text: normalised(entry.text) })),
    );
    const current = given.currentAt(place);
    const now = current === undefined ? '' : normalised(given.asExported(current.text));
    const news = current === undefined ? edited : edited.filter(({ text }) => text !== now);
    if (news.length === 0) {
      unchanged += 1;
      continue;
    }
    if (current === undefined) {
      const told = news.filter(({ text }) => text !== '');
      problems.push(...told.map((entry) => problem(entry, 'This row or column is no longer in the matrix.')));
      continue;
    }
    const good: ReturnedEntry[] = [];
    for (const entry of news) {
      const message = brokenValue(entry.kind) ?? given.mistaken(place) ?? given.refuse(place, entry.text);
      if (message === undefined) good.push(entry);
      else if (entry.text !== '') problems.push(problem(entry, message));
    }
    if (good.length > 0) changes.push(changeOf(place, good, current, isAsExported(now), origins, given));
  }
  return { changes, problems, unchanged };
}

function changeOf(
  { rowKey, columnUid, field }: ReturnedEntry,
  entries: readonly ReturnedEntry[],
  current: CurrentCell,
  isUntouched: boolean,
  origins: ReadonlyMap<string, readonly string[]> | null,
  given: ComparedWith,
): ReturnedChange {
  const isKnown = given.exported !== null;
  const isSafe = isUntouched || (!isKnown && current.text === '');
  const state = entries.length > 1 ? 'several' : isSafe ? 'edited' : 'conflict';
  const notes = new Set<string>();
  for (const { text, kind } of entries) {
    if (text === '') notes.add('The sheet has nothing here any more: taking it clears the cell.');
    const made = field === 'summary' ? MADE_INTO[kind] : undefined;
    if (made !== undefined) notes.add(made);
    const stood = (origins?.get(given.hashOf(text)) ?? []).filter(
      (key) => key !== placeKey(rowKey, columnUid, field),
    );
    if (text !== '' && stood.length > 0)
      notes.add(`When it was exported, this text stood in ${nameOfOrigin(stood, given)}.`);
  }
  if (state === 'conflict')
    notes.add(
      isKnown
        ? 'The project was changed here after the export.'
        : 'The sheet no longer says what was exported, so nobody knows who changed this last.',
    );
  return {
    rowKey,
    columnUid,
    field,
    rowName: current.rowName,
    columnTitle: current.columnTitle,
    before: current.text,
    options: entries.map(({ address, text }) => ({ address, text })),
    state,
    notes: [...notes],
    isSuggested: state === 'edited' && notes.size === 0,
  };
}

function nameOfOrigin(stood: readonly string[], { exported }: ComparedWith): string {
  const [first = ''] = stood;
  const [columnUid = '', , ...rest] = first.split('|');
  const row = exported?.rows.get(rest.join('|')) ?? 'another row';
  const column = exported?.columns.get(columnUid) ?? 'another column';
  return `${row} × ${column}`;
}

/** Where each text stood when it was exported: a column that was sorted alone puts texts into other rows. */
function originsOf({ hashes }: ExportedState): ReadonlyMap<string, readonly string[]> {
  const origins = new Map<string, string[]>();
  for (const [place, hash] of hashes) {
    const known = origins.get(hash);
    if (known === undefined) origins.set(hash, [place]);
    else known.push(place);
  }
  return origins;
}

const MADE_INTO: Readonly<Partial<Record<ValueKind, string>>> = {
  number: 'The spreadsheet made a number of this. Check that it says what was meant.',
  date: 'The spreadsheet made a date of this. Check that it says what was meant.',
  boolean: 'The spreadsheet made a yes or no of this. Check that it says what was meant.',
  formula: 'This is a formula; what it came to is taken.',
};

function brokenValue(kind: ValueKind): string | undefined {
  return kind === 'error'
    ? 'The spreadsheet took this for a formula and could not work it out. Type it again with an apostrophe before it.'
    : undefined;
}

function problem({ address, text }: ReturnedEntry, message: string): ReturnedProblem {
  return { address, message, text };
}

/** Each text once, where it stands first. */
function distinct(entries: readonly ReturnedEntry[]): ReturnedEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ text, kind }) => {
    const key = `${kind === 'error' ? 'error' : ''}${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** As summaries are kept: without spaces at their ends, with one kind of line end. */
export function normalised(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}
