import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { GroupAgreement, VariableAgreement } from '#shared/agreement/agreement-result.ts';
import { sayWhy, type Figure } from '#shared/agreement/figure.ts';
import { sayWhyNoInterval } from '#shared/agreement/intervals.ts';
import { describeUnitRule, unitNoun, type OverlapRule, type UnitKind } from '#shared/agreement/unit-rules.ts';
import type { Client } from '#shared/contract/api.ts';
import { named, openFor } from './open-for.ts';
import { aligned, counted, type Report } from './report.ts';

export interface AgreementOptions {
  readonly coders?: readonly string[];
  readonly units: UnitKind;
  readonly rule: OverlapRule;
  readonly markedBy?: string;
  readonly interviewer?: boolean;
  readonly missing?: boolean;
  readonly seed: number;
}

/** Agreement of coders on what all of them have finished, as their codings are now. */
export async function agreement(api: Client, project: string, options: AgreementOptions): Promise<Report> {
  await openFor(api, project, undefined);
  const known = await api.project.coders({});
  const find = (name: string) => named('coder', name, known, (coder) => coder.name).id;
  const report = await api.agreement.between({
    coderIds: (options.coders ?? known.map(({ name }) => name)).map(find),
    unitKind: options.units,
    overlap: options.rule,
    unitCoderId: options.markedBy === undefined ? null : find(options.markedBy),
    withInterviewer: options.interviewer ?? false,
    allowMissing: options.missing ?? false,
    seed: options.seed,
  });
  return {
    lines: report.result.groups.flatMap((group) => linesOf(report, group)),
    result: { agreement: report },
  };
}

function linesOf(report: AgreementReport, group: GroupAgreement): readonly string[] {
  const coders = group.coders.map((coder) => report.coders[coder] ?? '');
  const hasUnits = report.unitKind !== 'free spans';
  const { interval } = group.pooled.alpha;
  const head = ['code', ...coders, 'prevalence', 'percent', 'alpha', '95 %', 'AC1', 'kappa', '|u-alpha'];
  const rows = group.variables
    .filter(({ kind, spansCoded }) => kind === 'code' && spansCoded.some((count) => count > 0))
    .map((variable): readonly string[] => [
      report.codes[variable.code ?? -1]?.path.join(' › ') ?? variable.name,
      ...(hasUnits ? variable.unitsCoded : variable.spansCoded).map(String),
      variable.prevalence === null ? '' : `${(variable.prevalence * 100).toFixed(1)} %`,
      ...figuresOf(variable),
    ]);
  return [
    `${coders.join(', ')}: ${counted(group.transcripts.length, 'transcript')}, ${hasUnits ? `${group.units} ${unitNoun(report.unitKind, group.units)}` : counted(group.characters, 'character')}; ` +
      `${describeUnitRule(report.unitKind, report.overlap)}; ${report.withInterviewer ? 'all turns' : 'without the interviewer'}; ${report.codebook}`,
    ...(group.transcripts.length === 0
      ? ['There is no transcript that all of them have finished.']
      : aligned([head, ...rows])),
    interval.low === null
      ? `No intervals: ${sayWhyNoInterval(interval.why)}.`
      : `Pooled alpha ${shown(group.pooled.alpha.figure)} (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})`,
    '',
  ];
}

function figuresOf({ percent, alpha, ac1, kappa, binaryU }: VariableAgreement): readonly string[] {
  const { low, high } = alpha.interval;
  return [
    shown(percent.figure),
    shown(alpha.figure),
    low === null ? '' : `${low.toFixed(3)} to ${high.toFixed(3)}`,
    shown(ac1.figure),
    shown(kappa.figure),
    shown(binaryU.figure),
  ];
}

function shown(figure: Figure): string {
  return figure.value === null
    ? `undefined (${sayWhy(figure.why).split(':')[0] ?? ''})`
    : figure.value.toFixed(3);
}
