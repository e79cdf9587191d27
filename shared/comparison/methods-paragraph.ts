import type { AgreementReport } from '../agreement/agreement-report.ts';
import { sayWhyNoInterval } from '../agreement/intervals.ts';
import { describeUnitRule, unitNoun } from '../agreement/unit-rules.ts';
import type { SessionDifferences, SessionSummary } from './comparison-contract.ts';

const two = (value: number): string => value.toFixed(2).replace('-', '−');
const share = (value: number | null): string => (value === null ? 'no' : `${(value * 100).toFixed(1)} %`);

/** Ready for the methods section: what was compared on what, what was found, and what discussion came to, apart. */
export function methodsParagraph(
  session: SessionSummary,
  report: AgreementReport,
  { discussion, agreed }: SessionDifferences,
): readonly string[] {
  const [all] = report.result.groups;
  const coders = report.coders;
  const sample =
    session.draw === null
      ? 'chosen by the researchers'
      : `drawn at random${session.draw.by === null ? '' : `, stratified by ${session.draw.by}`}, from ${session.draw.from} (seed ${session.draw.seed})`;
  const what =
    session.kind === 'practice'
      ? 'This was a practice round; its figures are not counted.'
      : session.kind === 'same coder'
        ? 'Earlier and later codings of one coder were compared (intra-coder agreement).'
        : `This was round ${session.round}${session.kind === 'drift' ? ', a check of drift' : ''}.`;
  const units = all === undefined ? 0 : all.units;
  return [
    `${coders.join(', ')} independently coded ${report.transcripts.length} ${report.transcripts.length === 1 ? 'transcript' : 'transcripts'}, ${sample}, ` +
      `with ${report.codebook} of the codebook (${report.codes.length} codes). ${what} ` +
      `Agreement was assessed ${report.unitKind === 'free spans' ? 'on' : `on ${units} ${unitNoun(report.unitKind, units)}:`} ${describeUnitRule(report.unitKind, report.overlap)}; ` +
      `each code was treated as its own yes/no variable. ${report.withInterviewer ? 'All turns were in scope.' : 'What the interviewer said was out of scope.'} ` +
      `Only transcripts that all coders had marked as finished were compared, and the codings were frozen before anybody compared them.`,
    ...(all === undefined ? [] : [found(report, all)]),
    `Discussion: of ${agreed + discussion.differences} passages the coders agreed on ${agreed} (${share(discussion.before)}) before discussion. ` +
      `${discussion.settled} of ${discussion.differences} differences were settled and ${discussion.unresolved} stayed unresolved; ` +
      `after discussion they agreed on ${share(discussion.after)}. This negotiated agreement is no measure of reliability, and codings of the consensus are in none of the coefficients.`,
    ...session.codebookChanges.map(
      ({ codeName, note, differences }) =>
        `Change of the codebook after this round, because of ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}: ${codeName}: ${note}`,
    ),
  ];
}

function found(report: AgreementReport, all: AgreementReport['result']['groups'][number]): string {
  const { pooled, variables } = all;
  const codes = variables.filter(({ kind }) => kind === 'code');
  const used = codes.filter(({ spansCoded }) => spansCoded.some((count) => count > 0));
  const main = (variable: (typeof codes)[number]): number | null =>
    report.unitKind === 'free spans' ? variable.binaryU.figure.value : variable.alpha.figure.value;
  const name = report.unitKind === 'free spans' ? '|u-alpha' : 'Krippendorff’s alpha';
  const values = used
    .map(main)
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
  const middle = values[Math.floor((values.length - 1) / 2)];
  const range =
    middle === undefined
      ? ''
      : `${name} per code (${values.length} codes for which it is defined) ran from ${two(values[0] ?? 0)} to ${two(values.at(-1) ?? 0)}, median ${two(middle)}. `;
  const { alpha, ac1, percent } = pooled;
  const together =
    alpha.figure.value === null
      ? ''
      : `All codes pooled (micro-pooling: every unit × code counts alike): ${share(percent.figure.value)} agreement, alpha ${two(alpha.figure.value)}` +
        (alpha.interval.low === null
          ? ''
          : `, 95 % interval ${two(alpha.interval.low)} to ${two(alpha.interval.high)}`) +
        `${ac1.figure.value === null ? '' : `, AC1 ${two(ac1.figure.value)}`}. `;
  const intervals =
    alpha.interval.low === null
      ? `No intervals are given: ${sayWhyNoInterval(alpha.interval.why)}.`
      : `Intervals come from ${report.result.resamples} resamples of whole transcripts (percentile method, seed ${report.result.seed}).`;
  return `${range}${together}${intervals} ${codes.length - used.length} codes were used by nobody; for these the coefficients are undefined.`;
}
