import { Fragment, useState } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { bandOf } from '#shared/agreement/bands.ts';
import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { Estimate, GroupAgreement, VariableAgreement } from '#shared/agreement/agreement-result.ts';
import { showDifferences, useComparison } from './comparison-store.ts';
import { figureNote, figureText, intervalText, percentText, shareText } from './figure-text.ts';
import { VariableDetails } from './variable-details.tsx';

interface AgreementTableProps {
  readonly report: AgreementReport;
  readonly group: GroupAgreement;
  readonly kind: 'code' | 'parent' | 'domain';
}

export function AgreementTable({ report, group, kind }: AgreementTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const variables = group.variables.filter((variable) => variable.kind === kind);
  const hasUnits = report.unitKind !== 'free spans';
  const isTwo = group.coders.length === 2;
  const columns = 8 + (kind === 'domain' ? 2 : 0) + (hasUnits ? 4 : 0);
  return (
    <table className="comparison-table agreement-table">
      <thead>
        <tr>
          <th scope="col">{kind === 'domain' ? 'Domain' : 'Code'}</th>
          {group.coders.map((coder) => (
            <th key={coder} scope="col" className="number">
              {report.coders[coder]}
            </th>
          ))}
          {hasUnits && (
            <>
              <th scope="col" className="number">
                {isTwo ? 'Both' : 'All'}
              </th>
              <th scope="col" className="number" title="Given by some and not by all">
                Some
              </th>
            </>
          )}
          <th scope="col" className="number" title="Share of all judgements that are “coded”">
            Prevalence
          </th>
          {hasUnits && (
            <>
              <th scope="col" className="number">
                Percent
              </th>
              <th scope="col" className="number" title="Krippendorff’s α, nominal">
                α
              </th>
              <th scope="col" className="number">
                95 %
              </th>
              <th scope="col" className="number" title="Gwet’s AC1">
                AC1
              </th>
              <th scope="col" className="number" title={isTwo ? 'Cohen’s κ' : 'Fleiss’ κ'}>
                κ
              </th>
            </>
          )}
          <th
            scope="col"
            className="number"
            title="Agreement on which text has the code, however it is divided"
          >
            |uα
          </th>
          {!hasUnits && (
            <th scope="col" className="number">
              95 %
            </th>
          )}
          {kind === 'domain' && (
            <>
              <th scope="col" className="number" title="Boundaries and codes">
                uα
              </th>
              <th scope="col" className="number" title="Codes, on text that both found relevant">
                cuα
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {variables.map((variable) => {
          const id = `${variable.kind} ${variable.name} ${variable.code ?? ''}`;
          const isOpen = open === id;
          return (
            <Fragment key={id}>
              <tr data-unused={variable.spansCoded.every((count) => count === 0) || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="table-link"
                    aria-expanded={isOpen}
                    onClick={() => setOpen(isOpen ? null : id)}
                  >
                    {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
                    {variable.name}
                  </button>
                </th>
                {group.coders.map((coder, place) => (
                  <td key={coder} className="number">
                    {(hasUnits ? variable.unitsCoded : variable.spansCoded)[place]}
                  </td>
                ))}
                {hasUnits && (
                  <>
                    <td className="number">{variable.unitsAll}</td>
                    <td className="number">{variable.unitsSome}</td>
                  </>
                )}
                <td className="number">{shareText(variable.prevalence)}</td>
                {hasUnits && (
                  <>
                    <td className="number">{percentText(variable.percent.figure)}</td>
                    <FigureCell estimate={variable.alpha} of="α" />
                    <td className="number interval">{intervalText(variable.alpha)}</td>
                    <FigureCell estimate={variable.ac1} />
                    <FigureCell estimate={variable.kappa} of="κ" />
                  </>
                )}
                <FigureCell estimate={variable.binaryU} of="α" />
                {!hasUnits && <td className="number interval">{intervalText(variable.binaryU)}</td>}
                {kind === 'domain' && variable.u !== null && <FigureCell estimate={variable.u} />}
                {kind === 'domain' && variable.cu !== null && <FigureCell estimate={variable.cu} />}
              </tr>
              {isOpen && (
                <tr className="agreement-details">
                  <td colSpan={columns + group.coders.length}>
                    <VariableDetails
                      report={report}
                      group={group}
                      variable={variable}
                      onDifferences={differencesOf(report, variable)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function differencesOf(report: AgreementReport, { code }: VariableAgreement): (() => void) | null {
  const uid = code === null ? undefined : report.codes[code]?.uid;
  return uid === undefined ? null : () => showDifferences({ codeUid: uid });
}

function FigureCell({ estimate, of }: { readonly estimate: Estimate; readonly of?: 'κ' | 'α' }) {
  const banding = useComparison((state) => state.banding);
  // Each was made for one coefficient; beside another it would say nothing.
  const fits = (banding === 'Krippendorff' && of === 'α') || (banding === 'Landis & Koch' && of === 'κ');
  const band = fits ? bandOf(banding, estimate.figure.value) : null;
  return (
    <td
      className="number"
      title={figureNote(estimate)}
      data-undefined={estimate.figure.value === null || undefined}
    >
      {figureText(estimate.figure)}
      {band !== null && <span className="figure-band">{band}</span>}
    </td>
  );
}
