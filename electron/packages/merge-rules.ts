/** The parts of a study, as a person chooses what a package holds and reads what a merge did. */
export const studyParts = [
  'study',
  'people',
  'participants',
  'attributes',
  'transcripts',
  'codebook',
  'codings',
  'memos',
  'matrices',
  'comparisons',
  'queries',
  'merging',
] as const;
export type StudyPart = (typeof studyParts)[number];

export interface MergeRule {
  readonly part: StudyPart;
  /** What a row is called. */
  readonly noun: string;
  /** Columns by which a row without a uid is known; references count as what they refer to. */
  readonly key?: readonly string[];
  /** For `same`: two rows in which the same one of these columns is empty agree in it. Else nothing equals nothing. */
  readonly emptyAgrees?: true;
  /** Columns of text in which uids stand: “case:” and the uid of a participant. */
  readonly uidsWithin?: readonly string[];
  /** Rows with another uid that agree in all of these are one thing too: the table would not hold both. */
  readonly same?: readonly (readonly string[])[];
  /** A name that no two rows may share, capitals aside. Theirs gets the name of its sender behind it when ours has it. */
  readonly name?: string;
  /** A number that no two rows may share: theirs gets the next one when ours has it. */
  readonly number?: string;
  /** What stays as it is here, whatever it is there: places in lists. Never a conflict. */
  readonly ours?: readonly string[];
  /** When it was changed last, and by whom: goes with what is taken, and is no difference by itself. */
  readonly stamps?: readonly string[];
  /** What is worked out from the numbers of rows, and empty until it is worked out again. */
  readonly empty?: readonly string[];
  /** References by number that the schema does not declare. */
  readonly refersTo?: Readonly<Record<string, string>>;
  /** Columns that hold the uid of a row of any table. */
  readonly uids?: readonly string[];
  /** Stands at start..end of a version: where our text differs, its words are looked for. */
  readonly anchored?: true;
  /** References that are emptied when what they refer to could not take its place; the row itself comes all the same. */
  readonly detach?: readonly string[];
  /** References that a coding package leaves empty unless asked: empty in a project made from one, they say nothing. */
  readonly leftOut?: readonly string[];
  /** A pair that holds both ways is kept with the smaller id first. */
  readonly ordered?: readonly [string, string];
  /** A column of JSON in which ids or uids stand. */
  readonly json?: { readonly column: string; readonly holds: 'fragment query' | 'uids' };
  /** The column with the coder whose it is, or the layer: what of it goes into a package of one coder's work. */
  readonly owner?: 'coder_id' | 'author_id' | 'layer_id';
}

const list = { ours: ['position'] } as const;

/**
 * How each table of a project is merged with that of another. A row is known by its `uid`, or by its `key`; what it
 * refers to, and in which order tables are read, is taken from the schema. A new table is one line here (or in
 * `notMerged`, with the reason): a test fails as long as it is in neither.
 */
export const mergeRules: Readonly<Record<string, MergeRule>> = {
  project: { part: 'study', noun: 'study', key: [], ours: ['uid', 'origin_uid', 'blind', 'created_at'] },
  coder: { part: 'people', noun: 'coder', name: 'name' },
  layer: { part: 'people', noun: 'layer', name: 'name', same: [['coder_id']] },
  site: { part: 'attributes', noun: 'site', name: 'code', ...list },
  participant: {
    part: 'participants',
    noun: 'participant',
    name: 'code',
    leftOut: ['site_id'],
    ...list,
  },
  consent: { part: 'attributes', noun: 'consent', key: ['participant_id'] },
  attribute: { part: 'attributes', noun: 'attribute', name: 'name', ...list },
  attribute_value: { part: 'attributes', noun: 'value', key: ['participant_id', 'attribute_id'] },
  guide_part: { part: 'transcripts', noun: 'part of the guide', ...list },
  guide_question: { part: 'transcripts', noun: 'question of the guide', ...list },
  transcript: { part: 'transcripts', noun: 'transcript', ...list },
  transcript_version: {
    part: 'transcripts',
    noun: 'text',
    same: [['transcript_id', 'sha256']],
    ours: ['number', 'created_at'],
  },
  turn: { part: 'transcripts', noun: 'turn', key: ['version_id', 'number'] },
  section: { part: 'transcripts', noun: 'section', key: ['version_id', 'number'] },
  correction: { part: 'transcripts', noun: 'correction', same: [['version_id']] },
  touched_coding: {
    part: 'codings',
    noun: 'coding touched by a correction',
    key: ['correction_id', 'coding_uid'],
    uids: ['coding_uid'],
  },
  span: {
    part: 'transcripts',
    noun: 'marked stretch',
    same: [['version_id', 'kind', 'start', 'end']],
    anchored: true,
  },
  code: { part: 'codebook', noun: 'code', stamps: ['defined_at'], ...list },
  cue: { part: 'codebook', noun: 'cue', key: ['code_id', 'phrase'], ...list },
  code_example: {
    part: 'codebook',
    noun: 'example',
    key: ['code_id', 'kind', 'quotation', 'coding_uid'],
    uids: ['coding_uid'],
    ...list,
  },
  code_link: {
    part: 'codebook',
    noun: 'link between codes',
    key: ['code_id', 'other_id'],
    ordered: ['code_id', 'other_id'],
  },
  exclusive_domain: { part: 'codebook', noun: 'exclusive domain', name: 'name' },
  exclusive_domain_code: { part: 'codebook', noun: 'code of a domain', key: ['domain_id', 'code_id'] },
  codebook_version: { part: 'codebook', noun: 'codebook version', number: 'number', ours: ['number'] },
  coding_assignment: {
    part: 'people',
    noun: 'assignment',
    key: ['transcript_id', 'coder_id'],
    owner: 'coder_id',
  },
  finished_mark: {
    part: 'codings',
    noun: 'mark of a finished transcript',
    key: ['transcript_id', 'coder_id'],
    ours: ['at'],
    owner: 'coder_id',
  },
  coding: {
    part: 'codings',
    noun: 'coding',
    same: [['version_id', 'start', 'end', 'code_id', 'layer_id']],
    ours: ['created_at'],
    anchored: true,
    owner: 'layer_id',
  },
  coding_review: {
    part: 'codings',
    noun: 'review of a coding',
    key: ['coding_uid', 'reason'],
    ours: ['at'],
    uids: ['coding_uid'],
    owner: 'coder_id',
  },
  cue_decision: {
    part: 'codings',
    noun: 'decision about a cue',
    key: ['code_id', 'version_id', 'start', 'end', 'coder_id'],
    ours: ['at'],
    anchored: true,
    owner: 'coder_id',
  },
  comparison: {
    part: 'codings',
    noun: 'comparison',
    same: [['coding_id', 'code_id', 'coder_id', 'other_id']],
    emptyAgrees: true,
    ours: ['at'],
    owner: 'coder_id',
  },
  saturation_note: {
    part: 'codings',
    noun: 'note of no new codes',
    same: [['transcript_id', 'coder_id']],
    ours: ['at'],
    owner: 'coder_id',
  },
  matrix: {
    part: 'matrices',
    noun: 'matrix',
    name: 'name',
    ours: [
      'position',
      'sort_column_id',
      'sort_attribute_id',
      'sort_typology_id',
      'sort_descending',
      'group_attribute_id',
      'group_typology_id',
    ],
    refersTo: { sort_column_id: 'matrix_column' },
    json: { column: 'filter', holds: 'fragment query' },
  },
  matrix_row_code: { part: 'matrices', noun: 'code of a row', key: ['matrix_id', 'code_id'], ...list },
  matrix_column: { part: 'matrices', noun: 'column', ours: ['position', 'width'] },
  matrix_column_code: { part: 'matrices', noun: 'code of a column', key: ['column_id', 'code_id'], ...list },
  matrix_cell: {
    part: 'matrices',
    noun: 'cell',
    same: [['column_id', 'row_key']],
    uidsWithin: ['row_key'],
    stamps: ['updated_at', 'author_id'],
  },
  matrix_column_source: {
    part: 'matrices',
    noun: 'source of a column',
    key: ['column_id', 'source_id'],
    ...list,
  },
  reduction_step: { part: 'matrices', noun: 'step of a reduction' },
  cell_evidence: {
    part: 'matrices',
    noun: 'piece of evidence',
    key: ['cell_id', 'coding_id', 'source_cell_id'],
    same: [
      ['cell_id', 'coding_id'],
      ['cell_id', 'source_cell_id'],
    ],
  },
  cell_basis: {
    part: 'matrices',
    noun: 'basis of a cell',
    key: ['cell_id'],
    ours: ['quick'],
    stamps: ['input_hash', 'inputs', 'coder_id', 'at'],
    empty: ['quick'],
  },
  cell_confirmation: { part: 'matrices', noun: 'confirmation of a cell' },
  cell_sentence: {
    part: 'matrices',
    noun: 'sentence with its fragment',
    key: ['cell_id', 'sentence', 'coding_uid'],
    uids: ['coding_uid'],
  },
  cell_sentence_source: {
    part: 'matrices',
    noun: 'sentence with its cell',
    key: ['cell_id', 'sentence', 'source_uid'],
    uids: ['source_uid'],
  },
  check_assignment: {
    part: 'matrices',
    noun: 'assignment of a check',
    key: ['cell_id', 'checker_id'],
    stamps: ['assigned_by', 'at'],
  },
  cell_check: { part: 'matrices', noun: 'check of a cell' },
  case_narrative: {
    part: 'memos',
    noun: 'narrative of a case',
    same: [['participant_id']],
    stamps: ['updated_at', 'author_id'],
    owner: 'author_id',
  },
  typology: { part: 'matrices', noun: 'typology', name: 'name', ...list },
  type: { part: 'matrices', noun: 'type of cases', same: [['typology_id', 'name']], ...list },
  type_assignment: {
    part: 'matrices',
    noun: 'case of a type',
    same: [['typology_id', 'participant_id']],
    stamps: ['assigned_by', 'at'],
  },
  comparison_session: { part: 'comparisons', noun: 'comparison session', name: 'name' },
  comparison_coder: { part: 'comparisons', noun: 'coder of a session', key: ['session_id', 'position'] },
  comparison_transcript: {
    part: 'comparisons',
    noun: 'transcript of a session',
    key: ['session_id', 'transcript_id'],
  },
  comparison_frozen: {
    part: 'comparisons',
    noun: 'frozen coding of a session',
    key: ['session_id', 'position', 'version_id'],
  },
  comparison_decision: {
    part: 'comparisons',
    noun: 'decision about a difference',
    same: [['session_id', 'difference']],
  },
  comparison_codebook_change: { part: 'comparisons', noun: 'change of the codebook after a session' },
  comparison_result: { part: 'comparisons', noun: 'agreement of a session', key: ['session_id'] },
  memo: {
    part: 'memos',
    noun: 'memo',
    ours: ['created_at'],
    stamps: ['updated_at'],
    detach: ['coding_id'],
    json: { column: 'body', holds: 'uids' },
    owner: 'author_id',
  },
  memo_link: { part: 'memos', noun: 'link of a memo', key: ['memo_id', 'target_uid'], uids: ['target_uid'] },
  saved_query: {
    part: 'queries',
    noun: 'saved query',
    name: 'name',
    json: { column: 'definition', holds: 'fragment query' },
    ...list,
  },
  merge_event: { part: 'merging', noun: 'earlier merge' },
  merge_alias: { part: 'merging', noun: 'thing known under two ids', key: ['uid'], uids: ['same_as'] },
  merge_known: { part: 'merging', noun: 'earlier state', key: ['table_name', 'row_key', 'state'] },
  merge_kept: { part: 'merging', noun: 'kept alternative', same: [['table_name', 'row_key', 'state']] },
};

/** Tables that stay where they are, and why. */
export const notMerged: Readonly<Record<string, string>> = {
  change_group: 'The history of a file is of that file; the merge itself is one step of ours.',
  change: 'Belongs to the history.',
  undo_event: 'Belongs to the history.',
  check_package:
    'Only in the project of somebody who checks cells: what was sent to them, and is with its author.',
  package_verdict: 'Comes back in a package of checked cells, which is read where cells are checked.',
  sent_unit_list: 'Only in the project of a coder: the session whose units these are is with who sent them.',
  withdrawn:
    'Who withdrew in a copy is named in the preview, and withdrawn here by a person: that cannot be undone.',
  split_target: 'Which codes the keys 1 to 9 stand for while somebody splits a code: not a result.',
};
