import type { CodebookVersion } from '../codebook/code-depth-contract.ts';
import type { CodeId, TraitId } from '../ids.ts';
import { countRows } from '../matrices/judgement-names.ts';
import { filtersInWords } from '../matrices/case-filter.ts';
import type { Matrix } from '../matrices/matrices-contract.ts';
import { claimFacts, type Claims } from './claims.ts';
import { columnInWords } from './column-in-words.ts';
import { MOST_LINKS, plainRow, type Sheet } from './sheet.ts';

/** What the types mean by which a matrix divides the cases. */
export interface AboutTypology {
  readonly traitId: TraitId;
  readonly name: string;
  readonly basis: string;
  readonly types: readonly { readonly name: string; readonly definition: string }[];
}

/** What a reader needs to know to judge, and to make again, what is in the other sheets. */
export interface AboutExport {
  readonly projectTitle: string;
  readonly researchQuestion: string;
  readonly matrix: Matrix;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly coderName: string | null;
  readonly version: string;
  /** The codebook that was last kept as a version; null when none was. */
  readonly codebookVersion: Pick<CodebookVersion, 'number' | 'name' | 'createdAt'> | null;
  /** The layers that count, by name. */
  readonly layers: readonly string[];
  readonly codePaths: ReadonlyMap<CodeId, string>;
  /** The typologies of the study, whether the matrix uses them or not. */
  readonly typologies: readonly AboutTypology[];
  readonly transcripts: number;
  /** Transcripts that belong to no case, and so are in no row. */
  readonly transcriptsWithoutCase: number;
  /** Passages that were left out of the analysis. */
  readonly excludedPassages: number;
  readonly summaries: number;
  readonly fragmentRows: number;
  /** Evidence that the matrix does not count: of another layer, or of a code that the column does not ask for. */
  readonly uncountedEvidence: number;
}

const COUNTS_RULE =
  'A count is the number of codings in the case’s transcripts whose code is one of the column’s codes or stands anywhere below one. ' +
  'A passage with two such codes counts twice, and so does a passage that two coders gave the same code. ' +
  'A coding that two columns ask for counts in both, and is listed under both.';

const SAME_CODING_RULE =
  'A coding that stands on the Fragments sheet more than once has the same number under “Coding”.';

const POSITIONS_RULE =
  'Turn is the number of the speaker’s turn in the transcript. Start and End count UTF-16 code units from the beginning of the transcript, the end not included.';

const CUT_RULE =
  'A spreadsheet cell holds at most 32,767 characters. A longer text is cut there and says so; the csv export has the whole text.';

const LINKS_RULE = `Excel opens no sheet with more links: only the first ${MOST_LINKS} rows of the Fragments sheet lead back to their cell.`;

/** Every export says these, whatever it is written as. */
export function aboutFacts(about: AboutExport, claims: Claims): (readonly [name: string, text: string])[] {
  const { matrix } = about;
  const facts: (readonly [string, string])[] = [
    ['Study', about.projectTitle],
    ['Research question', about.researchQuestion],
    ['Matrix', matrix.name],
    ['Exported at', `${minuteOf(about.exportedAt)} UTC`],
    ['Exported by', about.coderName ?? 'nobody said who was coding'],
    ['Made with', `Crosscase ${about.version}`],
    ['Codebook version', codebookVersionOf(about)],
    ['Layers counted', about.layers.join(', ')],
    ['Rows', `${countRows(matrix.rowKind, matrix.rows.length)}; ${orderOf(matrix)}; ${groupsOf(matrix)}`],
    ['Rows that are gone', goneRows(matrix)],
    ['Scope', scopeOf(about)],
    ['Summaries', `${about.summaries} of ${matrix.rows.length * matrix.columns.length} cells`],
    ...claimFacts(matrix, claims),
    ['Fragments', fragmentsOf(about)],
    ['Counts', COUNTS_RULE],
    ['Decision rules', matrix.decisionRules],
    ...typesOf(about),
    ...matrix.columns.map((column): [string, string] => [
      `Column “${column.title}”`,
      columnInWords(column, matrix, about.codePaths),
    ]),
  ];
  return facts.filter(([, text]) => text !== '');
}

export function aboutSheet(about: AboutExport, claims: Claims): Sheet {
  const told = [
    ...aboutFacts(about, claims),
    ...(about.fragmentRows > MOST_LINKS ? [['Links', LINKS_RULE] as const] : []),
    ['Codings', SAME_CODING_RULE] as const,
    ['Positions', POSITIONS_RULE] as const,
    ['Long texts', CUT_RULE] as const,
  ];
  return {
    name: 'About',
    columns: [
      { title: 'How this was made', width: 26 },
      { title: '', width: 100 },
    ],
    rows: told.map(([name, text]) => plainRow(name, text)),
    rowCount: told.length,
    filter: false,
  };
}

/** A case, code or site that was removed leaves its row behind as long as something is written in it. */
function goneRows({ rows }: Matrix): string {
  const gone = rows.filter(({ isGone }) => isGone).map(({ code }) => code);
  return gone.length === 0 ? '' : `${gone.join(', ')}: no longer in the study; what was written is kept.`;
}

/** The definitions of the types by which the matrix groups, orders, filters, or has rows or columns. */
function typesOf({ matrix, typologies }: AboutExport): [string, string][] {
  const { view, rowAttributeId, columns } = matrix;
  const used = new Set([
    rowAttributeId,
    view.groupBy,
    view.sort.by === 'attribute' ? view.sort.attributeId : null,
    ...view.filters.map(({ attributeId }) => attributeId),
    ...columns.map(({ attributeId }) => attributeId),
  ]);
  return typologies
    .filter(({ traitId }) => used.has(traitId))
    .map(({ name, basis, types }) => [
      `Types “${name}”`,
      [
        ...(basis.trim() === '' ? [] : [basis.trim()]),
        ...types.map((type) => `${type.name}: ${type.definition.trim() || 'not defined'}`),
      ].join('\n'),
    ]);
}

function orderOf({ view, attributes, columns }: Matrix): string {
  const { sort } = view;
  const direction = view.descending ? ', descending' : '';
  switch (sort.by) {
    case 'case':
      return `sorted by case${direction}`;
    case 'attribute':
      return `sorted by ${attributes.find(({ id }) => id === sort.attributeId)?.name ?? 'case'}${direction}`;
    case 'column': {
      const column = columns.find(({ id }) => id === sort.columnId);
      const what = column === undefined || column.kind === 'codes' ? 'the count of ' : '';
      return `sorted by ${what}${column?.title ?? 'a column'}${direction}`;
    }
  }
}

function groupsOf({ view, attributes }: Matrix): string {
  const attribute = attributes.find(({ id }) => id === view.groupBy);
  return attribute === undefined ? 'not grouped' : `grouped by ${attribute.name}`;
}

function codebookVersionOf({ codebookVersion }: AboutExport): string {
  if (codebookVersion === null) return 'The codebook as it is now; no version of it was kept.';
  const { number, name, createdAt } = codebookVersion;
  const called = name === '' ? '' : ` “${name}”`;
  return `The codebook as it is now; the last version that was kept is ${number}${called}, of ${minuteOf(createdAt)} UTC.`;
}

function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

function scopeOf({ matrix, transcripts, transcriptsWithoutCase, excludedPassages }: AboutExport): string {
  const all = `${casesOf(matrix)}; ${count(transcripts, 'transcript')} in the study, each in its newest version.`;
  const leftOut = [
    ...(transcriptsWithoutCase === 0
      ? []
      : [`${count(transcriptsWithoutCase, 'transcript')} without a participant`]),
    ...(excludedPassages === 0 ? [] : [`${count(excludedPassages, 'passage')} not meant for analysis`]),
  ];
  return leftOut.length === 0 ? all : `${all} Left out: ${leftOut.join('; ')}.`;
}

function casesOf({ view: { filters }, attributes, hiddenCases }: Matrix): string {
  if (filters.length === 0) return 'All cases of the study';
  return `Only cases in which ${filtersInWords(filters, attributes)}; ${count(hiddenCases, 'case')} left out`;
}

function fragmentsOf({ fragmentRows, uncountedEvidence }: AboutExport): string {
  const listed = `${count(fragmentRows, 'row')}: what each cell counts`;
  if (uncountedEvidence === 0) return `${listed}.`;
  return `${listed}, and ${count(uncountedEvidence, 'fragment')} that a summary rests on but the matrix does not count (another layer, or a code that the column does not ask for).`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
