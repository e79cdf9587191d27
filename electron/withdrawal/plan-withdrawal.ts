import { AppError } from '#shared/contract/errors.ts';
import type { ParticipantId } from '#shared/ids.ts';
import { WordsOfPerson } from '#shared/withdrawal/words-of-person.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import {
  codeOf,
  placesOf,
  rowsReferring,
  rowsThatReferred,
  textOfVersion,
  textsOfOtherVersions,
  textsOfVersions,
  uidsOf,
} from './withdrawal-sql.ts';
import { tableRules } from './table-rules.ts';

export interface Erasure {
  /** The ids of all rows that go, there or known to the journal alone, by table. */
  readonly gone: ReadonlyMap<string, ReadonlySet<number>>;
  readonly words: WordsOfPerson;
}

export interface WithdrawalPlan extends Erasure {
  readonly code: string;
}

/** Follows the references from the participant to everything that is theirs. */
export function planWithdrawal(db: ReadableDb, participantId: ParticipantId): WithdrawalPlan {
  const code = codeOf(db, participantId);
  if (code === undefined) throw new AppError('not-found', { what: 'participant' });
  return { code, ...planErasure(db, new Map([['participant', new Set([participantId])]]), [code]) };
}

/** The same from several rows: of participants, and of transcripts that are known without their participant. */
export function planErasure(
  db: ReadableDb,
  from: ReadonlyMap<string, ReadonlySet<number>>,
  names: readonly string[],
): Erasure {
  const gone = new Map<string, Set<number>>();
  const uids = new Map<string, readonly string[]>();
  for (const [table, ids] of from) {
    gone.set(table, new Set(ids));
    uids.set(table, uidsOf(db, table, [...ids]));
  }
  for (const [table, { goes, letGo }] of tableRules(db)) {
    if (goes.length === 0) continue;
    const ids = new Set<number>(from.get(table));
    const columns = letGo === true ? goes.map(({ column }) => column) : null;
    for (const reference of goes) {
      const to =
        reference.by !== undefined && reference.by !== 'id'
          ? (uids.get(reference.of) ?? [])
          : [...(gone.get(reference.of) ?? [])];
      if (to.length === 0) continue;
      for (const id of rowsReferring(db, table, reference, to)) ids.add(id);
      for (const id of rowsThatReferred(db, table, reference, to, columns)) ids.add(id);
    }
    gone.set(table, ids);
    uids.set(table, uidsOf(db, table, [...ids]));
  }
  const versions = [...(gone.get('transcript_version') ?? [])];
  const words = new WordsOfPerson({
    texts: textsOfVersions(db, versions),
    passages: passages(db, versions),
    others: textsOfOtherVersions(db, versions),
    names,
    uids: new Set([...uids.values()].flat()),
  });
  return { gone, words };
}

function passages(db: ReadableDb, versions: readonly number[]): readonly string[] {
  const texts = new Map<number, string>();
  return placesOf(db, versions).map(({ versionId, start, end }) => {
    let text = texts.get(versionId);
    if (text === undefined) {
      text = textOfVersion(db, versionId);
      texts.set(versionId, text);
    }
    return text.slice(start, end);
  });
}
