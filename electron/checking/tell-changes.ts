import type { InputFragment } from '#shared/checking/cell-inputs.ts';
import type { InputDifference } from '#shared/checking/compare-inputs.ts';
import type { InputChange } from '#shared/checking/change-sentences.ts';
import { quotation } from '#shared/text/text-range.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { nameOfCell } from './cell-names-sql.ts';
import { shortFingerprint } from './fingerprint.ts';
import { listWordings } from './inputs-sql.ts';
import { rowsOnceThere, type OnceThere } from '#electron/history/journal-rows.ts';
import { wordingOf } from './quick-sums.ts';
import { cellWords, sourceOfVersion, versionIdOf, valueOfCase } from './tell-changes-sql.ts';

/** Differences in the words of the people who must judge them. What is no longer in the tables is read from the journal. */
export function tellChanges(db: ReadableDb, differences: readonly InputDifference[]): readonly InputChange[] {
  const names = new Map(listWordings(db).map((code) => [code.uid, code]));
  const codeName = (uid: string): string => names.get(uid)?.name ?? 'a removed code';
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
        return [{ kind: 'fragment removed', words, code: names.get(was.codeUid)?.name ?? null, source }];
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
      case 'definition': {
        const { was, now } = difference;
        const code = names.get(now.uid);
        const before = oldWording(db, now.id, was.wording);
        return [{ kind: 'definition', code: now.name, before, after: code ? wordingOf(code) : '' }];
      }
      case 'value': {
        const one = difference.now ?? difference.was;
        if (one === null) return [];
        const live = valueOfCase(db, one.participantUid, one.attributeUid);
        const before = difference.was === null ? null : oldValue(db, difference.was.id, difference.was.value);
        if (live === undefined) return [];
        return [{ kind: 'value', name: one.name, source: live.participant, before, after: live.value }];
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
  const erased = differences.filter(
    (difference) => difference.kind === 'fragment removed' && said(db, difference.was).words === null,
  ).length;
  return erased === 0 ? told : [...told, { kind: 'withdrawn', fragments: erased }];
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
  const found = rowsOnceThere(db, 'code', id).find((row) => shortFingerprint(codeText(row)) === wording);
  return found === undefined ? null : codeText(found);
}

function codeText(row: OnceThere): string {
  return wordingOf({
    definition: String(row['definition'] ?? ''),
    useWhen: String(row['use_when'] ?? ''),
    notWhen: String(row['not_when'] ?? ''),
  });
}

function oldValue(db: ReadableDb, id: number | null, value: string): string | null {
  if (id === null) return null;
  const found = rowsOnceThere(db, 'attribute_value', id)
    .map((row) => String(row['value'] ?? ''))
    .find((text) => shortFingerprint(text) === value);
  return found ?? null;
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
