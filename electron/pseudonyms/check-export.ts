import { findIdentifiers, type Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import type { ExportCheck } from '#shared/pseudonyms/pseudonyms-contract.ts';
import { singledOut } from '#shared/pseudonyms/singled-out.ts';
import { wordsIn } from '#shared/text/folded-words.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { ExportedWords } from './exported-text.ts';
import { attributesAndValues, newestTexts } from './pseudonyms-sql.ts';

/** A large file is looked through piece by piece, cut where lines end. */
const PIECE = 500_000;

/** What a file gives away. One that is closed to us (encrypted) is taken to hold the whole study. */
export function checkExport(
  db: ReadableDb,
  { text, mayHoldAttributes }: ExportedWords,
  identifiers: readonly Identifier[],
): ExportCheck {
  const texts = text === null ? newestTexts(db).map((version) => version.text) : piecesOf(text);
  const { participants, attributes } = attributesAndValues(db);
  const wanted = new Set(
    [
      ...participants.flatMap(({ code, values }) => [code, ...values.values()]),
      ...attributes.map(({ name }) => name),
    ].map(folded),
  );
  wanted.delete('');
  const counts = new Map<number, number>();
  const present = new Set<string>();
  for (const piece of texts) {
    for (const { identifier } of findIdentifiers(piece, identifiers)) {
      counts.set(identifier, (counts.get(identifier) ?? 0) + 1);
    }
    const words = text === null ? '' : ` ${folded(piece)} `;
    for (const phrase of wanted) if (words.includes(` ${phrase} `)) present.add(phrase);
    for (const phrase of present) wanted.delete(phrase);
  }
  return {
    identifiers: [...counts].map(([index, count]) => ({
      original: identifiers[index]?.original ?? '',
      count,
    })),
    singledOut: !mayHoldAttributes
      ? null
      : casesSingledOut({ participants, attributes }, (phrase) =>
          text === null ? phrase !== '' : present.has(folded(phrase)),
        ),
    hasNames: identifiers.length > 0,
  };
}

/** Attributes leave when their name, the codes of cases and values of theirs stand in the file. */
function casesSingledOut(
  { participants, attributes }: ReturnType<typeof attributesAndValues>,
  isIn: (phrase: string) => boolean,
): ExportCheck['singledOut'] {
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

function folded(phrase: string): string {
  return wordsIn(phrase)
    .map((word) => word.folded)
    .join(' ');
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start + PIECE);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
