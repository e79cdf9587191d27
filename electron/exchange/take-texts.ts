import type { ForeignPassage, ForeignProject, ForeignText } from '#shared/exchange/foreign-project.ts';
import type { TextReport } from '#shared/exchange/import-report.ts';
import { findWords } from '#shared/exchange/quoted-words.ts';
import { shorten, snapOutwards } from '#shared/text/graphemes.ts';
import { isRangeOf, type TextRange } from '#shared/text/text-range.ts';
import type { CodingId, VersionId } from '#shared/ids.ts';
import { must } from '#shared/assert.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import { storeCoding } from '#electron/coding/store-coding.ts';
import { requireParticipant } from '#electron/participants/participants-sql.ts';
import { hashOfText, storeTranscript } from '#electron/transcripts/store-transcript.ts';
import { codingKeys, presentTranscripts, type PresentTranscript } from './exchange-sql.ts';
import { coderOf } from './take-coders.ts';
import type { TakenCases } from './take-cases.ts';
import type { Taking } from './taking.ts';

/** Texts become transcripts, and what is coded in them codings. Returns what to say about each text. */
export function takeTexts(
  taking: Taking,
  { texts }: ForeignProject,
  cases: TakenCases,
): readonly TextReport[] {
  const present = presentTranscripts(taking.context.db);
  return texts.map((text) => {
    const { versionId, isEdited } = takeText(taking, text, present, cases);
    return takePassages(taking, text, versionId, isEdited);
  });
}

/**
 * A text is known by its guid, and by its content: the same words are the same interview, whatever they are called. A
 * text that was edited here since it was imported keeps our words.
 */
function takeText(
  taking: Taking,
  text: ForeignText,
  present: readonly PresentTranscript[],
  cases: TakenCases,
): { readonly versionId: VersionId; readonly isEdited: boolean } {
  const { context, tally, findings } = taking;
  const sha256 = hashOfText(text.text);
  const byUid = present.find(({ uid }) => uid === text.guid);
  const same = byUid ?? present.find((transcript) => transcript.sha256 === sha256);
  if (same !== undefined) {
    tally.add('transcripts', byUid === undefined ? 'joined' : 'present');
    taking.transcripts.set(text.guid, { id: same.id, versionId: same.versionId });
    const isEdited = same.sha256 !== sha256;
    if (isEdited)
      findings.add(
        'kept otherwise',
        'Texts that have other words here: ours were kept, and passages were found by their words.',
        same.title,
      );
    return { versionId: same.versionId, isEdited };
  }
  const participantId = cases.participantOf(text.guid);
  const stored = storeTranscript(context, {
    uid: text.guid,
    title: text.name,
    fileName: text.name,
    text: text.text,
    participantCode: participantId === null ? '' : requireParticipant(context.db, participantId).code,
  });
  tally.add('transcripts', 'added');
  taking.transcripts.set(text.guid, { id: stored.id, versionId: stored.versionId });
  return { versionId: stored.versionId, isEdited: false };
}

function takePassages(
  taking: Taking,
  text: ForeignText,
  versionId: VersionId,
  isEdited: boolean,
): TextReport {
  const here = isEdited
    ? must(textOfVersion(taking.context.db, versionId), 'it was found just now')
    : text.text;
  const keys = new Map(codingKeys(taking.context.db, versionId));
  const report = { byPosition: 0, byWords: 0, doubtful: 0, nowhere: 0 };
  const count = {
    position: 'byPosition',
    words: 'byWords',
    doubtful: 'doubtful',
    nowhere: 'nowhere',
  } as const;
  const transcript = must(taking.transcripts.get(text.guid), 'takeText put it there');
  for (const passage of text.passages) {
    const placed = isEdited ? placeInEdited(text, here, passage) : passage;
    report[count[placed.placing]] += 1;
    const words =
      passage.range === null ? passage.words : text.text.slice(passage.range.start, passage.range.end);
    taking.passages.set(passage.guid, { transcriptId: transcript.id, words });
    if (placed.placing === 'doubtful')
      taking.findings.add(
        'kept otherwise',
        'Passages that hold other words than the file quotes, placed by their position: look at these.',
        `${text.name}: “${shorten(passage.words, 60)}”`,
      );
    storeCodings(taking, text, passage, placed.range, versionId, here, keys);
  }
  return { title: text.name, decision: text.decision, ...report };
}

/** By its words alone: positions of the file mean nothing in another text. */
function placeInEdited(
  text: ForeignText,
  here: string,
  passage: ForeignPassage,
): Pick<ForeignPassage, 'range' | 'placing'> {
  const words =
    passage.range === null ? passage.words : text.text.slice(passage.range.start, passage.range.end);
  const found = findWords(here, words, passage.range?.start ?? 0);
  return found === null
    ? { range: null, placing: 'nowhere' }
    : { range: snapOutwards(here, found), placing: 'words' };
}

function storeCodings(
  taking: Taking,
  text: ForeignText,
  passage: ForeignPassage,
  range: TextRange | null,
  versionId: VersionId,
  here: string,
  keys: Map<string, CodingId>,
): void {
  const { context, tally, findings, known } = taking;
  for (const coding of passage.codings) {
    const present = known.codings.get(coding.guid);
    if (present !== undefined) {
      taking.codings.set(coding.guid, present);
      tally.add('codings', 'present');
      continue;
    }
    const codeId = taking.codes.get(coding.codeGuid);
    const where = `${text.name}: “${shorten(passage.words, 60)}”`;
    if (codeId === undefined) {
      findings.add('left out', 'Codings with a code that the file does not list.', where);
      tally.add('codings', 'leftOut');
      continue;
    }
    if (range === null || !isRangeOf(here, range)) {
      findings.add('left out', 'Codings whose passage is not in the text.', where);
      tally.add('codings', 'leftOut');
      continue;
    }
    const layerId = must(taking.layers.get(coderOf(taking, coding.userGuid)), 'every coder has a layer');
    const key = `${range.start} ${range.end} ${codeId} ${layerId}`;
    const twin = keys.get(key);
    if (twin !== undefined) {
      taking.codings.set(coding.guid, twin);
      tally.add('codings', 'joined');
      continue;
    }
    const id = storeCoding(context, {
      uid: coding.guid,
      layerId,
      versionId,
      codeId,
      start: range.start,
      end: range.end,
      ...(coding.at === null ? {} : { createdAt: coding.at }),
    });
    keys.set(key, id);
    taking.codings.set(coding.guid, id);
    tally.add('codings', 'added');
  }
}
