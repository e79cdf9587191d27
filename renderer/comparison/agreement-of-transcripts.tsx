import { Fragment, useState } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { GroupAgreement } from '#shared/agreement/agreement-result.ts';
import { figureText, percentText } from './figure-text.ts';

interface AgreementOfTranscriptsProps {
  readonly report: AgreementReport;
  readonly group: GroupAgreement;
}

/** All codes together in each transcript: where coders drift apart. */
export function AgreementOfTranscripts({ report, group }: AgreementOfTranscriptsProps) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <table className="comparison-table">
      <caption>
        All codes pooled: every unit × code counts alike. |uα is about any code against none. A transcript
        opens on its codes.
      </caption>
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
        {group.byTranscript.map(({ transcript, units, percent, alpha, ac1, binaryU, codes = [] }) => (
          <Fragment key={transcript}>
            <tr>
              <th scope="row">
                <button
                  type="button"
                  className="table-link"
                  aria-expanded={open === transcript}
                  onClick={() => setOpen(open === transcript ? null : transcript)}
                >
                  {open === transcript ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
                  {report.transcripts[transcript]?.title}
                </button>
              </th>
              <td className="number">{units}</td>
              <td className="number">{percentText(percent)}</td>
              <td className="number">{figureText(alpha)}</td>
              <td className="number">{figureText(ac1)}</td>
              <td className="number">{figureText(binaryU)}</td>
            </tr>
            {open === transcript &&
              codes.map((each) => (
                <tr key={each.code} className="agreement-of-code">
                  <th scope="row">{report.codes[each.code]?.path.at(-1)}</th>
                  <td className="number">{units}</td>
                  <td className="number">{percentText(each.percent)}</td>
                  <td className="number">{figureText(each.alpha)}</td>
                  <td className="number">{figureText(each.ac1)}</td>
                  <td className="number">{figureText(each.binaryU)}</td>
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
