import { SITE_UID, type InputCode, type InputFragment } from '#shared/checking/cell-inputs.ts';
import type { InputDifference } from '#shared/checking/compare-inputs.ts';
import type { InputChange } from '#shared/checking/change-sentences.ts';
import { certaintyWord, poleWord } from '#shared/coding/mark-words.ts';
import { NONE_CLEARLY } from '#shared/matrices/traits.ts';
import { quotation } from '#shared/text/text-range.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowsOnceThere, type OnceThere } from '#electron/history/journal-rows.ts';
import { nameOfCell } from './cell-names-sql.ts';
import { shortFingerprint } from './fingerprint.ts';
import { listWordings, whereNow } from './inputs-sql.ts';
import { polesOf, wordingOf } from './quick-sums.ts';
import {
  cellWords,
  sitesNow,
  sourceOfVersion,
  typeById,
  valueOfCase,
  versionIdOf,
} from './tell-changes-sql.ts';

/**
 * Differences in the words of the people who must judge them. What is no longer in the tables is read from the journal;
 * a code that is gone has the name that it had then.
 */
export function tellChanges(
  db: ReadableDb,
  differences: readonly InputDifference[],
  codesThen: readonly InputCode[],
): readonly InputChange[] {
  const names = new Map(listWordings(db).map((code) => [code.uid, code]));
  const namesThen = new Map(codesThen.map(({ uid, name }) => [uid, name]));
  const codeName = (uid: string): string => names.get(uid)?.name ?? namesThen.get(uid) ?? 'a removed code';
  const gone = differences.flatMap((one) => (one.kind === 'fragment removed' ? [one.was.uid] : []));
  const places = new Map(
    (gone.length === 0 ? [] : whereNow(db, gone)).map((place) => [place.uid, place] as const),
  );
  const told = differences.flatMap((difference): InputChange[] => {
    switch (difference.kind) {
      case 'fragment added': {
        const { now } = difference;
        const { words, source } = said(db, now);
        return [{ kind: 'fragment added', words: words ?? '', code: codeName(now.codeUid), source }];
      }
      case 'fragment removed': {
        const { was } = difference;
        const { words, source } = said(db, was);
        if (words === null) return [];
        const code = codeName(was.codeUid);
        const now = places.get(was.uid);
        if (now === undefined) return [{ kind: 'fragment removed', words, code, source }];
        if (now.codeUid !== was.codeUid)
          return [{ kind: 'fragment recoded', words, before: code, after: codeName(now.codeUid), source }];
        const where =
          now.isLost === 1
            ? 'fragment lost'
            : now.isLeftOut === 1
              ? 'fragment left out'
              : 'fragment elsewhere';
        return [{ kind: where, words, code, source }];
      }
      case 'fragment reworded': {
        const before = said(db, difference.was);
        const { words, source } = said(db, difference.now);
        return [{ kind: 'fragment reworded', before: before.words, after: words ?? '', source }];
      }
      case 'fragment recoded': {
        const { was, now } = difference;
        const { words, source } = said(db, now);
        return [
          {
            kind: 'fragment recoded',
            words: words ?? '',
            before: codeName(was.codeUid),
            after: codeName(now.codeUid),
            source,
          },
        ];
      }
      case 'pole': {
        const { was, now } = difference;
        const code = names.get(now.codeUid);
        const { words, source } = said(db, now);
        return [
          {
            kind: 'pole',
            words: words ?? '',
            code: codeName(now.codeUid),
            source,
            before: poleWord(code, was.weight ?? null),
            after: poleWord(code, now.weight ?? null),
          },
        ];
      }
      case 'certainty': {
        const { was, now } = difference;
        const { words, source } = said(db, now);
        return [
          {
            kind: 'certainty',
            words: words ?? '',
            code: codeName(now.codeUid),
            source,
            before: certaintyWord(was.certainty ?? null),
            after: certaintyWord(now.certainty ?? null),
          },
        ];
      }
      case 'poles': {
        const { was, now } = difference;
        const code = names.get(now.uid);
        return [
          {
            kind: 'poles',
            code: now.name,
            before: oldPoles(db, now.id, was.poles ?? ''),
            after: code === undefined ? '' : polesOf(code) || 'no poles',
          },
        ];
      }
      case 'definition': {
        const { was, now } = difference;
        const code = names.get(now.uid);
        const before = oldWording(db, now.id, was.wording);
        const after = code === undefined ? (typeById(db, now.id)?.definition.trim() ?? '') : wordingOf(code);
        return [{ kind: 'definition', code: now.name, before, after }];
      }
      case 'value': {
        const one = difference.now ?? difference.was;
        if (one === null) return [];
        const live = valueOfCase(db, one.participantUid, one.attributeUid);
        if (live === undefined) return [{ kind: 'case removed', name: one.name }];
        const { participant: source, value: after } = live;
        if (difference.was === null) return [{ kind: 'value in', name: one.name, source, after }];
        const { id, value, attributeUid } = difference.was;
        const before = attributeUid === SITE_UID ? siteOf(db, value) : oldValue(db, id, value);
        if (difference.now === null && before === after)
          return [{ kind: 'value out', name: one.name, source, before }];
        return [{ kind: 'value', name: one.name, source, before, after }];
      }
      case 'cell added':
        return [{ kind: 'cell added', cell: cellName(db, difference.now.id, difference.now.column) }];
      case 'cell removed':
        return [{ kind: 'cell removed', cell: cellName(db, difference.was.id, difference.was.column) }];
      case 'cell changed': {
        const { was, now } = difference;
        return [
          {
            kind: 'cell changed',
            cell: cellName(db, now.id, now.column),
            before: oldClaim(db, now.id, was.claim),
            after: cellWords(db, now.uid) ?? '',
          },
        ];
      }
      case 'cell stale':
        return [{ kind: 'cell stale', cell: cellName(db, difference.now.id, difference.now.column) }];
    }
  });
  return [...told, ...withoutText(db, differences)];
}

/** Fragments whose whole text is gone. What was removed is in the journal; what was erased is nowhere. */
function withoutText(db: ReadableDb, differences: readonly InputDifference[]): readonly InputChange[] {
  const lost = differences.flatMap((difference) =>
    difference.kind === 'fragment removed' && said(db, difference.was).words === null ? [difference.was] : [],
  );
  const erased = lost.filter(({ id }) => rowsOnceThere(db, 'coding', id).length === 0).length;
  const removed = lost.length - erased;
  return [
    ...(removed === 0 ? [] : [{ kind: 'with its transcript', fragments: removed } as const]),
    ...(erased === 0 ? [] : [{ kind: 'withdrawn', fragments: erased } as const]),
  ];
}

/** The words of a fragment, there or gone, and where they are from; null when even the text is gone. */
function said(
  db: ReadableDb,
  { versionUid, start, end }: InputFragment,
): { readonly words: string | null; readonly source: string } {
  const versionId = versionIdOf(db, versionUid);
  const text = versionId === undefined ? undefined : textOfVersion(db, versionId);
  if (versionId === undefined || text === undefined) return { words: null, source: '' };
  return { words: quotation(text, { start, end }), source: sourceOfVersion(db, versionId) };
}

function cellName(db: ReadableDb, id: number, column: string): string {
  // The number of a cell as the inputs keep it; it may belong to no cell any more.
  return nameOfCell(db, id as Parameters<typeof nameOfCell>[1]) || `a removed cell of “${column}”`;
}

function oldWording(db: ReadableDb, id: number, wording: string): string | null {
  // The number may be that of a type of cases instead: the fingerprint tells.
  const texts = [
    ...rowsOnceThere(db, 'code', id).map(codeText),
    ...rowsOnceThere(db, 'type', id).map((row) => String(row['definition'] ?? '').trim()),
  ];
  return texts.find((text) => shortFingerprint(text) === wording) ?? null;
}

function oldPoles(db: ReadableDb, id: number, poles: string): string | null {
  if (poles === '') return 'no poles';
  return (
    rowsOnceThere(db, 'code', id)
      .map((row) => polesOf({ poleLow: textOrNull(row['pole_low']), poleHigh: textOrNull(row['pole_high']) }))
      .find((text) => shortFingerprint(text) === poles) ?? null
  );
}

function textOrNull(value: OnceThere[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function codeText(row: OnceThere): string {
  return wordingOf({
    definition: String(row['definition'] ?? ''),
    useWhen: String(row['use_when'] ?? ''),
    notWhen: String(row['not_when'] ?? ''),
  });
}

/** What a site is called now whose name in the inputs is a fingerprint; null for none, or one that was removed. */
function siteOf(db: ReadableDb, fingerprint: string): string | null {
  return sitesNow(db).find(({ uid }) => shortFingerprint(uid) === fingerprint)?.code ?? null;
}

function oldValue(db: ReadableDb, id: number | null, value: string): string | null {
  if (id === null) return null;
  const found = rowsOnceThere(db, 'attribute_value', id)
    .map((row) => String(row['value'] ?? ''))
    .find((text) => shortFingerprint(text) === value);
  return found ?? oldType(db, id, value);
}

/** The number may be that of a place in a typology instead: the fingerprint tells. */
function oldType(db: ReadableDb, id: number, value: string): string | null {
  if (value === shortFingerprint(NONE_CLEARLY)) return NONE_CLEARLY;
  for (const { type_id: typeId } of rowsOnceThere(db, 'type_assignment', id)) {
    if (typeof typeId !== 'number') continue;
    const type = typeById(db, typeId) ?? rowsOnceThere(db, 'type', typeId)[0];
    if (type !== undefined && shortFingerprint(String(type.uid)) === value) return String(type.name);
  }
  return null;
}

function oldClaim(db: ReadableDb, id: number, claim: string): string | null {
  const found = rowsOnceThere(db, 'matrix_cell', id).find(
    (row) =>
      shortFingerprint(
        JSON.stringify([
          row['summary'],
          row['rating'] ?? null,
          row['symbol'] ?? null,
          row['rationale'] ?? '',
        ]),
      ) === claim,
  );
  return found === undefined ? null : String(found['summary']);
}
