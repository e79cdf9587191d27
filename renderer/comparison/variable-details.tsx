import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { GroupAgreement, VariableAgreement } from '#shared/agreement/agreement-result.ts';
import { sayWhy, type Figure } from '#shared/agreement/figure.ts';
import { Button } from '../ui/button.tsx';
import { decimals, figureText, percentText } from './figure-text.ts';

interface VariableDetailsProps {
  readonly report: AgreementReport;
  readonly group: GroupAgreement;
  readonly variable: VariableAgreement;
  readonly onDifferences: (() => void) | null;
}

/** The counts behind the figures of one code, what the figures mean together, and the others of them. */
export function VariableDetails({ report, group, variable, onDifferences }: VariableDetailsProps) {
  const [first, second] = group.coders.map((coder) => report.coders[coder] ?? '');
  const { table, explanation, jackknife, poles, kU } = variable;
  return (
    <div className="variable-details">
      {explanation !== null && <p>{explanation}</p>}
      <div className="variable-parts">
        {table !== null && (
          <table className="two-by-two">
            <caption>
              {first} down, {second} across
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Of {first}</span>
                </th>
                <th scope="col">coded</th>
                <th scope="col">not</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">coded</th>
                <td>{table[1]?.[1]}</td>
                <td>{table[1]?.[0]}</td>
              </tr>
              <tr>
                <th scope="row">not</th>
                <td>{table[0]?.[1]}</td>
                <td>{table[0]?.[0]}</td>
              </tr>
            </tbody>
          </table>
        )}
        <dl className="variable-figures">
          {group.coders.length === 2 && (
            <>
              <More label="Scott’s π" figure={variable.pi} />
              <More label="κ at most, at these frequencies" figure={variable.kappaMax} />
              {variable.holsti.why !== 'two coders only' && (
                <More label="Holsti, of coded units" figure={variable.holsti} />
              )}
            </>
          )}
          <More label="Brennan–Prediger" figure={variable.brennanPrediger} />
          {jackknife !== null && (
            <div>
              <dt>α by jackknife over transcripts</dt>
              <dd>
                {decimals(jackknife.estimate)} (standard error {decimals(jackknife.standardError)})
              </dd>
            </div>
          )}
          {poles !== null && (
            <More
              label={`Poles, ordinal α over ${poles.units} units that both placed`}
              figure={poles.figure}
            />
          )}
          {kU.map(({ name, figure, coverage }) => (
            <More
              key={name}
              label={`(k)uα of ${name}, on ${percentText(coverage)} of its text`}
              figure={figure}
            />
          ))}
          {variable.contested > 0 && (
            <div>
              <dt>Units to which a coder gave two codes of the domain</dt>
              <dd>{variable.contested}; the one that covers more counts</dd>
            </div>
          )}
        </dl>
      </div>
      {onDifferences !== null && (
        <Button tone="quiet" onPress={onDifferences}>
          Show the differences
        </Button>
      )}
    </div>
  );
}

function More({ label, figure }: { readonly label: string; readonly figure: Figure }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {figureText(figure)}
        {figure.value === null && figure.why !== undefined ? `: ${sayWhy(figure.why)}` : ''}
      </dd>
    </div>
  );
}
