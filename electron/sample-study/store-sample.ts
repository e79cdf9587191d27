import { invariant, must } from '#shared/assert.ts';
import type { CodeId, CodingId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import { findTemplate } from '#shared/codebook/codebook-templates.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { storeCodebook } from '#electron/codebook/store-codebook.ts';
import { insertFinishedMark } from '#electron/coding/finished-marks-sql.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import { storeGuide } from '#electron/guide/guide-handlers.ts';
import { storeParticipantTable } from '#electron/participants/store-participant-table.ts';
import { addCoder } from '#electron/project/coders.ts';
import { listCoders } from '#electron/project/project-sql.ts';
import { storeTranscript } from '#electron/transcripts/store-transcript.ts';
import type { SampleCoding, SampleStudy } from './read-sample.ts';
import { storeChecks } from './store-checks.ts';
import { storeTypes } from './store-types.ts';
import { storeNarratives, storeThemes, type StoredCase } from './store-summaries.ts';

const TEMPLATE = 'networks-and-motives';

/** Stores the whole study inside the mutation that calls it: one step of undo. Coder A is the one who sits here. */
export function storeSample(context: MutationContext, { participants, cases, guide }: SampleStudy): void {
  storeGuide(context, guide.parts);
  const layers = layersOfCoders(context);
  const codes = storeCodebook(context, must(findTemplate(TEMPLATE), 'the template ships with the product'));
  const stored = storeParticipantTable(context, participants);
  const storedCases = cases.map((item): StoredCase => {
    const { code, fileName, text } = item;
    const { id, versionId } = storeTranscript(context, {
      title: code,
      fileName,
      text,
      participantCode: code,
    });
    markFinished(context, id, new Set(item.codings.map(({ coder }) => coder)));
    return {
      ...item,
      participantId: must(stored.participants.get(code), 'a case is a row of the table'),
      codings: item.codings.map((coding) => ({
        ...coding,
        id: storeQuotation(context, text, coding, {
          versionId,
          layerId: must(layers.get(coding.coder), 'every coder has a layer'),
          codeId: must(codes.get(coding.code), `the codebook has ${coding.code}`),
        }),
      })),
    };
  });
  const own = must(layers.get('A'), 'A has a layer');
  const cells = storeThemes(context, codes, own, storedCases);
  storeNarratives(context, storedCases);
  storeTypes(context, storedCases);
  storeChecks(context, cells, new Map(listCoders(context.db).map(({ name, id }) => [name, id])));
}

/** Whoever coded a transcript has finished it. */
function markFinished(context: MutationContext, id: TranscriptId, names: ReadonlySet<string>): void {
  for (const { id: coderId, name } of listCoders(context.db)) {
    if (names.has(name)) insertFinishedMark(context.db, coderId, id, context.now());
  }
}

function layersOfCoders(context: MutationContext): ReadonlyMap<string, LayerId> {
  addCoder(context, 'B');
  addCoder(context, 'C');
  return new Map(listCoders(context.db).map(({ name, layerId }) => [name, layerId]));
}

/** The data gives words, not positions: they stand exactly once in the transcript, so there is nothing to choose. */
function storeQuotation(
  context: MutationContext,
  text: string,
  { quote, weight, memo, translation }: SampleCoding,
  place: { readonly versionId: VersionId; readonly layerId: LayerId; readonly codeId: CodeId },
): CodingId {
  const start = text.indexOf(quote);
  invariant(start !== -1 && !text.includes(quote, start + 1), `this stands once in its transcript: ${quote}`);
  return storeCoding(context, {
    ...place,
    start,
    end: start + quote.length,
    weight: weight ?? null,
    memo,
    translation,
  });
}
