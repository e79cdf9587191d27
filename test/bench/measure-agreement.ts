import type { Client } from '#shared/contract/api.ts';
import { must } from '#shared/assert.ts';
import { RESAMPLES } from '#shared/agreement/intervals.ts';
import { compare, type Measured } from './measure.ts';
import { rawAgreement } from './raw-agreement.ts';
import type { RawStudy } from './raw-study.ts';
import type { MeasuredSize } from './sizes.ts';

/**
 * Two coders over all transcripts, every code with intervals: α, AC1, κ, percent and |uα, per parent too. The plain
 * JavaScript beside it does α alone. Both must come to the same α for every code.
 */
export async function measureAgreementOf(
  size: MeasuredSize,
  api: Client,
  raw: RawStudy,
): Promise<Measured | null> {
  const coders = (await api.project.coders({})).slice(0, 2);
  const [one, other] = coders;
  if (size === 'L' || one === undefined || other === undefined) return null;
  const seated = (await api.project.current({}))?.coderId ?? null;
  for (const { id: transcriptId } of await api.transcripts.list({})) {
    for (const { id: coderId } of coders) {
      await api.project.chooseCoder({ coderId });
      await api.coding.markFinished({ transcriptId });
    }
  }
  // Who sat here before sits here again: what is measured next is theirs.
  if (seated !== null) await api.project.chooseCoder({ coderId: seated });
  const coderIds = coders.map(({ id }) => id);
  const report = await api.agreement.between({ coderIds });
  const plain = rawAgreement(raw, [one.layerId, other.layerId], 1);
  const codes = await api.codebook.list({});
  for (const variable of must(report.result.groups[0], 'two coders are a group').variables) {
    if (variable.kind !== 'code' || variable.code === null) continue;
    const code = codes[variable.code];
    const expected = plain.get(code?.id ?? 0) ?? Number.NaN;
    const found = variable.alpha.figure.value ?? Number.NaN;
    if (Math.abs(found - expected) > 1e-9 || Number.isNaN(found) !== Number.isNaN(expected)) {
      throw new Error(`α of ${variable.name} differs: Crosscase says ${found}, but it should be ${expected}`);
    }
  }
  return compare({
    name: 'agreement of two coders with intervals (raw: α alone)',
    repetitions: { S: 5, M: 3 }[size],
    crosscase: () => api.agreement.between({ coderIds }),
    raw: () => rawAgreement(raw, [one.layerId, other.layerId], RESAMPLES),
  });
}
