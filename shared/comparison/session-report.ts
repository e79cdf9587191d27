import type { AgreementReport } from '../agreement/agreement-report.ts';
import type { GroupAgreement } from '../agreement/agreement-result.ts';
import { sayWhy, type Figure } from '../agreement/figure.ts';
import { sayWhyNoInterval } from '../agreement/intervals.ts';
import type { CellValue } from '../export/sheet.ts';
import type { SessionDifferences, SessionSummary } from './comparison-contract.ts';
import { methodsParagraph } from './methods-paragraph.ts';
import { differencesTable } from './report-differences.ts';

export interface ReportTable {
  /** Name of a sheet, heading of a table. */
  readonly name: string;
  /** What must stand beside the figures in it. */
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly numeric?: true }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A report before anybody decides what kind of file it becomes. */
export interface SessionReport {
  readonly title: string;
  readonly study: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
}

export function sessionReport(
  study: string,
  session: SessionSummary,
  agreement: AgreementReport,
  all: SessionDifferences,
): SessionReport {
  return {
    title: `Agreement: ${session.name}`,
    study,
    paragraphs: methodsParagraph(session, agreement, all),
    tables: [
      ...agreement.result.groups.map((group) => codesTable(agreement, group)),
      ...agreement.result.groups.slice(0, 1).map((group) => transcriptsTable(agreement, group)),
      discussionTable(all),
      differencesTable(all),
    ],
  };
}

const number = { width: 10, numeric: true } as const;

function groupName(agreement: AgreementReport, group: GroupAgreement): string {
  return group.coders.map((coder) => agreement.coders[coder] ?? '').join(', ');
}

function figureCell(figure: Figure): CellValue {
  return figure.value === null ? `undefined: ${sayWhy(figure.why)}` : rounded(figure.value);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function codesTable(agreement: AgreementReport, group: GroupAgreement): ReportTable {
  const coders = group.coders.map((coder) => agreement.coders[coder] ?? '');
  const hasUnits = agreement.unitKind !== 'free spans';
  const isTwo = coders.length === 2;
  const columns = [
    { title: 'Kind', width: 10 },
    { title: 'Code', width: 40 },
    ...coders.map((name) => ({ title: `${hasUnits ? 'Units' : 'Spans'} of ${name}`, ...number })),
    { title: 'All gave it', ...number },
    { title: 'Some gave it', ...number },
    { title: 'None gave it', ...number },
    { title: 'Prevalence', ...number },
    { title: 'Percent agreement', ...number },
    { title: 'Krippendorff’s alpha', ...number },
    { title: 'alpha, 95 % low', ...number },
    { title: 'alpha, 95 % high', ...number },
    { title: 'alpha, jackknife SE', ...number },
    { title: 'Gwet’s AC1', ...number },
    { title: isTwo ? 'Cohen’s kappa' : 'Fleiss’ kappa', ...number },
    { title: 'kappa max', ...number },
    { title: 'Scott’s pi', ...number },
    { title: 'Brennan-Prediger', ...number },
    { title: 'Holsti', ...number },
    { title: '|u-alpha', ...number },
    { title: 'u-alpha', ...number },
    { title: 'cu-alpha', ...number },
    { title: '(k)u-alpha, coverage', width: 40 },
    { title: 'In words', width: 60 },
  ];
  const units = group.units;
  return {
    name: `Agreement ${groupName(agreement, group)}`,
    caption: captionOf(agreement, group),
    columns,
    rows: group.variables.map((variable): readonly CellValue[] => [
      variable.kind,
      variable.kind === 'code' && variable.code !== null
        ? (agreement.codes[variable.code]?.path.join(' › ') ?? variable.name)
        : variable.name,
      ...(hasUnits ? variable.unitsCoded : variable.spansCoded),
      hasUnits ? variable.unitsAll : null,
      hasUnits ? variable.unitsSome : null,
      hasUnits ? units - variable.unitsAll - variable.unitsSome : null,
      variable.prevalence === null ? null : rounded(variable.prevalence),
      figureCell(variable.percent.figure),
      figureCell(variable.alpha.figure),
      variable.alpha.interval.low === null ? null : rounded(variable.alpha.interval.low),
      variable.alpha.interval.high === null ? null : rounded(variable.alpha.interval.high),
      variable.jackknife === null ? null : rounded(variable.jackknife.standardError),
      figureCell(variable.ac1.figure),
      figureCell(variable.kappa.figure),
      isTwo ? figureCell(variable.kappaMax) : null,
      isTwo ? figureCell(variable.pi) : null,
      figureCell(variable.brennanPrediger),
      isTwo && variable.holsti.why !== 'two coders only' ? figureCell(variable.holsti) : null,
      figureCell(variable.binaryU.figure),
      variable.u === null ? null : figureCell(variable.u.figure),
      variable.cu === null ? null : figureCell(variable.cu.figure),
      variable.kU
        .map(
          ({ name, figure, coverage }) =>
            `${name}: ${figureCell(figure) ?? ''} (${figureCell(coverage) ?? ''})`,
        )
        .join('; '),
      variable.explanation,
    ]),
  };
}

export function captionOf(agreement: AgreementReport, group: GroupAgreement): string {
  const { pooled } = group;
  return (
    `Before discussion. Coders: ${groupName(agreement, group)}. Transcripts: ${group.transcripts.length}. ` +
    `Units: ${agreement.unitKind}${agreement.unitKind === 'free spans' ? '' : `, ${agreement.overlap}, ${group.units}`}. ` +
    `Scope: ${agreement.withInterviewer ? 'all turns' : 'without the interviewer'}. Codebook: ${agreement.codebook}. ` +
    (pooled.alpha.interval.low === null
      ? `No intervals: ${sayWhyNoInterval(pooled.alpha.interval.why)}.`
      : `Intervals: percentile bootstrap over transcripts, ${agreement.result.resamples} resamples, seed ${agreement.result.seed}.`)
  );
}

function transcriptsTable(agreement: AgreementReport, group: GroupAgreement): ReportTable {
  return {
    name: 'Per transcript',
    caption: `All codes pooled: every unit × code counts alike. ${captionOf(agreement, group)}`,
    columns: [
      { title: 'Transcript', width: 24 },
      { title: 'Units', ...number },
      { title: 'Percent agreement', ...number },
      { title: 'Krippendorff’s alpha', ...number },
      { title: 'Gwet’s AC1', ...number },
      { title: '|u-alpha of any code', ...number },
    ],
    rows: group.byTranscript.map(({ transcript, units, percent, alpha, ac1, binaryU }) => [
      agreement.transcripts[transcript]?.title ?? '',
      units,
      figureCell(percent),
      figureCell(alpha),
      figureCell(ac1),
      figureCell(binaryU),
    ]),
  };
}

function discussionTable({ coders, discussion }: SessionDifferences): ReportTable {
  return {
    name: 'Discussion',
    caption:
      'After discussion: what was settled, who proposed and who yielded. Negotiated agreement is no measure of reliability.',
    columns: [
      { title: 'What', width: 40 },
      { title: 'Number', ...number },
    ],
    rows: [
      ['Differences', discussion.differences],
      ['Settled', discussion.settled],
      ['Unresolved', discussion.unresolved],
      ['Still open', discussion.open],
      [
        'Share of passages agreed on before discussion',
        discussion.before === null ? null : rounded(discussion.before),
      ],
      [
        'Share of passages agreed on after discussion',
        discussion.after === null ? null : rounded(discussion.after),
      ],
      ...discussion.byCoder.flatMap(
        ({ proposed, stood, yielded }, place): readonly (readonly CellValue[])[] => [
          [`${coders[place] ?? ''}: proposed`, proposed],
          [`${coders[place] ?? ''}: reading stood`, stood],
          [`${coders[place] ?? ''}: yielded`, yielded],
        ],
      ),
    ],
  };
}
