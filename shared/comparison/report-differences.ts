import type { CellValue } from '../export/sheet.ts';
import type { SessionDifference, SessionDifferences } from './comparison-contract.ts';
import type { ReportTable } from './session-report.ts';

/** Every difference, with what each coder gave and how it was settled. */
export function differencesTable({
  coders,
  codes,
  transcripts,
  differences,
}: SessionDifferences): ReportTable {
  const names = new Map(codes.map(({ uid, name }) => [uid, name]));
  const titles = new Map(transcripts.map(({ id, title }) => [id, title]));
  return {
    name: 'Differences',
    caption:
      'All differences on independent codings, and how each was settled. Positions count UTF-16 code units of the text.',
    columns: [
      { title: 'Transcript', width: 14 },
      { title: 'Start', width: 8, numeric: true },
      { title: 'End', width: 8, numeric: true },
      { title: 'Kind', width: 16 },
      { title: 'Code', width: 28 },
      { title: 'Words', width: 60 },
      ...coders.map((name) => ({ title: `What ${name} gave`, width: 28 })),
      { title: 'Outcome', width: 18 },
      { title: 'Reason', width: 30 },
      { title: 'Proposed by', width: 14 },
      { title: 'Yielded', width: 14 },
    ],
    rows: differences.map((difference): readonly CellValue[] => [
      titles.get(difference.transcriptId) ?? '',
      difference.start,
      difference.end,
      difference.kind,
      difference.codeUids.map((uid) => names.get(uid) ?? '').join(' / '),
      difference.quotation,
      ...difference.sides.map((side) =>
        side.map(({ codeUid, start, end }) => `${names.get(codeUid) ?? ''} ${start}–${end}`).join('; '),
      ),
      ...outcomeOf(difference, coders),
    ]),
  };
}

function outcomeOf({ decision }: SessionDifference, coders: readonly string[]): readonly CellValue[] {
  if (decision === null) return ['open', '', '', ''];
  const { outcome, position, reason, proposedBy, yielded } = decision;
  return [
    outcome === 'one coder' ? `as ${coders[position ?? -1] ?? ''} has it` : outcome,
    reason,
    proposedBy === null ? '' : (coders[proposedBy] ?? ''),
    yielded.map((place) => coders[place] ?? '').join(', '),
  ];
}
