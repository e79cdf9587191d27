/** Whatever changes one of these changes what a session is, or how far its coders are. */
export const SESSION_TABLES = [
  'comparison_session',
  'comparison_transcript',
  'comparison_decision',
  'comparison_codebook_change',
  'finished_mark',
  'transcript',
  'coder',
];
