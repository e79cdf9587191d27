import { useState } from 'react';
import { bandCaveats, bandings } from '#shared/agreement/bands.ts';
import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { GroupAgreement } from '#shared/agreement/agreement-result.ts';
import { sayWhyNoInterval } from '#shared/agreement/intervals.ts';
import { describeUnitRule, unitNoun } from '#shared/agreement/unit-rules.ts';
import type { SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { AgreementOfTranscripts } from './agreement-of-transcripts.tsx';
import { decimals, figureText, intervalText, percentText } from './figure-text.ts';
import { useComparison } from './comparison-store.ts';
import { useAgreement } from './use-agreement.ts';

type Level = 'code' | 'parent' | 'domain' | 'transcript';

export function AgreementView({ session }: { readonly session: SessionSummary }) {
  const { value: report, error } = useAgreement(session);
  const [place, setPlace] = useState(0);
  const banding = useComparison((state) => state.banding);
  const [level, setLevel] = useState<Level>('code');
  if (error !== null) {
    const { title, advice } = errorSentence(error.toWire());
    return <EmptyState title={title}>{advice}</EmptyState>;
  }
  if (report === undefined) {
    return (
      <p className="comparison-waiting muted" role="status">
        Measuring agreement, with 2,000 resamples of the transcripts. You can go on working.
      </p>
    );
  }
  const group = report.result.groups[place] ?? report.result.groups[0];
  if (group === undefined) return null;
  const levels: readonly { readonly value: Level; readonly label: string }[] = [
    { value: 'code', label: 'Per code' },
    { value: 'parent', label: 'Per parent code' },
    ...(group.variables.some(({ kind }) => kind === 'domain')
      ? [{ value: 'domain' as const, label: 'Per exclusive domain' }]
      : []),
    { value: 'transcript', label: 'Per transcript' },
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so with the keyboard
    <div className="agreement" tabIndex={0} role="region" aria-label="Agreement">
      <div className="agreement-choices">
        {report.result.groups.length > 1 && (
          <Select
            label="Coders"
            hideLabel
            choices={report.result.groups.map(({ coders }, index) => ({
              value: index,
              label:
                coders.length === report.coders.length
                  ? `All ${coders.length} coders`
                  : coders.map((coder) => report.coders[coder] ?? '').join(' and '),
            }))}
            value={place}
            onChange={setPlace}
          />
        )}
        <Select label="Level" hideLabel choices={levels} value={level} onChange={setLevel} />
        <Select
          label="Bands"
          hideLabel
          choices={bandings.map((value) => ({
            value,
            label: value === 'none' ? 'Figures without names' : `Named after ${value}`,
          }))}
          value={banding}
          onChange={(value) => useComparison.setState({ banding: value })}
        />
      </div>
      {banding !== 'none' && (
        <p className="agreement-caveat" role="note">
          {bandCaveats[banding]}
        </p>
      )}
      <Scope session={session} report={report} group={group} />
      {level === 'transcript' ? (
        <AgreementOfTranscripts report={report} group={group} />
      ) : (
        <AgreementTable report={report} group={group} kind={level} />
      )}
    </div>
  );
}

/** What has to stand beside every figure. */
function Scope({
  session,
  report,
  group,
}: {
  readonly session: SessionSummary;
  readonly report: AgreementReport;
  readonly group: GroupAgreement;
}) {
  const { pooled } = group;
  const coders = group.coders.map((coder) => report.coders[coder] ?? '');
  return (
    <div className="agreement-scope">
      <p>
        <strong>Before discussion.</strong> {coders.join(', ')} on {group.transcripts.length}{' '}
        {group.transcripts.length === 1 ? 'transcript' : 'transcripts'}
        {report.unitKind === 'free spans'
          ? ` with ${group.characters.toLocaleString('en-GB')} characters in scope`
          : ` with ${group.units.toLocaleString('en-GB')} ${unitNoun(report.unitKind, group.units)}`}
        . Units: {describeUnitRule(report.unitKind, report.overlap)}
        {report.unitCoder === null ? '' : ` (${report.unitCoder})`}. Scope:{' '}
        {report.withInterviewer ? 'all turns' : 'without the interviewer'}, without excluded stretches
        {report.structuralLeftOut === 0 ? '' : `, without ${report.structuralLeftOut} structural codes`}.
        Codebook: {report.codebook}. {session.kind === 'practice' ? 'Practice round: never counted.' : ''}
      </p>
      {pooled.alpha.figure.value !== null && (
        <p>
          All codes pooled (every unit × code counts alike): {percentText(pooled.percent.figure)} agreement, α{' '}
          {figureText(pooled.alpha.figure)}
          {pooled.alpha.interval.low === null ? '' : ` (${intervalText(pooled.alpha)})`}, AC1{' '}
          {figureText(pooled.ac1.figure)}.
          {pooled.meanAlpha === null
            ? ''
            : ` Mean of the α of ${pooled.codesWithAlpha} codes, each counting alike: ${decimals(pooled.meanAlpha)}.`}
        </p>
      )}
      <p className="muted">
        {pooled.alpha.interval.low === null
          ? `No intervals: ${sayWhyNoInterval(pooled.alpha.interval.why)}.`
          : `Intervals: 95 %, ${report.result.resamples.toLocaleString('en-GB')} resamples of whole transcripts, seed ${report.result.seed}.`}
        {report.leftOut.length === 0
          ? ''
          : ` Left out, because not all have finished them: ${report.leftOut.map(({ title, missing }) => `${title} (${missing.join(', ')})`).join('; ')}.`}
      </p>
    </div>
  );
}
