/**
 * Every table whose rows stand at a place of one version of a transcript, and how they follow when the text is corrected.
 * A test holds this list against the schema: a new table of that kind must say what becomes of its rows.
 */
export const anchoredTables = {
  /** Made anew from what stands in the new text; the old version keeps its own. */
  turn: 'structure',
  section: 'structure',
  /** The old version keeps its own; the new one gets those whose text is still there. */
  span: 'copied',
  /** The same row, in the new version; what is lost stays in the old one. */
  coding: 'moved',
  cue_decision: 'moved',
  /** About versions: what was compared was that text, and its figures stand. */
  correction: 'about versions',
  comparison_transcript: 'about versions',
  comparison_frozen: 'about versions',
  sent_unit_list: 'about versions',
} as const satisfies Readonly<Record<string, 'structure' | 'copied' | 'moved' | 'about versions'>>;
