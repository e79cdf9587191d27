import type { Findings } from '#shared/exchange/findings.ts';
import type { ForeignNote, ForeignPassage, ForeignText } from '#shared/exchange/foreign-project.ts';
import { NOTHING_TO_DECIDE } from '#shared/exchange/decide-positions.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { derivedGuid } from './derived-guid.ts';
import { codingRows, type GatheredCoding, type TranscriptRow } from './gather-sql.ts';
import { NOTE_MARK } from './note-mark.ts';

/** Codings of one passage share a selection, as the standard means it; its guid follows from where it is. */
export function gatherText(
  db: ReadableDb,
  { uid, title, text, versionId, versionUid }: TranscriptRow,
  uids: ReadonlyMap<number, string>,
  notes: ForeignNote[],
  findings: Findings,
): ForeignText {
  const byRange = Map.groupBy(codingRows(db, versionId), ({ start, end }) => `${start} ${end}`);
  const passages = [...byRange.values()].map((codings): ForeignPassage => {
    const { start, end } = codings[0] ?? { start: 0, end: 0 };
    for (const coding of codings) {
      const details = detailsOf(coding);
      if (details === '') continue;
      findings.add(
        'kept otherwise',
        'Poles, certainty, translations and memos of codings are written as notes.',
        title,
      );
      notes.push({
        guid: derivedGuid('details of a coding', coding.uid),
        name: `${NOTE_MARK}details of a coding`,
        text: details,
        userGuid: coding.coderUid,
        at: coding.createdAt,
        about: [coding.uid],
      });
    }
    return {
      guid: derivedGuid('passage', versionUid, start, end),
      range: { start, end },
      placing: 'position',
      words: text.slice(start, end),
      description: '',
      codings: codings.map(({ uid: guid, codeId, coderUid, layer, createdAt }) => {
        if (coderUid === null)
          findings.add('kept otherwise', 'Codings of a consensus are written without a coder.', layer);
        return { guid, codeGuid: uids.get(codeId) ?? '', userGuid: coderUid, at: createdAt };
      }),
    };
  });
  return { guid: uid, name: title, description: '', text, values: [], passages, decision: NOTHING_TO_DECIDE };
}

const CERTAINTY = ['', 'unsure', 'fairly sure', 'sure'];

function detailsOf({ weight, certainty, goodQuotation, memo, translation }: GatheredCoding): string {
  return [
    weight === null ? '' : `Pole: ${weight < 0 ? 'low' : weight > 0 ? 'high' : 'both'} (${weight})`,
    certainty === null ? '' : `Certainty: ${CERTAINTY[certainty] ?? certainty}`,
    goodQuotation === 1 ? 'Good quotation' : '',
    translation === '' ? '' : `Translation: ${translation}`,
    memo === '' ? '' : `Memo: ${memo}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
