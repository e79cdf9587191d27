/** Whatever changes one of these changes the list of differences. */
export const DIFFERENCE_TABLES = [
  'comparison_decision',
  'comparison_session',
  'comparison_frozen',
  'code',
  'coder',
];
