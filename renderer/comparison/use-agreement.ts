import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { SessionSummary } from '#shared/comparison/comparison-contract.ts';
import { api } from '../api/api.ts';
import { useLive, type Live } from '../api/use-live.ts';

/** Measured on a worker the first time, and kept with the session: afterwards it is there at once. */
export function useAgreement(session: SessionSummary): Live<AgreementReport> {
  return useLive(() => api.comparison.agreement({ id: session.id }), ['comparison_frozen'], [session.id]);
}
