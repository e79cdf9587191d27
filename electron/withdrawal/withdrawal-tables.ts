/** A column that refers to a row of another table: by its id, or by its uid where things outlive each other. */
export interface Reference {
  readonly column: string;
  readonly of: string;
  /** `within`: a text in which the uid stands among others. */
  readonly by?: 'id' | 'uid' | 'within';
}

/**
 * What becomes of a table when a participant withdraws.
 * - `goes`: rows go when one of these columns refers to a row that goes. Rows that stay are searched for the words of the
 *   person, as all rows are.
 * - `letGo`: rows go also when such a column was emptied before, because the thing was removed then.
 * - `asItIs`: text that is not searched, with the reason.
 */
export interface TableRule {
  readonly goes: readonly Reference[];
  readonly letGo?: true;
  readonly asItIs?: string;
}

const by = (column: string, of: string): Reference => ({ column, of });
const byUid = (column: string, of: string): Reference => ({ column, of, by: 'uid' });

/** Nothing in the table belongs to one participant. Where it quotes one, the quotation goes. */
const SEARCHED: TableRule = { goes: [] };

const WORDS_OF_OTHERS = 'It says what stands in the texts of the others, at places that count in them.';

/** What of a person is known by a uid. */
const TRAVELLING = [
  'participant',
  'transcript',
  'transcript_version',
  'coding',
  'matrix_cell',
  'memo',
] as const;

/** Every table, those that are referred to before those that refer. A test holds this list against the schema. */
export const withdrawalTables: Readonly<Record<string, TableRule>> = {
  project: SEARCHED,
  coder: SEARCHED,
  layer: SEARCHED,
  site: SEARCHED,
  attribute: SEARCHED,
  guide_part: SEARCHED,
  guide_question: SEARCHED,
  code: SEARCHED,
  cue: SEARCHED,
  code_link: SEARCHED,
  exclusive_domain: SEARCHED,
  exclusive_domain_code: SEARCHED,
  split_target: SEARCHED,
  codebook_version: SEARCHED,
  saved_query: SEARCHED,
  typology: SEARCHED,
  type: SEARCHED,
  matrix: SEARCHED,
  matrix_column: SEARCHED,
  matrix_column_code: SEARCHED,
  matrix_column_source: SEARCHED,
  matrix_row_code: SEARCHED,
  reduction_step: SEARCHED,
  comparison_session: SEARCHED,
  comparison_coder: SEARCHED,
  comparison_codebook_change: SEARCHED,
  comparison_result: SEARCHED,

  // The root: its rows are the participant, and nothing refers on from here.
  participant: SEARCHED,
  attribute_value: { goes: [by('participant_id', 'participant')] },
  consent: { goes: [by('participant_id', 'participant')] },
  type_assignment: { goes: [by('participant_id', 'participant')] },
  case_narrative: { goes: [by('participant_id', 'participant')] },
  transcript: { goes: [by('participant_id', 'participant')] },
  transcript_version: { goes: [by('transcript_id', 'transcript')], asItIs: WORDS_OF_OTHERS },
  turn: { goes: [by('version_id', 'transcript_version')], asItIs: WORDS_OF_OTHERS },
  section: { goes: [by('version_id', 'transcript_version')], asItIs: WORDS_OF_OTHERS },
  span: { goes: [by('version_id', 'transcript_version')] },
  sent_unit_list: { goes: [by('version_id', 'transcript_version')], asItIs: WORDS_OF_OTHERS },
  finished_mark: { goes: [by('transcript_id', 'transcript')] },
  coding_assignment: { goes: [by('transcript_id', 'transcript')] },
  saturation_note: { goes: [by('transcript_id', 'transcript')] },
  cue_decision: { goes: [by('version_id', 'transcript_version')] },
  coding: { goes: [by('version_id', 'transcript_version')] },
  coding_review: { goes: [byUid('coding_uid', 'coding')] },
  code_example: { goes: [byUid('coding_uid', 'coding')] },
  comparison: { goes: [by('coding_id', 'coding'), by('other_id', 'coding')] },
  correction: { goes: [by('version_id', 'transcript_version'), by('made_from_id', 'transcript_version')] },
  touched_coding: { goes: [by('correction_id', 'correction'), byUid('coding_uid', 'coding')] },
  comparison_transcript: {
    goes: [by('transcript_id', 'transcript'), by('version_id', 'transcript_version')],
  },
  comparison_frozen: { goes: [by('version_id', 'transcript_version')] },
  comparison_decision: { goes: [{ column: 'difference', of: 'coding', by: 'within' }] },
  matrix_cell: { goes: [by('participant_id', 'participant')] },
  cell_evidence: {
    goes: [by('cell_id', 'matrix_cell'), by('source_cell_id', 'matrix_cell'), by('coding_id', 'coding')],
  },
  cell_basis: { goes: [by('cell_id', 'matrix_cell')] },
  cell_confirmation: { goes: [by('cell_id', 'matrix_cell')] },
  cell_sentence: { goes: [by('cell_id', 'matrix_cell'), byUid('coding_uid', 'coding')] },
  cell_sentence_source: { goes: [by('cell_id', 'matrix_cell'), byUid('source_uid', 'matrix_cell')] },
  check_assignment: { goes: [by('cell_id', 'matrix_cell')] },
  cell_check: { goes: [by('cell_id', 'matrix_cell')] },
  check_package: SEARCHED,
  package_verdict: { goes: [byUid('cell_uid', 'matrix_cell')] },
  memo: {
    goes: [
      by('participant_id', 'participant'),
      by('transcript_id', 'transcript'),
      by('coding_id', 'coding'),
      by('cell_id', 'matrix_cell'),
    ],
    letGo: true,
  },
  memo_link: {
    goes: [
      by('memo_id', 'memo'),
      byUid('target_uid', 'participant'),
      byUid('target_uid', 'transcript'),
      byUid('target_uid', 'coding'),
      byUid('target_uid', 'matrix_cell'),
      byUid('target_uid', 'memo'),
    ],
  },
  withdrawn: { goes: [], asItIs: 'Hashes of random ids: there is nothing of anybody in it.' },
  merge_event: SEARCHED,
  merge_alias: { goes: TRAVELLING.map((of) => byUid('same_as', of)) },
  merge_known: { goes: TRAVELLING.map((of) => ({ column: 'row_key', of, by: 'within' })) },
  // What came of them from a colleague and was kept beside ours refers to them by uid.
  merge_kept: {
    goes: TRAVELLING.flatMap((of) => [
      { column: 'row_key', of, by: 'within' },
      { column: 'content', of, by: 'within' },
    ]),
  },
};

/** Handled by the erasing itself: the journal of what goes is erased, and the words in the rest of it. */
export const journalTables = ['change_group', 'change', 'undo_event'] as const;

/** How a table is called in the preview and in the certificate; tables that are left out are details of these. */
export const spokenTables: Readonly<Record<string, readonly [one: string, many: string]>> = {
  participant: ['participant', 'participants'],
  attribute_value: ['attribute', 'attributes'],
  consent: ['consent record', 'consent records'],
  type_assignment: ['place in a typology', 'places in typologies'],
  case_narrative: ['case narrative', 'case narratives'],
  transcript: ['transcript', 'transcripts'],
  transcript_version: ['version of a transcript', 'versions of transcripts'],
  coding: ['coding', 'codings'],
  code_example: ['example of a code', 'examples of codes'],
  comparison_decision: ['decision on a difference between coders', 'decisions on differences between coders'],
  comparison: ['comparison of fragments', 'comparisons of fragments'],
  matrix_cell: ['matrix cell with its summary', 'matrix cells with their summaries'],
  cell_evidence: ['piece of evidence', 'pieces of evidence'],
  cell_check: ['check of a cell', 'checks of cells'],
  memo: ['memo', 'memos'],
  code: ['code', 'codes'],
  codebook_version: ['version of the codebook', 'versions of the codebook'],
  saved_query: ['saved question', 'saved questions'],
};
