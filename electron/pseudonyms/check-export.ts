import { findIdentifiers, type Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import type { ExportCheck } from '#shared/pseudonyms/pseudonyms-contract.ts';
import { singledOut } from '#shared/pseudonyms/singled-out.ts';
import { wordsIn } from '#shared/text/folded-words.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { attributesAndValues, newestTexts } from './pseudonyms-sql.ts';

/** What a file gives away. One that is closed to us (encrypted) is taken to hold the whole study. */
export function checkExport(
  db: ReadableDb,
  text: string | null,
  identifiers: readonly Identifier[],
): ExportCheck {
  const searched =
    text ??
    newestTexts(db)
      .map((version) => version.text)
      .join('\n');
  const counts = new Map<number, number>();
  for (const { identifier } of findIdentifiers(searched, identifiers)) {
    counts.set(identifier, (counts.get(identifier) ?? 0) + 1);
  }
  return {
    identifiers: [...counts].map(([index, count]) => ({
      original: identifiers[index]?.original ?? '',
      count,
    })),
    singledOut: casesSingledOut(db, text),
    hasNames: identifiers.length > 0,
  };
}

/** Attributes leave when their name, the codes of cases and values of theirs stand in the file. */
function casesSingledOut(db: ReadableDb, text: string | null): ExportCheck['singledOut'] {
  const { participants, attributes } = attributesAndValues(db);
  const folded =
    text === null
      ? null
      : ` ${wordsIn(text)
          .map((word) => word.folded)
          .join(' ')} `;
  const isIn = (words: string): boolean => {
    const wanted = wordsIn(words)
      .map((word) => word.folded)
      .join(' ');
    return wanted !== '' && (folded === null || folded.includes(` ${wanted} `));
  };
  const cases = participants.filter(({ code }) => isIn(code));
  const leaving = attributes.filter(
    ({ id, name }) =>
      isIn(name) && cases.filter(({ values }) => isIn(values.get(id) ?? '')).length * 2 > cases.length,
  );
  if (leaving.length === 0 || cases.length === 0) return null;
  // Compared with everybody in the study: the reader may know who took part.
  const alone = singledOut(
    participants.map(({ code, values }) => ({ code, values: leaving.map(({ id }) => values.get(id) ?? '') })),
  ).filter((code) => cases.some((one) => one.code === code));
  return alone.length === 0 ? null : { attributes: leaving.map(({ name }) => name), cases: alone };
}
