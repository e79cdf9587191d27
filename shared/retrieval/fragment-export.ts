import { spokenLines } from '../transcripts/line-numbers.ts';
import type { Code } from '../codebook/codebook-contract.ts';
import type { Fragment } from '../coding/coding-contract.ts';
import { poleName } from '../export/fragments-sheet.ts';
import { plainRow, type Sheet, type SheetColumn, type SheetRow } from '../export/sheet.ts';
import type { FragmentContext } from './fragment-context.ts';
import type { CrossedCounts, FragmentGroup } from './retrieval-contract.ts';

/** A fragment as it leaves the program: with its case's pseudonym, its code's path, and the text around it. */
export interface ExportedFragment extends FragmentContext {
  readonly fragment: Fragment;
  readonly code: Pick<Code, 'poleLow' | 'poleHigh'>;
  readonly codePath: string;
  /** The group it stands in; null when nothing is grouped. */
  readonly group: string | null;
}

/** What stands above the answer. */
export interface ExportFacts {
  readonly title: string;
  readonly studyTitle: string;
  /** The question, in plain sentences. */
  readonly question: readonly string[];
  readonly context: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly coderName: string | null;
  readonly version: string;
  readonly total: number;
  readonly cases: number;
  readonly casesInScope: number;
  readonly groups: readonly FragmentGroup[];
  readonly crossed: CrossedCounts | null;
  readonly removed: readonly string[];
}

export function poleOf({ fragment, code }: ExportedFragment): string | null {
  return poleName(fragment.weight, code);
}

/** “T03, turn 12, lines 120–124, Networks” */
export function placeOf({ fragment }: Pick<ExportedFragment, 'fragment'>): string {
  const { participantCode, transcriptTitle, speaker, turnNumber, sectionTitle } = fragment;
  return [
    participantCode ?? transcriptTitle,
    participantCode !== null && transcriptTitle !== participantCode && transcriptTitle,
    speaker !== null && speaker !== participantCode && speaker,
    turnNumber !== null && `turn ${turnNumber}`,
    spokenLines(fragment),
    sectionTitle,
  ]
    .filter((part) => part !== false && part !== null)
    .join(', ');
}

const columns: readonly SheetColumn[] = [
  { title: 'Case', width: 10 },
  { title: 'Group', width: 18 },
  { title: 'Code', width: 34 },
  { title: 'Before', width: 40 },
  { title: 'Quotation', width: 70 },
  { title: 'After', width: 40 },
  { title: 'Translation', width: 40 },
  { title: 'Translator', width: 10 },
  { title: 'Pole', width: 18 },
  { title: 'Certainty', width: 12 },
  { title: 'Good quotation', width: 10 },
  { title: 'Memo', width: 34 },
  { title: 'Coder', width: 10 },
  { title: 'Transcript', width: 16 },
  { title: 'Section', width: 22 },
  { title: 'Speaker', width: 10 },
  { title: 'Turn', width: 7, numeric: true },
  { title: 'First line', width: 9, numeric: true },
  { title: 'Last line', width: 9, numeric: true },
  { title: 'Start', width: 8, numeric: true },
  { title: 'End', width: 8, numeric: true },
  { title: 'Coding', width: 9, numeric: true },
];

const CERTAINTIES = { 1: 'unsure', 2: 'fairly sure', 3: 'sure' } as const;

export function fragmentsSheet(rowCount: number, fragments: Iterable<ExportedFragment>): Sheet {
  return { name: 'Fragments', columns, rows: rowsOf(fragments), rowCount, filter: true };
}

function* rowsOf(fragments: Iterable<ExportedFragment>): Generator<SheetRow> {
  for (const exported of fragments) {
    const { fragment, group, codePath, before, after } = exported;
    yield plainRow(
      fragment.participantCode,
      group,
      codePath,
      before.trim(),
      fragment.quotation,
      after.trim(),
      fragment.translation,
      fragment.translator,
      poleOf(exported),
      fragment.certainty === null ? null : CERTAINTIES[fragment.certainty],
      fragment.goodQuotation ? 'yes' : null,
      fragment.memo,
      fragment.coderName,
      fragment.transcriptTitle,
      fragment.sectionTitle,
      fragment.speaker,
      fragment.turnNumber,
      fragment.firstLine,
      fragment.lastLine,
      fragment.start,
      fragment.end,
      fragment.id,
    );
  }
}

export function groupsSheet({ groups, total, cases, casesInScope }: ExportFacts): Sheet {
  return {
    name: 'Counts',
    columns: [
      { title: 'Group', width: 34 },
      { title: 'Fragments', width: 12, numeric: true },
      { title: 'Of all fragments, %', width: 18, numeric: true },
      { title: 'Cases with a fragment', width: 20, numeric: true },
      { title: 'Cases that could have one', width: 22, numeric: true },
    ],
    rows: [
      ...groups.map((group) =>
        plainRow(
          group.title,
          group.fragments,
          percent(group.fragments, total),
          group.cases,
          group.casesInScope,
        ),
      ),
      {
        kind: 'total',
        cells: ['Together', total, percent(total, total), cases, casesInScope].map((value) => ({ value })),
      },
    ],
    rowCount: groups.length + 1,
    filter: false,
  };
}

/** With one decimal; null where there is nothing to divide by. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

export function aboutSheet(facts: ExportFacts): Sheet {
  const rows = factsAsLines(facts);
  return {
    name: 'About',
    columns: [
      { title: 'How this was made', width: 26 },
      { title: '', width: 100 },
    ],
    rows: rows.map(([name, text]) => plainRow(name, text)),
    rowCount: rows.length,
    filter: false,
  };
}

/** What a reader needs to judge, and to make again, what was exported. */
export function factsAsLines(facts: ExportFacts): readonly (readonly [string, string])[] {
  const lines: readonly (readonly [string, string])[] = [
    ['Study', facts.studyTitle],
    ['Question', facts.question.join(' ')],
    ['Left out of the question', facts.removed.map((what) => `${what} is not there any more`).join('; ')],
    ['Answer', answerOf(facts)],
    ['Context', facts.context],
    ['Exported at', `${facts.exportedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['Exported by', facts.coderName ?? 'nobody said who was coding'],
    ['Made with', `Crosscase ${facts.version}`],
    ['Counts', COUNTS_RULE],
  ];
  return lines.filter(([, text]) => text !== '');
}

export function answerOf({ total, cases, casesInScope }: ExportFacts): string {
  return `${total} ${total === 1 ? 'fragment' : 'fragments'}, in ${cases} of ${casesInScope} cases`;
}

const COUNTS_RULE =
  'A fragment is one coding: a passage with two codes counts twice, and so does one that two coders gave the same code. ' +
  'Cases that could have one are those with a transcript that the question’s attributes leave. Newest versions of transcripts.';
