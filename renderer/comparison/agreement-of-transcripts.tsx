import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { GroupAgreement } from '#shared/agreement/agreement-result.ts';
import { figureText, percentText } from './figure-text.ts';

interface AgreementOfTranscriptsProps {
  readonly report: AgreementReport;
  readonly group: GroupAgreement;
}

/** All codes together in each transcript: where coders drift apart. */
export function AgreementOfTranscripts({ report, group }: AgreementOfTranscriptsProps) {
  return (
    <table className="comparison-table">
      <caption>All codes pooled: every unit × code counts alike. |uα is about any code against none.</caption>
      <thead>
        <tr>
          {['Transcript', 'Units', 'Percent', 'α', 'AC1', '|uα'].map((title, index) => (
            <th key={title} scope="col" className={index === 0 ? undefined : 'number'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.byTranscript.map(({ transcript, units, percent, alpha, ac1, binaryU }) => (
          <tr key={transcript}>
            <th scope="row">{report.transcripts[transcript]?.title}</th>
            <td className="number">{units}</td>
            <td className="number">{percentText(percent)}</td>
            <td className="number">{figureText(alpha)}</td>
            <td className="number">{figureText(ac1)}</td>
            <td className="number">{figureText(binaryU)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
